"""JSON: one file for each kind of record, with its lists inside each record.

Texts stand as recorded. Money is a number with two decimals, so that a program that reads decimals adds it up to the
penny. What has no value is left out.
"""

import json
from collections.abc import Iterator
from decimal import Decimal

from daylight.derived import as_text, complete
from daylight.schema import Field, Schema
from daylight.site import Record, Row, Site

TITLE = "JSON tables"


class Number(str):
    """A number in exactly the digits in which it is published."""


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    for schema in site.schemas.values():
        if not schema.parent:
            records = [shape(site, record) for record in site.all(schema.name)]
            yield f"data/{schema.resource}.json", as_bytes(heading(site) | {"records": records})


def heading(site: Site) -> dict:
    """Who publishes, and under which licence."""
    publisher = site.publisher
    return {"publisher": publisher.get("name", ""), "licence": publisher.get("licence", "")}


def shape(site: Site, record: Record) -> dict:
    """A record as published: its values, and its lists under their names."""
    schema = site.schemas[record.kind]
    out = {name: _value(schema.by_name[name], value) for name, value in complete(site, record).items()}
    for name in schema.children:
        child = site.schemas[name]
        if rows := record.rows(child.list):
            out[child.list] = [_row(child, row) for row in rows]
    return out


def as_bytes(value) -> bytes:
    """JSON as UTF-8, indented, with a line end."""
    return (_written(value, "\n") + "\n").encode()


def _row(child: Schema, row: Row) -> dict:
    """A row without the key of the record in which it stands."""
    return {f.name: _value(f, row.values[f.name]) for f in child.fields if f.name in row.values and f.name != child.parent}


def _value(field: Field, value):
    return Number(as_text(field, value)) if isinstance(value, Decimal) else value


def _written(value, line: str) -> str:
    """json.dumps knows numbers only as floats, and a float cannot hold every penny."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict) and value:
        inner = line + "  "
        cells = (f"{json.dumps(k, ensure_ascii=False)}: {_written(v, inner)}" for k, v in value.items())
        return "{" + inner + f",{inner}".join(cells) + line + "}"
    if isinstance(value, list) and value:
        inner = line + "  "
        return "[" + inner + f",{inner}".join(_written(v, inner) for v in value) + line + "]"
    return json.dumps(value, ensure_ascii=False)
