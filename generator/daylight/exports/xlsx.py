"""The workbook: every table on a sheet of its own, behind a cover that says whose data this is.

The headings are the names that the columns have in every other format, so that a formula or a program written for one
reads all; the note on a heading has its title and its meaning. Pounds, numbers, days, yes and no are what they are to Excel,
all else is text, also where it looks like a number or a formula. What Excel cannot hold exactly stays text: a number of
more than 15 digits, a day before March 1900. A text too long for a cell is cut, says so at its end, and the cover names it.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache, partial
from itertools import islice

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from daylight.describe import about
from daylight.exports import tables, xlsx_cover
from daylight.exports.file import File
from daylight.exports.stamp import stamp
from daylight.exports.table import Table
from daylight.exports.xlsx_cover import Part
from daylight.schema import Field
from daylight.site import Site
from daylight.words import N_, _

TITLE = N_("Excel workbook")
ABOUT = N_("Every table on a sheet of its own, with a cover that says where it is from.")
LONGEST = 32_767  # a text in a cell, in units of UTF-16; this and the next two by "Excel specifications and limits"
MOST_ROWS = 1_048_575  # below the heading
MOST_DIGITS = 15
FIRST_DAY = "1900-03-01"  # Excel counts a 29 February 1900 that never was; other programs do not
FORMATS = {"head": {"bold": True, "bottom": 1}, "date": {"num_format": "yyyy-mm-dd"}, "GBP": {"num_format": "£#,##0.00"}}
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_WIDTHS = {"date": 11, "boolean": 8, "integer": 8, "number": 16}
_WIDEST = 50
_SAMPLE = 200  # rows by which the width of a column of texts is chosen


def outputs(site: Site) -> Iterator[File]:
    every, made = tables.every(site), io.BytesIO()
    with Workbook(made, OPTIONS) as book:
        _say(book, site)
        formats = {name: book.add_format(of) for name, of in FORMATS.items()}
        cover = book.add_worksheet(xlsx_cover.NAME)
        names = sheet_names(table.name for table in every if table.count)
        parts = [
            part for table in every if table.count for part in _sheet(book.add_worksheet(names[table.name]), table, formats)
        ]
        xlsx_cover.write(book, cover, site, every, names, parts)
    yield File(f"data/{site.publisher.key or 'office'}.xlsx", made.getvalue(), sum(table.count for table in every))


def sheet_names(tables: Iterable[str]) -> dict[str, str]:
    """The names of the sheets by those of the tables: at most 31 characters, none twice."""
    found: dict[str, str] = {}
    for name in tables:
        tries = (f"{name[: 31 - len(end)]}{end}" for end in ("", *(f"-{n}" for n in range(2, 1000))))
        found[name] = next(t for t in tries if t not in (*found.values(), xlsx_cover.NAME))
    return found


def _say(book: Workbook, site: Site) -> None:
    """The properties of the document: whose it is and of when, and no person."""
    said = stamp(site)
    title = about(site.publisher.values)["title"]
    made = datetime.fromisoformat(site.time).replace(tzinfo=None)
    book.set_properties({"title": title, "company": said.get("publisher", ""), "author": "", "created": made})
    for name, text in said.items():
        book.set_custom_property(name, text, "text")


def _sheet(sheet: Worksheet, table: Table, formats: dict) -> list[Part]:
    """Writes the rows of a table; gives back what did not fit."""
    fields, parts = table.schema.fields, []
    rows = list(islice(table.rows(), MOST_ROWS))
    if table.count > len(rows):
        parts.append(Part(sheet.name, "", table.count, table.path))
    for place, field in enumerate(fields):
        sheet.write_string(0, place, field.name, formats["head"])
        note = "\n".join(_(text) for text in (field.title, field.description) if text)
        sheet.write_comment(0, place, note, {"author": "", "x_scale": 2, "y_scale": 2})
        sheet.set_column(place, place, _width(field, (row[place] for row in rows[:_SAMPLE])))
    writers = [_writer(sheet, table, field, formats, parts) for field in fields]
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if cell:
                writers[place](number, place, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(fields) - 1)
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, len(rows), len(fields) - 1)})
    return parts


def _width(field: Field, cells: Iterable[str]) -> int:
    """Room for the heading with its filter, and for most of the values."""
    needed = _WIDTHS.get(field.type) or max((len(cell) for cell in cells), default=0)
    return min(max(needed, len(field.name) + 3) + 1, _WIDEST)


def _writer(sheet: Worksheet, table: Table, field: Field, formats: dict, parts: list[Part]) -> Callable:
    """What writes a cell of a column: a function of its row, its column and its text."""
    write, put = sheet.write_string, partial(xlsx_cover.put, sheet)

    def text(row: int, column: int, cell: str) -> None:
        if len(cell) > LONGEST // 2 and (length := _units(cell)) > LONGEST:
            parts.append(Part(sheet.name, xl_rowcol_to_cell(row, column), length, table.path))
            cell = _cut(cell, _(" … (cut here; it is whole in {path})", path=table.path))
        (write if cell[0] != "<" else put)(row, column, cell)

    def number(row: int, column: int, cell: str) -> None:
        if len(cell) > MOST_DIGITS and sum(map(str.isdigit, cell)) > MOST_DIGITS:
            text(row, column, cell)
        else:
            sheet.write_number(row, column, float(cell), formats.get(field.unit))

    def day(row: int, column: int, cell: str) -> None:
        if cell < FIRST_DAY:
            text(row, column, cell)
        else:
            sheet.write_number(row, column, _serial(cell), formats["date"])

    def truth(row: int, column: int, cell: str) -> None:
        sheet.write_boolean(row, column, cell == "true")

    return {"integer": number, "number": number, "date": day, "boolean": truth}.get(field.type, text)


@cache
def _serial(day: str) -> int:
    """An ISO day as Excel counts days: 61 for 1 March 1900."""
    return (date.fromisoformat(day) - date(1899, 12, 30)).days


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, end: str) -> str:
    """The beginning of a text and the end, together as long as a cell can be. No character is cut in two."""
    return text.encode("utf-16-le")[: 2 * (LONGEST - _units(end))].decode("utf-16-le", "ignore") + end
