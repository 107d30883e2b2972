"""What a site adds up to, and what is due by it: the figures that a change may move."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from daylight.review.beside import beside
from daylight.site import Site
from daylight.views import due
from daylight.views.pots import Pot, pots
from daylight.views.shares import NOTHING
from daylight.views.totals import Line, lines

NEAR = Decimal("0.9")  # of what there is in a fund
UNNAMED = {"shared": "Several funds, in parts not known", "none": "No fund", "applied": "Applied for"}
TABLES = ("totals_by_year", "totals_by_fund")


class Deadline(NamedTuple):
    """Something to be done by an ISO day, as `views.due` has it: what, and the kind and key of its record.

    Where it is about no record, the kind is '' and the key is what it is about.
    """

    day: str
    kind: str
    key: str
    todo: str


@dataclass(frozen=True)
class Figures:
    """The lines of the published totals by table, the pots of each fund by its key, and all that is due."""

    totals: dict[str, list[Line]] = field(default_factory=dict)
    pots: dict[str, list[Pot]] = field(default_factory=dict)
    deadlines: Counter[Deadline] = field(default_factory=Counter)


class Total(NamedTuple):
    """What is added up under a heading in a financial year ('' is no known year), before and after."""

    table: str
    title: str
    year: str
    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


class Limit(NamedTuple):
    """A fund in a financial year ('' in all): what there is (None where that is not published), what was awarded before and is
    after, and whether that is `near` what there is or `over` it ('' else)."""

    fund: str
    year: str
    size_before: Decimal | None
    size: Decimal | None
    before: Decimal
    after: Decimal

    @property
    def state(self) -> str:
        if self.size is None or self.after < self.size * NEAR:
            return ""
        return "over" if self.after > self.size else "near"


def figures(site: Site) -> Figures:
    """What a site adds up to now."""
    due_then = beside(lambda: Counter(_deadlines(site)))
    every = lines(site)
    funds = {fund.key: pots(site, fund) for fund in site.all("fund")}
    return Figures({name: every[name] for name in TABLES}, funds, due_then())


def _deadlines(site: Site) -> Iterator[Deadline]:
    for task in due.every(site):
        kind, key = (task.record.kind, task.record.key) if task.record else ("", task.about)
        yield Deadline(task.day, kind, key, task.todo)


def totals(before: Figures, after: Figures) -> list[Total]:
    """The published totals that differ, by table and then as they are published."""
    found = []
    for table in TABLES:
        old, new = ({_of(line): line for line in side.totals.get(table, ())} for side in (before, after))
        for of in [*new, *(of for of in old if of not in new)]:
            was, now = (side[of].amount if of in side else NOTHING for side in (old, new))
            if was != now:
                line = new.get(of) or old[of]
                found.append(Total(table, line.title or _unnamed(line.kind), line.year, was, now))
    return found


def whole(before: Figures, after: Figures) -> tuple[Decimal, Decimal]:
    """All that is added up, before and after."""
    return tuple(sum((line.amount for line in of.totals.get(TABLES[0], ())), NOTHING) for of in (before, after))


def _of(line: Line) -> tuple[str, str, str]:
    return line.kind, line.key or line.title, line.year


def _unnamed(kind: str) -> str:
    """What lines of nobody in particular are called."""
    return UNNAMED.get(kind, "Others")


def limits(before: Figures, after: Figures, labels: dict[str, str]) -> list[Limit]:
    """The funds and years of which something differs. `labels` are the names of funds by key."""
    found = []
    for key in sorted(before.pots.keys() | after.pots.keys()):
        old, new = ({pot.year: pot for pot in side.pots.get(key, ())} for side in (before, after))
        for year in sorted(old.keys() | new.keys()):
            was, now = old.get(year), new.get(year)
            size, amount = (now.size, now.awarded) if now else (None, NOTHING)
            size_was, amount_was = (was.size, was.awarded) if was else (None, NOTHING)
            if (size, amount) != (size_was, amount_was):
                found.append(Limit(labels.get(key, key), year, size_was, size, amount_was, amount))
    return found


def deadlines(before: Figures, after: Figures) -> tuple[list[Deadline], list[Deadline]]:
    """What is due that was not, and what no longer is, each the earliest first."""
    return sorted((after.deadlines - before.deadlines).elements()), sorted((before.deadlines - after.deadlines).elements())
