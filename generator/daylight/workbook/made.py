"""The hidden sheet that says what was there when the workbook was made: the marks of all rows, and the labels of values.

With it the program knows of each cell whether a person changed it, and of each record whether it was changed since.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from daylight.workbook.layout import SIGN, Plan, fingerprint
from daylight.workbook.records import Line

NAME = "Daylight"
HEAD, ROW, VALUE = f"{SIGN}:made", "rows", "value"
BETWEEN, MOST = " | ", 30_000  # between the marks in a cell, and how long it may be: Excel allows 32,767
FULL, EMPTY = "with rows", "empty"


def mark(line: Line) -> str:
    """What the hidden column says of a row of the records."""
    return marked(line.name, line.texts)


def marked(name: str, texts: Mapping[str, str]) -> str:
    """What the hidden column says of a row: which it is, and a sign of what each field said."""
    return " ".join((name, *(f"{field}={fingerprint(text)}" for field, text in sorted(texts.items()))))


def unmarked(text: str) -> tuple[str, dict[str, str]]:
    """Which row a mark is of, and the sign of what each field said."""
    name, *signs = text.split(" ")
    while signs and "=" not in signs[0]:  # a key that check refuses may have spaces
        name = f"{name} {signs.pop(0)}"
    return name, dict(sign.split("=", 1) for sign in signs if "=" in sign)


def packed(marks: Iterable[str]) -> Iterator[str]:
    """Many marks in few cells, which are written and read in a moment."""
    cell: list[str] = []
    length = 0
    for text in marks:
        if cell and length + len(text) > MOST:
            yield BETWEEN.join(cell)
            cell, length = [], 0
        cell.append(text)
        length += len(text) + len(BETWEEN)
    if cell:
        yield BETWEEN.join(cell)


def unpacked(cell: str) -> list[str]:
    """The marks of a cell."""
    return cell.split(BETWEEN)


def write(sheet: Worksheet, office: str, plans: Sequence[Plan], marks: Mapping[str, Sequence[str]], empty: bool) -> None:
    """Writes the key of the office, the marks of all its rows, and the values of all labels."""
    sheet.write_row(0, 0, (HEAD, EMPTY if empty else FULL, office))
    rows: list[Iterable[str]] = []
    for plan in plans:
        rows += [(ROW, plan.schema.name, cell) for cell in packed(marks[plan.schema.name])]
    for plan in plans:
        for field in (column.field for column in plan.columns if column.field.categories):
            rows += [(VALUE, plan.schema.name, field.name, value, label) for value, label in field.labels.items()]
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)
