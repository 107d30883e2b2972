"""Finds the tables of a sheet: the row of headings, the rows below it, and what is neither, each with the reason."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from daylight.intake.cells import BLANK, DATE, NOTHING, NUMBER, TEXT, Cell, Sheet, letters

MOST_KNOWN = 0.6  # of the texts in a row of headings
LOOKED_AT = 200  # rows above which the headings must stand
SOME = 3  # known headings that hardly stand together by chance
_NUMBER = re.compile(r"[£(+-]*\s*\d[\d,. ]*\)?-?")
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
    top = _headings(sheet, range(min(len(rows), LOOKED_AT)), known)
    turned = _is_turned(rows, top, known)
    if top is None:
        return Found([], {row: NO_TABLE for row, cells in enumerate(rows) if cells}, turned)
    top += _goes_on_below(sheet, top)
    table = Table(sheet, top, _texts(sheet, top))
    found = Found([table], {row: ABOVE for row in range(top) if rows[row]} | {top: HEADINGS}, turned)
    last = _last(rows, top)
    for row in range(top + 1, len(rows)):
        cells = [cell for cell in rows[row] if cell.kind != BLANK]
        if not cells:
            continue
        if _texts(sheet, row) == table.headings:
            found.left |= dict.fromkeys(_titles(table), ABOVE) | {row: REPEATED}
        elif len(cells) == 1 and cells[0].kind == TEXT and (why := _single(sheet, row, last, cells[0].text)):
            found.left[row] = why
        elif _is_another(sheet, row, known):
            found.left |= dict.fromkeys(_titles(table), ABOVE)
            table = Table(sheet, row, _texts(sheet, row))
            found.tables.append(table)
            found.left[row] = HEADINGS
        else:
            table.body.append(row)
    return found


def _headings(sheet: Sheet, rows: range, known: Callable[[str], bool]) -> int | None:
    """The first row of texts most of which are known as headings, else the row with most of those, above other rows."""
    most, found = 0, None
    for row in rows:
        texts = [cell.text for cell in sheet.rows[row] if cell.kind != BLANK]
        if len(texts) < 2 or any(cell.kind in (NUMBER, DATE) or _NUMBER.fullmatch(cell.text) for cell in sheet.rows[row]):
            continue
        if not any(len(cells) > 1 for cells in sheet.rows[row + 1 : row + 4]):
            continue
        count = sum(known(text) for text in texts)
        if count >= 2 and count > len(texts) * MOST_KNOWN:
            return row
        if count > most:
            most, found = count, row
    return found


def _is_turned(rows: Sequence[list[Cell]], top: int | None, known: Callable[[str], bool]) -> bool:
    """Whether more headings stand in the first column than in the row that would hold them, which are hardly any then."""
    there = sum(known(cell.text) for cell in rows[top]) if top is not None else 0
    first = (cells[0].text for cells in rows[:LOOKED_AT] if cells and cells[0].kind == TEXT)
    return there < SOME and sum(known(text) for text in first) >= SOME


def _titles(table: Table) -> list[int]:
    """Takes the titles that stand above further headings out of the body: its last rows of one text in the first column."""
    taken, first = [], min(table.headings)
    while table.body and [n for n, cell in enumerate(table.sheet.rows[table.body[-1]]) if cell.kind != BLANK][1:] == []:
        if table.cell(table.body[-1], first).kind != TEXT:
            break
        taken.append(table.body.pop())
    return taken


def _goes_on_below(sheet: Sheet, row: int) -> bool:
    """Whether the headings in a row are merged over several columns, with headings of their own below."""
    below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []
    for first, last, left, right in sheet.merged:
        inner = [cell for cell in below[left : right + 1] if cell.kind == TEXT and not _NUMBER.fullmatch(cell.text)]
        if first == last == row and right > left and len(inner) > 1 and all(c.kind in (TEXT, BLANK) for c in below):
            return True
    return False


def _texts(sheet: Sheet, row: int) -> dict[int, str]:
    """The headings in a row by column; below one that is merged over several columns they begin with what that says."""
    own = {column: " ".join(cell.text.split()) for column, cell in enumerate(sheet.rows[row]) if cell.kind != BLANK}
    for first, last, left, right in sheet.merged:
        above = sheet.rows[first][left].text if first < len(sheet.rows) and left < len(sheet.rows[first]) else ""
        if not above:
            continue
        if last == row and first < row:  # one heading over two rows
            own.setdefault(left, " ".join(above.split()))
        elif last == row - 1 and right > left and sum(cell.kind != BLANK for cell in sheet.rows[first]) > 1:
            own |= {c: f"{above}: {own[c]}" for c in range(left, right + 1) if c in own}  # a title over all stands alone
    twice = {text for text in own.values() if list(own.values()).count(text) > 1}
    return {c: f"{text} [column {letters(c)}]" if text in twice else text for c, text in sorted(own.items())}


def _last(rows: list[list[Cell]], top: int) -> int:
    """The last row that holds more than one cell; the last of all where rows hold no more than two, and may well hold one."""
    filled = {row: sum(cell.kind != BLANK for cell in rows[row]) for row in range(top, len(rows))}
    usual = sorted(count for row, count in filled.items() if count and row > top)
    if usual and usual[len(usual) // 2] <= 2:
        return len(rows)
    return max((row for row, count in filled.items() if count > 1), default=top)


def _single(sheet: Sheet, row: int, last: int, text: str) -> str:
    """Why a row with one text alone is none of the table; '' where it may be one that is not filled in."""
    if _NUMBER.fullmatch(text):
        return ""
    if row > last or _NOTE.match(text):
        return BELOW
    across = any(first <= row <= end and right > left for first, end, left, right in sheet.merged)
    return SECTION if across else ""


def _is_another(sheet: Sheet, row: int, known: Callable[[str], bool]) -> bool:
    """Whether a row holds the headings of another table."""
    cells = [cell for cell in sheet.rows[row] if cell.kind != BLANK]
    if len(cells) < 2 or any(cell.kind != TEXT or _NUMBER.fullmatch(cell.text) for cell in cells):
        return False
    return sum(known(cell.text) for cell in cells) > len(cells) * MOST_KNOWN
