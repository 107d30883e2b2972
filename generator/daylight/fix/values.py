"""Every value of a file with its place, in which what is to be corrected is looked up."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from daylight.schema import Schema, of_file
from daylight.sources import Entry, read_csv, read_yaml


class Value(NamedTuple):
    """A value: on which line it stands, in row `row` of a `list` ('' and 0 in the record itself; in a table the row is its
    line), under which name, and its text, which is '' for a whole list."""

    line: int
    list: str
    row: int
    field: str
    text: str


def values(schemas: Mapping[str, Schema], path: str, data: bytes) -> list[Value]:
    """The values of a file at a path below an office; none where it cannot be read without an error, or has lines that end as
    on a Macintosh of old, which `tidy` mends."""
    entries, wrong = (read_csv if path.endswith(".csv") else read_yaml)(path, data)
    schema = of_file(schemas, path)
    if wrong or not schema or (path.endswith(".yml") and re.search(rb"\r(?!\n)", data)):
        return []
    first = {schemas[child].list: _first(schemas[child]) for child in schema.children}
    return [value for entry in entries for value in _of(entry, first, path.endswith(".csv"))]


def _of(entry: Entry, first: Mapping[str, str], is_row: bool) -> Iterator[Value]:
    for name, text in entry.texts.items():
        yield Value(entry.lines[name], "", entry.line if is_row else 0, name, text)
    for name, rows in entry.lists.items():
        yield Value(entry.lines[name], "", 0, name, "")
        for number, row in enumerate(rows, 1):
            said = ((at or first.get(name, ""), row.lines[at], text) for at, text in row.texts.items())
            yield from (Value(line, name, number, field, text) for field, line, text in said)


def _first(child: Schema) -> str:
    """The name of the field for which a plain text stands in a list."""
    return next(f.name for f in child.fields if not f.derived and f.name != child.parent)
