"""The office's records as the workbook holds them: for each row of a sheet which it is, and the text of each field.

A text that check refuses is there too, so that it can be seen and put right in its cell.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from daylight.derived import as_text
from daylight.drafts.present import Present
from daylight.record import Record, Row
from daylight.schema import Schema
from daylight.workbook.cells import called, canonical

Texts = Mapping[str, str]
BY_KEY = frozenset({"award", "decision", "round"})  # the kinds that people look for by number and day, and not by name


class Line(NamedTuple):
    """A record, or the row with a `number` (from 1) of a list of it: the key of the record, and the texts, canonical."""

    key: str
    texts: Texts
    number: int = 0

    @property
    def name(self) -> str:
        """What no two rows of a sheet have alike: "sy-a001", or "sy-a001#2" for the second row of a list."""
        return f"{self.key}#{self.number}" if self.number else self.key


class Records:
    """The rows of an office, as its records say now."""

    def __init__(self, present: Present):
        self.present, self.site = present, present.site
        self._lines: dict[str, list[Line]] = {}

    def lines(self, schema: Schema) -> list[Line]:
        """The rows for the sheet of a schema, in the order in which people look for them."""
        if schema.name not in self._lines:
            kind = schema.parent or schema.name
            records = self.site.all(kind) if kind in BY_KEY else self.by_label(kind)
            self._lines[schema.name] = [line for record in records for line in self._of(schema, record)]
        return self._lines[schema.name]

    def by_label(self, kind: str) -> list[Record]:
        """The records of a kind by what they are called."""
        return sorted(self.site.all(kind), key=lambda record: (self.site.label(record).casefold(), record.key))

    def names(self) -> dict[str, dict[str, str]]:
        """What each record is called in cells, by kind and key, in the order of what they are called."""
        kinds = self.site.records
        return {kind: {r.key: called(self.site.label(r), r.key) for r in self.by_label(kind)} for kind in kinds}

    def _of(self, schema: Schema, record: Record) -> Iterator[Line]:
        if not schema.parent:
            said = None if _whole(schema, record) else self.present.there(record).fields
            yield Line(record.key, _texts(schema, record, said) | {"key": record.key})
            return
        rows = record.rows(schema.list)
        all_said = (
            [None] * len(rows) if all(_whole(schema, row) for row in rows) else self.present.there(record).rows[schema.list]
        )
        for number, (row, said) in enumerate(zip(rows, all_said, strict=True), 1):
            yield Line(record.key, _texts(schema, row, said) | {schema.parent: record.key}, number)


def _whole(schema: Schema, row: Row) -> bool:
    """Whether every field that the file gives has a value. A table gives each column in each row, so there it is not known."""
    fields = schema.by_name
    return row.path.endswith(".yml") and all(name in row.values for name in row.lines if name in fields)


def _texts(schema: Schema, row: Row, said: Texts | None) -> dict[str, str]:
    """The texts of the values, or where these are not all, of what the file says."""
    fields = {f.name: f for f in schema.fields if not f.derived}
    if said is not None:
        return {name: canonical(fields[name], text) for name, text in said.items() if name in fields}
    values = ((name, row.values[name]) for name in fields if name in row.values)
    return {name: canonical(fields[name], v if isinstance(v, str) else as_text(fields[name], v)) for name, v in values}
