"""Finds the headings of tables in a sheet. `known` says whether a text is what a column is called; rows count from 0."""

import re
from collections.abc import Callable, Sequence

from daylight.intake.cells import BLANK, DATE, NUMBER, TEXT, Cell, Sheet, letters

MOST_KNOWN = 0.6  # of the texts in a row of headings
LOOKED_AT = 200  # rows above which the headings must stand
SOME = 3  # known headings that hardly stand together by chance
NUMBER_LIKE = re.compile(r"[£(+-]*\s*\d[\d,. ]*\)?-?")


def first(sheet: Sheet, known: Callable[[str], bool]) -> int | None:
    """The first row of texts most of which are known as headings, else the row with most of those, above other rows."""
    most, found = 0, None
    for row in range(min(len(sheet.rows), LOOKED_AT)):
        said = [cell.text for cell in sheet.rows[row] if cell.kind != BLANK]
        if len(said) < 2 or any(cell.kind in (NUMBER, DATE) or NUMBER_LIKE.fullmatch(cell.text) for cell in sheet.rows[row]):
            continue
        if not any(len(cells) > 1 for cells in sheet.rows[row + 1 : row + 4]):
            continue
        count = sum(known(text) for text in said)
        if count >= 2 and count > len(said) * MOST_KNOWN:
            return row
        if count > most:
            most, found = count, row
    return found


def texts(sheet: Sheet, row: int) -> dict[int, str]:
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


def goes_on_below(sheet: Sheet, row: int) -> bool:
    """Whether the headings in a row are merged over several columns, with headings of their own below."""
    below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []
    for first, last, left, right in sheet.merged:
        inner = [cell for cell in below[left : right + 1] if cell.kind == TEXT and not NUMBER_LIKE.fullmatch(cell.text)]
        if first == last == row and right > left and len(inner) > 1 and all(c.kind in (TEXT, BLANK) for c in below):
            return True
    return False


def begins(sheet: Sheet, row: int, known: Callable[[str], bool]) -> bool:
    """Whether a row below the first headings holds those of another table."""
    cells = [cell for cell in sheet.rows[row] if cell.kind != BLANK]
    if len(cells) < 2 or any(cell.kind != TEXT or NUMBER_LIKE.fullmatch(cell.text) for cell in cells):
        return False
    return sum(known(cell.text) for cell in cells) > len(cells) * MOST_KNOWN


def is_turned(rows: Sequence[list[Cell]], top: int | None, known: Callable[[str], bool]) -> bool:
    """Whether more headings stand in the first column than in the row that would hold them, which are hardly any then."""
    there = sum(known(cell.text) for cell in rows[top]) if top is not None else 0
    first = (cells[0].text for cells in rows[:LOOKED_AT] if cells and cells[0].kind == TEXT)
    return there < SOME and sum(known(text) for text in first) >= SOME
