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
_PLAINLY = re.compile(  # and is called nothing else, as a theatre may be
    r"(?:sub|grand|overall)?[- ]*totals?(?:\s+(?:for|of|in|to|awarded|amount|grants?|awards?|funding|spend|£|\d).*)?[:.\s]*"
    r"|.{1,60}\btotals?[:.\s]*|sum|(?:carried|brought) forward",
    re.IGNORECASE,
)


class Total(NamedTuple):
    """A row that adds up others: its number from 0, and by column what it says and what its rows come to."""

    row: int
    sums: dict[int, tuple[Decimal, Decimal]]


def totals(table: Table, columns: Sequence[int], units: dict[int, int]) -> list[Total]:
    """The rows of the body that are totals of the `columns` of money. A subtotal adds up the rows since the one before it; a
    total adds up all rows.

    A row that is plainly called so has few cells; one that has the word, or nothing but numbers, adds up several.
    """
    filled = sorted(sum(cell.kind != BLANK for cell in table.sheet.rows[row]) for row in table.body)
    usual = filled[len(filled) // 2] if filled else 0
    found: list[Total] = []
    since: dict[int, Decimal] = dict.fromkeys(columns, Decimal())
    every, many = dict(since), dict.fromkeys(columns, 0)
    for row in table.body:
        cells = [cell for cell in table.sheet.rows[row] if cell.kind != BLANK]
        said = {c: v for c in columns if (v := amount(table.cell(row, c).text, units.get(c, 1)).value) is not None}
        words = any(_WORDS.search(cell.text) and len(cell.text) < 60 for cell in cells)
        plainly = any(_PLAINLY.fullmatch(cell.text) for cell in cells) and len(cells) <= max(2, usual // 2)
        sums = {c: (v, _nearest(v, since[c], every[c])) for c, v in said.items()}
        adds_up = bool(sums) and all(a == b for a, b in sums.values()) and all(many[c] > 1 for c in sums)
        bare = all(cell.kind == NUMBER or amount(cell.text).value is not None for cell in cells)
        if plainly or (adds_up and (words or bare)):
            found.append(Total(row, sums))
            since = dict.fromkeys(columns, Decimal())
            continue
        for c, value in said.items():
            since[c], every[c], many[c] = since[c] + value, every[c] + value, many[c] + 1
    return [_of_all(total, every) for total in found]


def _of_all(total: Total, every: dict[int, Decimal]) -> Total:
    """A total that may stand above its rows: what all rows come to, where that is what it says."""
    return Total(total.row, {c: (said, said if said == every[c] else come) for c, (said, come) in total.sums.items()})


def _nearest(said: Decimal, since: Decimal, every: Decimal) -> Decimal:
    """The sum that a total means: that of the rows since the last one, else that of all rows."""
    return every if said == every or not since else since
