"""Makes the file of the workbook from the schemas and the records of an office."""

import io
from collections.abc import Collection
from datetime import datetime

from xlsxwriter import Workbook

from daylight import __version__
from daylight.exports.xlsx import OPTIONS
from daylight.schema import KINDS
from daylight.workbook import cover, lists, looks, made, sheet
from daylight.workbook.layout import plan, version
from daylight.workbook.records import Records

NO_TIME = datetime(1980, 1, 1)  # the same file at any time; the first moment that its archive can say


def write(records: Records, kinds: Collection[str] = (), empty: bool = False) -> bytes:
    """The workbook for some kinds of record, or for all, with a sheet a kind and a sheet for each of its lists.

    With `empty`, the rows of the office's records are left out; what they are and said is known all the same. The same
    records always give the same bytes.
    """
    site, schemas = records.site, records.site.schemas
    chosen = [s for s in schemas.values() if (s.parent or s.name) in (kinds or KINDS)]
    every = {schema.name: records.lines(schema) for schema in chosen}
    there = {name: [] if empty else lines for name, lines in every.items()}
    marks = {name: list(map(made.mark, lines)) for name, lines in every.items()}
    plans = [plan(schemas, s, {f for line in every[s.name] for f in line.texts}, len(there[s.name])) for s in chosen]
    names, done = records.names(), io.BytesIO()
    with Workbook(done, OPTIONS) as book:
        title = f"Records of {site.publisher.get('name', 'an office')}"
        book.set_properties({"title": title, "author": "", "created": NO_TIME})
        formats = looks.formats(book)
        about = f"Made by Daylight {__version__} for version {version(schemas)} of the fields."
        first = book.add_worksheet(cover.NAME)
        cover.write(first, site, plans, {name: len(lines) for name, lines in there.items()}, about, formats)
        for of in plans:
            page = book.add_worksheet(of.name)
            page.set_tab_color(looks.LIST_TAB if of.schema.parent else looks.KIND_TAB)
            lines = there[of.schema.name]
            sheet.write(page, of, lines, marks[of.schema.name] if lines else [], names, formats)
        named = {name: [names[name][line.key] for line in lines] for name, lines in there.items() if name in names}
        lists.write(book, plans, names, named)
        of_rows = book.add_worksheet(made.NAME)
        made.write(of_rows, site.publisher.key, plans, marks, empty)
        of_rows.hide()
    return done.getvalue()
