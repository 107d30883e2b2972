"""The account of an import: every row and cell that is not blank, and every pound, is a record, held back or skipped.

It is worked out from the source and from the drafts apart, and must agree; where it does not, the import stops.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from daylight.drafts import Draft
from daylight.intake.amounts import amount
from daylight.intake.cells import BLANK, Sheet
from daylight.intake.headings import YEARLY, year
from daylight.intake.taken import HELD, RECORD, SKIPPED, Taken

OUTCOMES = (RECORD, HELD, SKIPPED)


class Unbalanced(Exception):
    """The account does not agree. It is a mistake of the program, and nothing may be written."""


class MoneyColumn(NamedTuple):
    """A column of money: its sheet, its number from 0, the rows of its table from `first` to before `last`, its heading, the
    field of the record, and what the amounts are multiplied by."""

    sheet: str
    column: int
    first: int
    last: int
    heading: str
    field: str
    unit: int


class Sum(NamedTuple):
    """What all cells of a column of money come to, in pounds: in all, and by what became of their rows; and how many cells, of
    rows that are not skipped, say something that cannot be read as an amount."""

    heading: str
    field: str
    total: Decimal
    of: Mapping[str, Decimal]
    unread: int = 0


@dataclass(frozen=True)
class Account:
    """How many rows and cells ended in which way, and the sums of each column of money."""

    rows: Mapping[str, int]
    cells: Mapping[str, int]
    sums: Sequence[Sum]


def account(sheets: Sequence[Sheet], rows: Sequence[Taken], money: Sequence[MoneyColumn]) -> Account:
    """The account of all rows. Raises `Unbalanced` where a row or a cell has no end, or a sum is not that of the records."""
    of = {(taken.sheet, taken.row): taken for taken in rows}
    there = {(s.name, n): c for s in sheets for n, c in enumerate(s.rows) if any(cell.kind != BLANK for cell in c)}
    if len(of) != len(rows) or of.keys() != there.keys():
        raise Unbalanced(f"{len(there)} rows were read and {len(rows)} accounted for")
    cells: Counter[str] = Counter()
    for place, taken in of.items():
        columns = {column for column, cell in enumerate(there[place]) if cell.kind != BLANK}
        _whole(taken, columns)
        left = columns & taken.left.keys() if taken.outcome == RECORD else set()
        cells[taken.outcome] += len(columns - left)
        cells[SKIPPED] += len(left)
    if cells.total() != sum(cell.kind != BLANK for row in there.values() for cell in row):
        raise Unbalanced("cells were lost")
    return Account(Counter(taken.outcome for taken in rows), cells, [*_sums(sheets, of, money)])


def _whole(taken: Taken, columns: set[int]) -> None:
    """Whether each cell of a row that became a record went into a field, or is left out for a reason."""
    if taken.outcome == RECORD:
        ends = taken.into.keys() | taken.left.keys()
        if columns - ends or taken.into.keys() & taken.left.keys() or not taken.drafts:
            raise Unbalanced(f"{taken.sheet}, row {taken.row + 1}: the columns {sorted(columns - ends)} went nowhere")


def _sums(sheets: Sequence[Sheet], of: Mapping[tuple[str, int], Taken], money: Sequence[MoneyColumn]):
    by_heading: dict[tuple[str, str], dict[str, Decimal]] = {}
    unread: Counter[tuple[str, str]] = Counter()
    grids = {sheet.name: sheet.rows for sheet in sheets}
    for one in money:
        known = one.heading, one.field
        found = by_heading.setdefault(known, dict.fromkeys(OUTCOMES, Decimal()))
        for number in range(one.first, min(one.last, len(grids[one.sheet]))):
            cells = grids[one.sheet][number]
            if one.column >= len(cells) or cells[one.column].kind == BLANK:
                continue
            taken = of[one.sheet, number]
            if (value := amount(cells[one.column].text, one.unit).value) is not None:
                found[SKIPPED if one.column in taken.left else taken.outcome] += value
            elif taken.outcome != SKIPPED and one.column not in taken.left:
                unread[known] += 1
    for (heading, field), found in by_heading.items():
        yield Sum(heading, field, sum(found.values(), Decimal()), found, unread[heading, field])
    _as_drafted(of, grids, money)


def _drafted(draft: Draft, field: str, heading: str) -> list[Decimal]:
    """What a draft has in a field; of yearly amounts those of the year that the heading names."""
    if field != YEARLY:
        return [Decimal(draft.fields.get(field) or "NaN")]
    rows = (row.fields for row in draft.rows.get(YEARLY, ()))
    return [Decimal(row["amount"]) for row in rows if row["financial_year"] == year(heading)]


def _as_drafted(of: Mapping[tuple[str, int], Taken], grids: Mapping[str, Sequence], money: Sequence[MoneyColumn]) -> None:
    """Compares each amount of the source with that of its draft."""
    for one in money:
        for number in range(one.first, min(one.last, len(grids[one.sheet]))):
            taken = of.get((one.sheet, number))
            if taken is None or taken.outcome != RECORD or one.column not in taken.into:
                continue
            draft, field = taken.paid.get(one.column, (0, one.field))
            read = amount(grids[one.sheet][number][one.column].text, one.unit).value
            if read not in _drafted(taken.drafts[draft], field, one.heading):
                raise Unbalanced(f"{one.sheet}, row {number + 1}: the {field} was read as {read} and drafted as another")
