"""What a spreadsheet holds, whichever program wrote it: sheets of cells as text, each with what kind of cell it is."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from daylight.findings import Finding

# What nobody sees, and copying from web pages leaves.
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
TEXT, NUMBER, DATE, BOOL, ERROR, BLANK = "text", "number", "date", "bool", "error", "blank"
Area = tuple[int, int, int, int]  # the first and last row and the first and last column, from 0


class Cell(NamedTuple):
    """A cell: its text without spaces around it, and its kind.

    A number is its shortest decimal of at most 15 digits, as many as a spreadsheet shows. A date is an ISO day, with the time
    where it has one. Yes and no are "yes" and "no". An error is what the spreadsheet shows, like "#REF!".
    """

    text: str
    kind: str


@dataclass(frozen=True)
class Sheet:
    """A sheet: `rows` from the first on, each as long as it has cells; a blank row is empty, and the last is not blank.

    Rows and columns count from 0 here. `hidden` is whether the whole sheet is.
    """

    name: str
    rows: list[list[Cell]]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


class Unreadable(Exception):
    """Why a file cannot be read at all, as a finding. Whoever reads a file says it to the person."""

    def __init__(self, finding: Finding):
        super().__init__(finding.message)
        self.finding = finding


NOTHING = Cell("", BLANK)


def cell(value) -> Cell:
    """A cell of a Python value, as libraries for spreadsheets give it."""
    if isinstance(value, str):
        text = UNSEEN.sub("", value).replace("\r\n", "\n").replace("\r", "\n").strip()
        return Cell(text, TEXT) if text else NOTHING
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return Cell("yes" if value else "no", BOOL)
    if isinstance(value, int | float):
        return Cell(decimal(value), NUMBER)
    return _moment(value)


def decimal(value: float) -> str:
    """A number in digits. A spreadsheet counts in binary and shows 15 digits: what comes after them was never typed."""
    if isinstance(value, int):
        return str(value)
    exact = Decimal(f"{value:.15g}")
    return f"{exact.normalize():f}" if exact else "0"


def _moment(value: date | time | timedelta) -> Cell:
    if isinstance(value, datetime):
        return Cell(value.isoformat() if value.time() != time() else value.date().isoformat(), DATE)
    if isinstance(value, date):
        return Cell(value.isoformat(), DATE)
    return Cell(value.isoformat("minutes") if isinstance(value, time) else str(value), TEXT)


def trimmed(cells: list[Cell]) -> list[Cell]:
    """A row without the blank cells at its end."""
    last = len(cells)
    while last and cells[last - 1].kind == BLANK:
        last -= 1
    return cells if last == len(cells) else cells[:last]


def without_end(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows without the blank ones at their end."""
    while rows and not rows[-1]:
        rows.pop()
    return rows


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A, B, … Z, AA."""
    found, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
