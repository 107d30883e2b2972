"""CSV: every table as a file, and once more as Excel knows it.

UTF-8, lines ending in CR LF, quoted as RFC 4180 says. A table without rows is a header. data/excel/ holds the same
tables with the mark at the beginning by which Excel knows UTF-8.

A spreadsheet runs a cell that begins with = + - @, a tab or a line end as a formula. A text that begins so is therefore
published with an apostrophe before it, and so is a text that begins with an apostrophe itself. Removing one leading
apostrophe from a text always gives the text as it was recorded. Numbers, dates and times are never touched.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator

from daylight.exports import tables
from daylight.exports.file import File
from daylight.site import Site

TITLE = "CSV"
ABOUT = "One table, for any program."


def outputs(site: Site) -> Iterator[File]:
    for table in tables.every(site):
        yield File(table.path, table.data, table.count)
        yield File(f"data/excel/{table.name}.csv", BOM_UTF8 + table.data, table.count)
