"""What a change does to records, field by field, as a release would say it, and without what must not be said again.

Only the records that changed are compared, as tables of what people type; the rest is `changes`, which releases use too.
"""

from collections.abc import Iterable

from daylight.changes import ADDED, WITHDRAWN, Change
from daylight.changes.compare import compare
from daylight.changes.repeated import repeated
from daylight.changes.tables import Tabled
from daylight.derived import texts
from daylight.exports.table import table
from daylight.findings import ERROR
from daylight.record import Record, Row
from daylight.review.sides import Key, Side, Sides
from daylight.schema import Schema

UNREADABLE = "\x1a"  # stands where a value cannot be read
_FORM = ("TYPE", "CONSTRAINT", "FILE")  # rules by which a value, or a whole file, cannot be read


def steps(both: Sides) -> list[Change]:
    """Every change of a record; of one that cannot be read at all nothing."""
    schemas = both.after.site.schemas
    keys = [key for key in both.changed if key not in unreadable(both)]
    old, new = (_tables(side, keys) for side in (both.before, both.after))
    found = [change for change in compare(old, new, schemas) if change.of_record]
    return repeated(found, old, new, schemas)


def unreadable(both: Sides) -> set[Key]:
    """The records that are gone only because the file in which they stood can no longer be read."""
    broken = {f.path for f in both.after.findings if f.rule == "FILE" and f.severity == ERROR}
    went = (key for key in both.changed if both.after.site.get(*key) is None)
    return {key for key in went if (was := both.before.site.get(*key)).path in both.after.parts and was.path in broken}


def rekeyed(both: Sides, changes: Iterable[Change]) -> dict[Key, str]:
    """The records that only got another key, each with the new one."""
    came = [change for change in changes if change.change == ADDED]
    found: dict[Key, str] = {}
    for change in changes:
        if change.change == WITHDRAWN and change.key:
            was = both.before.site.get(change.kind, change.key)
            for other in came:
                if other.kind == change.kind and _says(was) == _says(both.after.site.get(other.kind, other.key)):
                    found[change.kind, change.key] = other.key
    return found


def _says(record: Record) -> tuple:
    """All that a record says but for its key."""
    values = {name: value for name, value in record.values.items() if name != "key"}
    own = record.kind  # with which rows say where they belong
    lists = {
        name: [{n: v for n, v in row.values.items() if n != own} for row in rows] for name, rows in record.children.items()
    }
    return values, lists


def _tables(side: Side, keys: Iterable[Key]) -> dict[str, Tabled]:
    """The tables of some records, with what people type in them alone."""
    schemas = side.site.schemas
    rows: dict[str, list[dict[str, str]]] = {name: [] for name in schemas}
    wrong = _wrong(side)
    for kind, key in keys:
        if (record := side.site.get(kind, key)) is None:
            continue
        schema = schemas[kind]
        rows[kind].append(_cells(schema, record, wrong) | {"key": key})
        for name in schema.children:
            child = schemas[name]
            for number, row in enumerate(record.rows(child.list), 1):
                rows[name].append(_cells(child, row, wrong) | {child.parent: key, "number": str(number)})
    return {schemas[name].resource: _table(schemas[name], of) for name, of in rows.items()}


def _table(schema: Schema, rows: list[dict[str, str]]) -> Tabled:
    fields = {field.name: field.descriptor() for field in schema.fields}
    return Tabled(schema.resource, schema.plural, fields, schema.key, table(schema, rows).data)


def _wrong(side: Side) -> set[tuple[str, int, str]]:
    """The fields whose value cannot be read, by file and line."""
    return {(f.path, f.line, f.field) for f in side.findings if f.rule in _FORM}


def _cells(schema: Schema, row: Row, wrong: set[tuple[str, int, str]]) -> dict[str, str]:
    """The values of a row as text, and a mark for each that cannot be read."""
    found = texts(schema, row.values)
    for name in row.lines.keys() - row.values.keys() if wrong else ():
        if name in schema.by_name and (row.path, row.line_of(name), name) in wrong:
            found[name] = UNREADABLE
    return found
