"""What a person wants to be imported and how, and what became of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from daylight.drafts import Proposal
from daylight.findings import Finding
from daylight.intake.account import Account, MoneyColumn
from daylight.intake.cells import letters
from daylight.intake.mapping import ColumnMap
from daylight.intake.questions import Question
from daylight.intake.source import Source
from daylight.intake.taken import Taken
from daylight.intake.totals import Total

Ask = Callable[[Question], str]


@dataclass
class Import:
    """What became of a file. `proposal` and `account` are None where it could not be read, or where something must be decided
    first (`asked`). `mapping` is None for 360Giving and OCDS; `kept` is where it is kept, below the office."""

    source: Source | None
    rows: Sequence[Taken] = ()
    proposal: Proposal | None = None
    account: Account | None = None
    mapping: ColumnMap | None = None
    kept: str = ""
    new_mapping: bool = False
    totals: Mapping[str, Sequence[Total]] = field(default_factory=dict)
    money: Sequence[MoneyColumn] = ()
    orders: Mapping[str, str] = field(default_factory=dict)
    asked: Sequence[Question] = ()
    findings: Sequence[Finding] = ()
    other_funders: Sequence[str] = ()


@dataclass(frozen=True)
class Wanted:
    """What the person who imports asks for: a kind of record, a file of the mapping, constants, and who answers questions."""

    kind: str = ""
    mapping: Path | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    ask: Ask = lambda question: ""


def column_name(read: Source, taken: Taken, column: int) -> str:
    """What a column is called, as its heading and its letter, in the table in which a row stands."""
    if read.counts:
        return read.paths.get(taken.sheet, {}).get(column, letters(column))
    if read.tops:
        rows = {sheet.name: sheet.rows for sheet in read.sheets}
        headings = rows[taken.sheet][read.tops[taken.sheet]] if taken.sheet in read.tops else []
        return (headings[column].text if column < len(headings) else "") or letters(column)
    tables = [t for t in read.found[taken.sheet].tables if t.heading <= taken.row]
    return tables[-1].headings.get(column, letters(column)) if tables else letters(column)
