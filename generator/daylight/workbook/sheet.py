"""Writes one sheet of the workbook: its columns, the example, the records, and the rules that turn cells red."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from daylight.workbook import column, example, rules
from daylight.workbook.cells import Names, shown
from daylight.workbook.layout import (
    BANDS,
    EXAMPLE,
    EXAMPLE_MARK,
    FIRST,
    FLAG,
    HEADINGS,
    LEFT,
    MARK,
    MARKS,
    NAMES,
    TITLE,
    Plan,
    first,
    sign_of,
)
from daylight.workbook.made import marked
from daylight.workbook.records import Line

HEIGHTS = {TITLE: 30, BANDS: 18, HEADINGS: 46}
HEIGHT = 27  # of every other row: two lines of text
NEEDED = "What every record should have"
HOW = "Columns with * must be filled in. A red cell is wrong. The note on a heading says what it means."


def write(
    sheet: Worksheet, plan: Plan, lines: Sequence[Line], marks: Sequence[str], names: Names, formats: dict[str, Format]
) -> None:
    """Writes the sheet of a plan with the rows of the office's records and the mark of each."""
    _above(sheet, plan, formats)
    for place, of in enumerate(plan.columns, LEFT):
        column.write(sheet, place, of.field, of.shown, formats)
    sheet.set_column(FLAG, FLAG, 9, formats["flag"])
    sheet.set_column(MARK, MARK, 10, formats["flag"], {"hidden": True})
    _example(sheet, plan, formats)
    cells = [(place, c.field, c.field.name, formats[column.looks(c.field)]) for place, c in enumerate(plan.columns, LEFT)]
    for row, (line, mark) in enumerate(zip(lines, marks, strict=True), FIRST):
        sheet.write_string(row, MARK, mark)
        for place, field, name, form in cells:
            if text := line.texts.get(name):
                _write(sheet, row, place, shown(field, text, names), form)
    rules.write(sheet, plan, formats)
    _around(sheet, plan)


def _write(sheet: Worksheet, row: int, place: int, value: str | Decimal | date, form: Format) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(row, place, float(value), form)
    elif isinstance(value, date):
        sheet.write_number(row, place, (value - date(1899, 12, 30)).days, form)
    elif value.startswith("<r>") and len(value) > len("<r>"):  # XlsxWriter would take it for its own markup
        sheet.write_rich_string(row, place, value[0], value[1], value[2:], form)
    else:
        sheet.write_string(row, place, value, form)


def _above(sheet: Worksheet, plan: Plan, formats: dict[str, Format]) -> None:
    """What stands above the headings: the title, the groups of columns, and what the program reads."""
    schema = plan.schema
    sheet.set_default_row(HEIGHT)
    for row, height in HEIGHTS.items():
        sheet.set_row(row, height)
    sheet.set_row(NAMES, None, None, {"hidden": True})
    for row, text in MARKS.items():
        sheet.write_string(row, MARK, text)
    sheet.write_string(NAMES, FLAG, sign_of(schema, "example"))
    sheet.write_string(NAMES, MARK, sign_of(schema, "mark"))
    sheet.write_string(TITLE, FLAG, plan.name, formats["title"])
    sheet.write_url(BANDS, FLAG, "internal:'Start here'!A1", formats["link"], "Start here")
    sheet.write_string(BANDS, LEFT, "", formats["band"])
    groups, before = {group["name"]: group["title"] for group in schema.groups}, ""
    for place, of in enumerate(plan.columns, LEFT):
        group = NEEDED if first(of.field) or place < LEFT + 2 else groups.get(of.field.group, "")
        group = "" if schema.parent else group
        sheet.write_string(BANDS, place, group if group != before else "", formats["band"])
        before = group
    sheet.write_string(TITLE, LEFT + 1, f"{schema.description} {HOW}", formats["quiet"])


def _example(sheet: Worksheet, plan: Plan, formats: dict[str, Format]) -> None:
    sheet.write_string(EXAMPLE, FLAG, "Example", formats["flag"])
    texts = example.texts(plan.schema)
    sheet.write_string(EXAMPLE, MARK, marked(EXAMPLE_MARK, texts))
    for place, of in enumerate(plan.columns, LEFT):
        if text := texts.get(of.field.name):
            sheet.write_string(EXAMPLE, place, text, formats[column.looks(of.field)])


def _around(sheet: Worksheet, plan: Plan) -> None:
    """What stays in sight, what may be sorted, and how it is printed."""
    last = LEFT + len(plan.columns) - 1
    sheet.freeze_panes(HEADINGS + 1, LEFT + (1 if plan.schema.parent else 2))
    sheet.autofilter(HEADINGS, FLAG, plan.last, last)
    sheet.outline_settings(True, True, False, False)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(last)}{plan.last + 1}"})
    sheet.set_landscape()
    sheet.repeat_rows(HEADINGS)
    if plan.schema.parent:
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    else:  # too many columns for one page: as many as are needed, on A3, each with what the rows are called
        sheet.set_paper(8)
        sheet.set_print_scale(70)
        sheet.repeat_columns(LEFT, LEFT + 1)
