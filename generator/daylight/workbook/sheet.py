"""Writes one sheet of the workbook: headings with their notes, the example, the records, and the rules that turn cells red."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from daylight.read import example as example_of
from daylight.schema import Field
from daylight.workbook import example, rules
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
    needed,
    sign_of,
    signed,
)
from daylight.workbook.made import mark, marked
from daylight.workbook.records import Line

WIDTHS = {"date": 13, "boolean": 10, "integer": 12, "number": 15, "time": 10}
HEIGHTS = {TITLE: 30, BANDS: 18, HEADINGS: 46}
HEIGHT = 27  # of every other row: two lines of text
NEEDED = "What every record should have"
HOW = "Columns with * must be filled in. A red cell is wrong. The note on a heading says what it means."


def write(sheet: Worksheet, plan: Plan, lines: Sequence[Line], names: Names, formats: dict[str, Format]) -> None:
    """Writes the sheet of a plan with the rows of the office's records."""
    _above(sheet, plan, formats)
    for place, column in enumerate(plan.columns, LEFT):
        _column(sheet, place, column.field, column.shown, formats)
    sheet.set_column(FLAG, FLAG, 9, formats["flag"])
    sheet.set_column(MARK, MARK, 10, formats["flag"], {"hidden": True})
    _example(sheet, plan, formats)
    cells = [(place, c.field, c.field.name, formats[looks(c.field)]) for place, c in enumerate(plan.columns, LEFT)]
    for row, line in enumerate(lines, FIRST):
        sheet.write_string(row, MARK, mark(line))
        for place, field, name, form in cells:
            if text := line.texts.get(name):
                _write(sheet, row, place, shown(field, text, names), form)
    rules.write(sheet, plan, formats)
    _around(sheet, plan)


def looks(field: Field) -> str:
    """The name of the format of a field's cells."""
    return field.unit or {"integer": "number", "number": "number", "date": "date"}.get(field.type, "text")


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
    for place, column in enumerate(plan.columns, LEFT):
        group = NEEDED if first(column.field) or place < LEFT + 2 else groups.get(column.field.group, "")
        group = "" if schema.parent else group
        sheet.write_string(BANDS, place, group if group != before else "", formats["band"])
        before = group
    sheet.write_string(TITLE, LEFT + 1, f"{schema.description} {HOW}", formats["quiet"])


def _column(sheet: Worksheet, place: int, field: Field, is_shown: bool, formats: dict[str, Format]) -> None:
    """The width and looks of a column, and its heading with a note."""
    options = {} if is_shown else {"level": 1, "hidden": True}
    sheet.set_column(place, place, width(field), formats[looks(field)], options)
    sheet.write_string(NAMES, place, signed(field))
    must = needed(field)
    title = f"{field.title} *" if must else field.title
    sheet.write_string(HEADINGS, place, title, formats["head required" if must else "head"])
    said = note(field)
    size = {"x_scale": 2.6, "y_scale": 0.5 + 0.2 * sum(1 + len(line) // 48 for line in said.split("\n"))}
    sheet.write_comment(HEADINGS, place, said, {"author": "", "font_size": 9} | size)


def width(field: Field) -> int:
    """Room for what a cell usually holds, and for the longest word of the heading."""
    most = field.constraints.get("maxLength", 200)
    by_text = 34 if field.refers else 20 if most <= 80 else 32 if most <= 400 else 44
    if field.categories:
        by_text = min(max(len(label) for label in field.labels.values()) + 4, 30)
    return max(WIDTHS.get(field.type, by_text), max(map(len, field.title.split())) + 4)


def note(field: Field) -> str:
    """The note on a heading: the title, what it means, an example, whether it must be given, and the law that asks for it."""
    said = example_of(field) if not (field.refers or field.categories) else ""
    key = "Leave it empty for a new record: import makes one. Never change that of a record."
    must = key if field.name == "key" else "Must be filled in." if needed(field) else "May stay empty."
    lines = (
        field.title,
        field.description,
        f"Example: {said}" if said else "Choose from the list." if field.refers or field.categories else "",
        f"{must} It must be filled in where it applies." if field.expected else must,
        f"Asked for by: {field.law}" if field.law else "",
    )
    return "\n".join(line for line in lines if line)


def _example(sheet: Worksheet, plan: Plan, formats: dict[str, Format]) -> None:
    sheet.write_string(EXAMPLE, FLAG, "Example", formats["example"])
    texts = example.texts(plan.schema)
    sheet.write_string(EXAMPLE, MARK, marked(EXAMPLE_MARK, texts))
    for place, column in enumerate(plan.columns, LEFT):
        if text := texts.get(column.field.name):
            sheet.write_string(EXAMPLE, place, text, formats[looks(column.field)])


def _around(sheet: Worksheet, plan: Plan) -> None:
    """What stays in sight, what may be sorted, and how it is printed."""
    last = LEFT + len(plan.columns) - 1
    sheet.freeze_panes(HEADINGS + 1, LEFT + (1 if plan.schema.parent else 2))
    sheet.autofilter(HEADINGS, FLAG, plan.last, last)
    sheet.outline_settings(True, True, False, False)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(last)}{plan.last + 1}"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADINGS)
