"""JSON: one file for each kind of record, with its lists inside each record.

Texts stand as recorded. Money is a number with two decimals, so that a program that reads decimals adds it up to the
penny. What has no value is left out. Each field of a record has a line of its own.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from json import JSONEncoder

from daylight.derived import as_text, complete
from daylight.exports.file import File
from daylight.exports.stamp import stamp
from daylight.keeping import kept, kept_of
from daylight.record import Record
from daylight.schema import Schema
from daylight.site import Site
from daylight.values import Value

TITLE = "JSON"
ABOUT = "All records of a kind with their lists inside them."
_text = JSONEncoder(ensure_ascii=False).encode


def outputs(site: Site) -> Iterator[File]:
    for kind, records in site.records.items():
        yield File(f"data/{site.schemas[kind].resource}.json", table(site, kind), len(records))


def heading(site: Site) -> bytes:
    """The beginning of every file: who publishes, under which licence, and of when it is."""
    return ("{" + "".join(f"{_text(name)}: {_text(value)},\n" for name, value in stamp(site).items())).encode()


@kept_of
def table(site: Site, kind: str) -> bytes:
    """All records of a kind, after the heading."""
    records = b",\n".join(written(site, record) for record in site.records[kind].values())
    return b'%s"records": [\n%s\n]}\n' % (heading(site), records)


@kept
def written(site: Site, record: Record) -> bytes:
    """A record as a JSON object: its values, and its lists under their names."""
    schema = site.schemas[record.kind]
    members = _members(schema, complete(site, record))
    for name in schema.children if record.children else ():
        child = site.schemas[name]
        if rows := record.rows(child.list):
            objects = ",\n  ".join(f"{{{', '.join(_members(child, row.values, child.parent))}}}" for row in rows)
            members.append(f"{_text(child.list)}: [\n  {objects}]")
    return ("{" + ",\n".join(members) + "}").encode()


def _members(schema: Schema, values: Mapping[str, Value], without: str = "") -> list[str]:
    """The fields that have a value, in the order of the schema. A float could not hold every penny: digits stay digits."""
    return [
        f'"{field.name}": {as_text(field, value) if isinstance(value, Decimal) else _text(value)}'
        for field in schema.fields
        if (value := values.get(field.name)) is not None and field.name != without
    ]
