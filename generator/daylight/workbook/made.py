"""The hidden sheet that says what was there when the workbook was made: the marks of all rows, and the labels of values.

With it the program knows of each cell whether a person changed it, and of each record whether it was changed since.
"""

from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from daylight.workbook.layout import SIGN, Plan, fingerprint
from daylight.workbook.records import Line

NAME = "Daylight"
HEAD, ROW, VALUE = f"{SIGN}:made", "row", "value"
FULL, EMPTY = "with rows", "empty"


def mark(line: Line) -> str:
    """What the hidden column says of a row of the records."""
    return marked(line.name, line.texts)


def marked(name: str, texts: Mapping[str, str]) -> str:
    """What the hidden column says of a row: which it is, and a sign of what each field said."""
    return " ".join((name, *(f"{field}={fingerprint(text)}" for field, text in sorted(texts.items()))))


def unmarked(text: str) -> tuple[str, dict[str, str]]:
    """Which row a mark is of, and the sign of what each field said."""
    name, *signs = text.split()
    return name, dict(sign.split("=", 1) for sign in signs if "=" in sign)


def write(sheet: Worksheet, plans: Sequence[Plan], every: Mapping[str, Sequence[Line]], empty: bool) -> None:
    """Writes the marks of all rows of the office, and the values of all labels."""
    sheet.write_row(0, 0, (HEAD, EMPTY if empty else FULL))
    rows: list[Iterable[str]] = [(ROW, p.schema.name, mark(line)) for p in plans for line in every[p.schema.name]]
    for plan in plans:
        for field in (column.field for column in plan.columns if column.field.categories):
            rows += [(VALUE, plan.schema.name, field.name, value, label) for value, label in field.labels.items()]
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)
