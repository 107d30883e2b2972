"""The facts of a report on a change, before they are written down in one form or another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple
from urllib.parse import quote

from daylight.findings import Finding, page_of
from daylight.review.figures import Limit, Total
from daylight.review.found import Found
from daylight.review.line import Line
from daylight.review.pages import Page


class Step(NamedTuple):
    """One row of what stood where before and stands there after: the record, its field, and both values in words."""

    record: str
    field: str
    before: str
    after: str


class Due(NamedTuple):
    """Something to be done by an ISO day: what, and what it is about."""

    day: str
    todo: str
    about: str


class Leak(NamedTuple):
    """A place in the change at which something private stands: the file below the root of the repository, and the line.

    `commit` is the first commit that added it, where that is known.
    """

    path: str
    line: int
    rule: str
    message: str
    commit: str = ""


@dataclass(frozen=True)
class Report:
    """All that is said of a change. `base` and `head` are whole names of commits, `head` '' for the files on disk.

    `whole` is all that is added up, before and after. Paths of findings are below the office, whose path is `prefix`.
    `previewed` is whether there is a preview of the pages.
    """

    base: str
    head: str
    day: str
    prefix: str
    address: str
    found: Found
    lines: Sequence[Line] = ()
    leaks: Sequence[Leak] = ()
    steps: Sequence[Step] = ()
    whole: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    totals: Sequence[Total] = ()
    limits: Sequence[Limit] = ()
    due: Sequence[Due] = ()
    due_no_more: Sequence[Due] = ()
    pages: Sequence[Page] = ()
    previewed: bool = False

    @property
    def findings(self) -> Sequence[Finding]:
        """Those that the change brings, the worst first."""
        return self.found.new

    def page_of(self, code: str) -> str:
        """The address of the page that explains a code; '' where nobody says where the site is published."""
        return f"{self.address.rstrip('/')}/{quote(page_of(code))}" if self.address else ""

    def place(self, path: str) -> str:
        """The path of a file below the root of the repository."""
        return f"{self.prefix}{path}"
