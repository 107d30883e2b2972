"""A table as it is published: its columns and its rows as CSV, from which the other formats of tables are made."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daylight.schema import Schema

GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True)
class Table:
    """One table: what its columns are, and its header and rows as CSV. Texts that a spreadsheet would run are guarded."""

    schema: Schema
    data: bytes
    count: int  # of its rows

    @property
    def name(self) -> str:
        """Its name in every format, such as `awards` or `award-recipients`."""
        return self.schema.resource

    @property
    def path(self) -> str:
        return f"data/{self.name}.csv"

    def rows(self) -> Iterator[list[str]]:
        """The cells of each row in the order of the columns, as recorded; '' where there is no value."""
        texts = [place for place, field in enumerate(self.schema.fields) if field.type == "string"]
        lines = csv.reader(io.StringIO(self.data.decode(), newline=""))
        next(lines)
        for cells in lines:
            for place in texts:
                if cells[place].startswith("'"):
                    cells[place] = unguard(cells[place])
            yield cells


def table(schema: Schema, rows: Iterable[dict[str, str]]) -> Table:
    """A table of rows: the texts of the cells that have a value, by the name of their column."""
    return joined(schema, [line(guarded(schema, row)) for row in rows])


def joined(schema: Schema, lines: list[bytes]) -> Table:
    """A table of lines that are CSV already, below its header."""
    return Table(schema, b"".join([line(schema.by_name), *lines]), len(lines))


def guard(text: str) -> str:
    """The text, made harmless in a spreadsheet."""
    return f"'{text}" if text.startswith(GUARDED) else text


def unguard(text: str) -> str:
    """The text as it was before `guard`."""
    return text.removeprefix("'")


def guarded(schema: Schema, texts: dict[str, str]) -> list[str]:
    """The cells of a row, '' where there is no value."""
    cells = [""] * len(schema.fields)
    for name, text in texts.items():
        cells[schema.places[name]] = guard(text) if schema.by_name[name].type == "string" else text
    return cells


class _Last:
    """Stands where a file would be, and gives back the last line."""

    def write(self, line: str) -> None:
        self.line = line


_last = _Last()
_writer = csv.writer(_last, lineterminator="\r\n")


def line(cells: Iterable[str]) -> bytes:
    """A line of CSV."""
    _writer.writerow(cells)
    return _last.line.encode()
