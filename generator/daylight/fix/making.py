"""Puts corrections into the bytes of a file, of which all others stay, and makes sure that nothing else is read from it."""

import re
from collections.abc import Iterable, Mapping

from daylight.fix.values import Value
from daylight.schema import Schema
from daylight.writing import edits, tables

Names = Mapping[Value, str]  # the new name of the field of a value
Texts = Mapping[Value, str]  # the new text of a value


def table(data: bytes, names: Names, texts: Texts) -> bytes:
    """A CSV table with other texts, or other names in its first row."""
    changes: dict[int, dict[str, str]] = {}
    for value, text in texts.items():
        changes.setdefault(value.line, {})[value.field] = text
    for value, name in names.items():
        changes.setdefault(1, {})[value.field] = name
    return tables.edited(data, changes)


def record(schemas: Mapping[str, Schema], schema: Schema, data: bytes, names: Names, texts: Texts) -> bytes:
    """A YAML record with other texts and names."""
    lines = data.decode("utf-8").split("\n")
    for value, name in names.items():
        before = rf"^(\ufeff?\s*(?:-\s+)?[\"']?){re.escape(value.field)}(?=[\"']?\s*:)"
        lines[value.line - 1] = re.sub(before, rf"\g<1>{name}", lines[value.line - 1])
    fields = {value.field: text for value, text in texts.items() if not value.list}
    rows: dict[str, dict[int, dict[str, str]]] = {}
    for value, text in texts.items():
        if value.list:
            rows.setdefault(value.list, {}).setdefault(value.row, {})[value.field] = text
    return edits.edited("\n".join(lines), schemas, schema.name, fields, rows).encode()


def is_only(before: Iterable[Value], after: Iterable[Value], names: Names, texts: Texts) -> bool:
    """Whether what is read from a file is what was read before, but for what was to change."""
    columns = {value.field: name for value, name in names.items() if not value.list}
    own = {(value.list, value.row, value.field): name for value, name in names.items()}
    wanted = set()
    for value in before:
        name = own.get((value.list, value.row, value.field)) or (value.field if value.list else columns.get(value.field))
        where = (columns.get(value.list, value.list), value.row, name or value.field)
        wanted.add((*where, texts.get(value, value.text)))
    plain = {where[:2] for where in wanted if not where[2]}  # texts in a list whose name was not known
    return wanted == {(v.list, v.row, "" if (v.list, v.row) in plain else v.field, v.text) for v in after}
