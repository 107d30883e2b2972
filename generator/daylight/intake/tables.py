"""Finds the tables of a sheet: the row of headings, the rows below it, and what is neither, each with the reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from daylight.intake import heads
from daylight.intake.cells import BLANK, NOTHING, TEXT, Cell, Sheet

_NOTE = re.compile(r"(?:notes?\b|sources?\b|n\.?b\.?\b|\*|†|‡|\[?\(?\d{1,2}[\])]\s|[¹²³])", re.IGNORECASE)
ABOVE, HEADINGS, REPEATED, SECTION, BELOW, NO_TABLE = (
    "it stands above the headings",
    "it holds the headings",
    "it repeats the headings",
    "it is a heading within the table",
    "it is a note below the table",
    "its sheet holds no table with headings",
)


@dataclass
class Table:
    """A table of a sheet: the headings by column, and the rows of its body, all counted from 0. Headings may stand in two rows
    where the upper one is merged over several columns; `heading` is the lower."""

    sheet: Sheet
    heading: int
    headings: dict[int, str]
    body: list[int] = field(default_factory=list)

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a row; blank where the row ends before."""
        cells = self.sheet.rows[row]
        return cells[column] if column < len(cells) else NOTHING


@dataclass
class Found:
    """The tables of a sheet, and why each of its other rows that are not blank is left out, by row. `turned` is whether the
    headings seem to stand in the first column."""

    tables: list[Table]
    left: dict[int, str]
    turned: bool = False


def find(sheet: Sheet, known: Callable[[str], bool]) -> Found:
    """The tables of a sheet. `known` says whether a text is what a column is called."""
    rows = sheet.rows
    top = heads.first(sheet, known)
    turned = heads.is_turned(rows, top, known)
    if top is None:
        return Found([], {row: NO_TABLE for row, cells in enumerate(rows) if cells}, turned)
    top += heads.goes_on_below(sheet, top)
    table = Table(sheet, top, heads.texts(sheet, top))
    found = Found([table], {row: ABOVE for row in range(top) if rows[row]} | {top: HEADINGS}, turned)
    last = _last(rows, top)
    for row in range(top + 1, len(rows)):
        cells = [cell for cell in rows[row] if cell.kind != BLANK]
        if not cells:
            continue
        if heads.texts(sheet, row) == table.headings:
            found.left |= dict.fromkeys(_titles(table), ABOVE) | {row: REPEATED}
        elif len(cells) == 1 and cells[0].kind == TEXT and (why := _single(sheet, row, last, cells[0].text)):
            found.left[row] = why
        elif heads.begins(sheet, row, known):
            found.left |= dict.fromkeys(_titles(table), ABOVE)
            table = Table(sheet, row, heads.texts(sheet, row))
            found.tables.append(table)
            found.left[row] = HEADINGS
        else:
            table.body.append(row)
    return found


def _titles(table: Table) -> list[int]:
    """Takes the titles that stand above further headings out of the body: its last rows of one text in the first column."""
    taken, first = [], min(table.headings)
    while table.body and [n for n, cell in enumerate(table.sheet.rows[table.body[-1]]) if cell.kind != BLANK][1:] == []:
        if table.cell(table.body[-1], first).kind != TEXT:
            break
        taken.append(table.body.pop())
    return taken


def _last(rows: list[list[Cell]], top: int) -> int:
    """The last row that holds more than one cell; the last of all where rows hold no more than two, and may well hold one."""
    filled = {row: sum(cell.kind != BLANK for cell in rows[row]) for row in range(top, len(rows))}
    usual = sorted(count for row, count in filled.items() if count and row > top)
    if usual and usual[len(usual) // 2] <= 2:
        return len(rows)
    return max((row for row, count in filled.items() if count > 1), default=top)


def _single(sheet: Sheet, row: int, last: int, text: str) -> str:
    """Why a row with one text alone is none of the table; '' where it may be one that is not filled in."""
    if heads.NUMBER_LIKE.fullmatch(text):
        return ""
    if row > last or _NOTE.match(text):
        return BELOW
    across = any(first <= row <= end and right > left for first, end, left, right in sheet.merged)
    return SECTION if across else ""
