"""Knows the sheets of the workbook again, whatever they are called now, and where on them the fields stand."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from daylight.intake.cells import NOTHING, Cell, Sheet
from daylight.schema import Schema
from daylight.workbook.layout import MARKS, SIGN, signed
from daylight.workbook.made import HEAD

_SIGN = re.compile(rf"{SIGN}:(\w+):(example|mark)")
_FIELD = re.compile(r"(\w+):([0-9a-f]{6})")
_OURS = frozenset(MARKS.values())
LOOKED_AT = 60  # rows in which the hidden one is looked for


class Known(NamedTuple):
    """A sheet of the workbook as somebody left it.

    `row` is the hidden row of names, from 0; `mark` the hidden column, or -1 where it is gone; `columns` those of the fields;
    `gone` and `changed` those of names that are no field any more, or one of another meaning; `own` those that somebody added;
    `twice` the columns of fields that stand in another as well.
    """

    sheet: Sheet
    schema: Schema
    row: int
    mark: int
    flag: int
    columns: Mapping[str, int]
    gone: Mapping[str, int]
    changed: Mapping[str, int]
    own: tuple[int, ...]
    twice: Mapping[str, int]


def at(row: Sequence[Cell], column: int) -> Cell:
    """The cell of a row; a blank one beyond its end."""
    return row[column] if 0 <= column < len(row) else NOTHING


def is_made(sheet: Sheet) -> bool:
    """Whether it is the hidden sheet that says what was there when the workbook was made."""
    return bool(sheet.rows) and at(sheet.rows[0], 0).text == HEAD


def know(sheet: Sheet, schemas: Mapping[str, Schema]) -> Known | None:
    """The sheet as one of the workbook; None where its hidden row is not there."""
    for number, row in enumerate(sheet.rows[:LOOKED_AT]):
        signs = {m[2]: place for place, cell in enumerate(row) if (m := _SIGN.fullmatch(cell.text)) and m[1] in schemas}
        if signs:
            name = _SIGN.fullmatch(row[next(iter(signs.values()))].text)[1]
            return _known(sheet, schemas[name], number, signs)
    return None


def _known(sheet: Sheet, schema: Schema, number: int, signs: Mapping[str, int]) -> Known:
    columns, gone, changed, twice = {}, {}, {}, {}
    typed = {f.name: f for f in schema.fields if not f.derived}
    for place, cell in enumerate(sheet.rows[number]):
        if not (m := _FIELD.fullmatch(cell.text)):
            continue
        of = gone if m[1] not in typed else columns if signed(typed[m[1]]) == cell.text else changed
        (twice if m[1] in of else of)[m[1]] = place
    ours = {*columns.values(), *gone.values(), *changed.values(), *twice.values(), *signs.values()}
    widest = max(map(len, sheet.rows))
    own = tuple(place for place in range(widest) if place not in ours)
    return Known(sheet, schema, number, signs.get("mark", -1), signs.get("example", -1), columns, gone, changed, own, twice)


def is_ours(known: Known, number: int) -> bool:
    """Whether a row (from 0) is one of those that every sheet begins with, and not the example."""
    if number == known.row or at(known.sheet.rows[number], known.mark).text in _OURS:
        return True
    if known.mark >= 0:
        return False
    row = known.sheet.rows[number]
    names = {f.title for f in known.schema.fields}
    said = [at(row, place).text.removesuffix(" *") for place in known.columns.values()]
    return sum(text in names for text in said) > len(said) / 2


def heading(known: Known, column: int) -> str:
    """What stands over a column in the row of the headings; where that row is gone, what the field is called."""
    if text := at(known.sheet.rows[number], column).text if (number := _heads(known)) else "":
        return text.removesuffix(" *")
    return next((known.schema.by_name[name].title for name, place in known.columns.items() if place == column), "")


def _heads(known: Known) -> int:
    """The row of the headings, from 0; 0 where there is none, since the hidden row stands above it."""
    below = range(known.row + 1, min(known.row + 1 + LOOKED_AT, len(known.sheet.rows)))
    return next((number for number in below if is_ours(known, number)), 0)


def headings(sheet: Sheet, schemas: Mapping[str, Schema]) -> tuple[int, dict[int, str]]:
    """The row of the headings of a sheet and the heading of each column, from 1; 0 and none of one that is not ours."""
    if not (known := know(sheet, schemas)):
        return 0, {}
    columns = range(max(map(len, sheet.rows)))
    return (_heads(known) or known.row) + 1, {column + 1: text for column in columns if (text := heading(known, column))}
