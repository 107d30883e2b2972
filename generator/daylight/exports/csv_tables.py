"""CSV: one table for each kind of record and each list in a record.

UTF-8, lines ending in CR LF, quoted as RFC 4180 says. A table without rows is a header. data/excel/ holds the same
tables with the mark at the beginning by which Excel knows UTF-8.

A spreadsheet runs a cell that begins with = + - @, a tab or a line end as a formula. A text that begins so is therefore
published with an apostrophe before it, and so is a text that begins with an apostrophe itself. Removing one leading
apostrophe from a text always gives the text as it was recorded. Numbers, dates and times are never touched.
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from daylight.derived import published, published_row
from daylight.schema import Schema
from daylight.site import Record, Site, kept, kept_of

TITLE = "CSV tables"
GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    for kind in site.records:
        for folder, made in (("data", tables(site, kind)), ("data/excel", excel(site, kind))):
            yield from ((f"{folder}/{site.schemas[name].resource}.csv", data) for name, data in made.items())


@kept_of
def tables(site: Site, kind: str) -> dict[str, bytes]:
    """The table of a kind of record and those of its lists, by the names of their schemas."""
    names = (kind, *site.schemas[kind].children)
    lines = {name: [_line(site.schemas[name].by_name)] for name in names}
    for record in site.records[kind].values():
        for name, line in written(site, record):
            lines[name].append(line)
    return {name: b"".join(of) for name, of in lines.items()}


@kept_of
def excel(site: Site, kind: str) -> dict[str, bytes]:
    """The same tables, as Excel knows them."""
    return {name: BOM_UTF8 + data for name, data in tables(site, kind).items()}


@kept
def written(site: Site, record: Record) -> list[tuple[str, bytes]]:
    """The lines of a record, each with the name of the schema in whose table it stands: its own, and its lists'."""
    schema = site.schemas[record.kind]
    lines = [(schema.name, _line(_guarded(schema, published(site, record))))]
    for name in schema.children if record.children else ():
        child = site.schemas[name]
        rows = (published_row(child, record, number, row) for number, row in enumerate(record.rows(child.list), 1))
        lines += [(name, _line(_guarded(child, row))) for row in rows]
    return lines


def guard(text: str) -> str:
    """The text, made harmless in a spreadsheet."""
    return f"'{text}" if text.startswith(GUARDED) else text


def unguard(text: str) -> str:
    """The text as it was before `guard`."""
    return text.removeprefix("'")


def _guarded(schema: Schema, texts: dict[str, str]) -> list[str]:
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


def _line(cells: Iterable[str]) -> bytes:
    _writer.writerow(cells)
    return _last.line.encode()
