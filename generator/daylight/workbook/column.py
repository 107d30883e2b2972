"""Writes one column of a sheet: its width, how its cells look, and its heading with a note."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from daylight.read import example
from daylight.schema import Field
from daylight.workbook.layout import HEADINGS, NAMES, needed, signed

WIDTHS = {"date": 13, "boolean": 10, "integer": 12, "number": 15, "time": 10}


def write(sheet: Worksheet, place: int, field: Field, is_shown: bool, formats: dict[str, Format]) -> None:
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
    said = example(field) if not (field.refers or field.categories) else ""
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


def looks(field: Field) -> str:
    """The name of the format of a field's cells."""
    return field.unit or {"integer": "number", "number": "number", "date": "date"}.get(field.type, "text")
