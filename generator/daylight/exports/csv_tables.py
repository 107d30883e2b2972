"""CSV: one table for each kind of record and each list in a record.

UTF-8, lines ending in CR LF, quoted as RFC 4180 says. A table without rows is a header. data/excel/ holds the same
tables with the mark at the beginning by which Excel knows UTF-8.

A spreadsheet runs a cell that begins with = + - @, a tab or a line end as a formula. A text that begins so is therefore
published with an apostrophe before it, and so is a text that begins with an apostrophe itself. Removing one leading
apostrophe from a text always gives the text as it was recorded. Numbers, dates and times are never touched.
"""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from functools import lru_cache

from daylight.derived import published, published_row
from daylight.schema import Schema
from daylight.site import Record, Site, kept

TITLE = "CSV tables"
GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    for resource, data in tables(site).items():
        yield f"data/{resource}.csv", data
        yield f"data/excel/{resource}.csv", BOM_UTF8 + data


@lru_cache(maxsize=1)
def tables(site: Site) -> dict[str, bytes]:
    """Every table by the name of its resource, worked out once a site."""
    lines: dict[str, list[str]] = {name: [_line(schema.by_name)] for name, schema in site.schemas.items()}
    for of in site.records.values():
        for record in of.values():
            for name, text in written(site, record):
                lines[name].append(text)
    return {schema.resource: "".join(lines[name]).encode() for name, schema in site.schemas.items()}


@kept
def written(site: Site, record: Record) -> list[tuple[str, str]]:
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


def _guarded(schema: Schema, row: dict[str, str]) -> Iterator[str]:
    return (guard(row[f.name]) if f.type == "string" else row[f.name] for f in schema.fields)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
