"""What becomes of one row of a source, cell by cell: into which field each goes, why it is left out, or what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from daylight.drafts import Draft
from daylight.findings import ERROR, Finding, finding

RECORD, HELD, SKIPPED = "record", "held", "skipped"
WHOLE = -1  # in place of a column: the whole row


class Problem(NamedTuple):
    """What is wrong with a cell, by its column from 0, or with the WHOLE row."""

    column: int
    finding: Finding


@dataclass(eq=False)
class Taken:
    """A row that is not blank, by its sheet and its number from 0. Its cells are in `into` (the field), in `left` (the reason)
    or have a problem, by column; `how` says of some in what way they were read. `skipped` is why the whole row is no record.
    `drafts` are its records. `money` is the amount of each cell of money that could be read, in pounds.
    `paid` says in which draft and field the amount of a cell stands, where that is not the first draft."""

    sheet: str
    row: int
    into: dict[int, str] = field(default_factory=dict)
    left: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    how: dict[int, str] = field(default_factory=dict)
    skipped: str = ""
    drafts: Sequence[Draft] = ()
    money: dict[int, Decimal] = field(default_factory=dict)
    paid: dict[int, tuple[int, str]] = field(default_factory=dict)

    @property
    def wrong(self) -> bool:
        """Whether something must be put right before it can be a record."""
        return any(problem.finding.severity == ERROR for problem in self.problems)

    @property
    def outcome(self) -> str:
        """RECORD, HELD or SKIPPED."""
        return SKIPPED if self.skipped else HELD if self.wrong else RECORD

    def mend(self, file: str, column: int, name: str, fix: str = "", of: str = "", **facts) -> None:
        """Notes what must be put right in a cell, or in the WHOLE row: a wording of IMPORT by its name, of a field."""
        self.problems.append(Problem(column, finding("IMPORT", name, file, self.row + 1, fix, of=of, **facts)))
        self.into.pop(column, None)
