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
from collections.abc import Iterator
from functools import lru_cache

from daylight.derived import published, published_row
from daylight.schema import Schema
from daylight.site import Site

TITLE = "CSV tables"
GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    for resource, data in tables(site).items():
        yield f"data/{resource}.csv", data
        yield f"data/excel/{resource}.csv", BOM_UTF8 + data


@lru_cache(maxsize=1)
def tables(site: Site) -> dict[str, bytes]:
    """Every table by the name of its resource, worked out once a site."""
    return {s.resource: _table(s, _rows(site, s)) for s in site.schemas.values()}


def guard(text: str) -> str:
    """The text, made harmless in a spreadsheet."""
    return f"'{text}" if text.startswith(GUARDED) else text


def unguard(text: str) -> str:
    """The text as it was before `guard`."""
    return text.removeprefix("'")


def _rows(site: Site, schema: Schema) -> Iterator[dict[str, str]]:
    if not schema.parent:
        for record in site.all(schema.name):
            yield published(site, record)
        return
    for record in site.all(schema.parent):
        for number, row in enumerate(record.rows(schema.list), 1):
            yield published_row(schema, record, number, row)


def _table(schema: Schema, rows: Iterator[dict[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(schema.by_name)
    for row in rows:
        writer.writerow(guard(row[f.name]) if f.type == "string" else row[f.name] for f in schema.fields)
    return out.getvalue().encode()
