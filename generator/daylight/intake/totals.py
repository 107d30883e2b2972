"""Finds the rows of a table that add up others: by their words, and by adding up."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from daylight.intake.amounts import amount
from daylight.intake.cells import BLANK, NUMBER
from daylight.intake.tables import Table

_WORDS = re.compile(
    r"\b(?:sub[- ]?|grand |overall )?total(?:s|led)?\b|^sum$|\bcarried forward\b|\bbrought forward\b", re.IGNORECASE
)


class Total(NamedTuple):
    """A row that adds up others: its number from 0, by column what it says and what its rows come to, and whether it says so
    in words."""

    row: int
    sums: dict[int, tuple[Decimal, Decimal]]
    words: bool

    @property
    def right(self) -> bool:
        return all(said == come for said, come in self.sums.values())


def totals(table: Table, columns: Sequence[int], units: dict[int, int]) -> list[Total]:
    """The rows of the body that are totals of the `columns` of money. A subtotal adds up the rows since the one before it; a
    total adds up all rows.

    A row with the word must have few cells; one without it must have nothing but numbers and add up more than one row.
    """
    filled = sorted(sum(cell.kind != BLANK for cell in table.sheet.rows[row]) for row in table.body)
    usual = filled[len(filled) // 2] if filled else 0
    found: list[Total] = []
    since: dict[int, list[Decimal]] = {column: [] for column in columns}
    every: dict[int, list[Decimal]] = {column: [] for column in columns}
    for row in table.body:
        cells = [cell for cell in table.sheet.rows[row] if cell.kind != BLANK]
        said = {c: v for c in columns if (v := amount(table.cell(row, c).text, units.get(c, 1)).value) is not None}
        words = any(_WORDS.search(cell.text) and len(cell.text) < 60 for cell in cells)
        sums = {c: (v, _nearest(v, since[c], every[c])) for c, v in said.items()}
        adds_up = bool(sums) and all(a == b for a, b in sums.values()) and all(len(every[c]) > 1 for c in sums)
        bare = all(cell.kind == NUMBER or amount(cell.text).value is not None for cell in cells)
        if (words and (adds_up or len(cells) <= max(2, usual // 2)) and (said or len(cells) <= 2)) or (bare and adds_up):
            found.append(Total(row, sums, words))
            since = {column: [] for column in columns}
            continue
        for c, value in said.items():
            since[c].append(value)
            every[c].append(value)
    return found


def _nearest(said: Decimal, since: list[Decimal], every: list[Decimal]) -> Decimal:
    """The sum that a total means: that of the rows since the last one, else that of all rows."""
    part, whole = sum(since, Decimal()), sum(every, Decimal())
    return part if part == said or not (whole == said or not since) else whole
