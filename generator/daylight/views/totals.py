"""The totals: what was awarded by year, fund, recipient, priority, area and route, in lines that make the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from daylight.counted import countable
from daylight.keeping import once_of
from daylight.schema import summary
from daylight.site import Site
from daylight.views import groups
from daylight.views.shares import NOTHING, Part, by_year

TABLES = {
    "totals_by_year": "",
    "totals_by_fund": "fund",
    "totals_by_recipient": "organisation",
    "totals_by_priority": "priority",
    "totals_by_area": "area",
    "totals_by_route": "route",
}  # and in which of `shares.WAYS` each divides the money
ONE, NAMED, NONE, APPLIED = "one", "named", "none", "applied"  # kinds of line; others are parts of `Shares`
PARTS = ("individual", "shared", "withheld", NONE)


@dataclass(frozen=True)
class Line:
    """What was awarded to one of those among whom a table divides the money, in a financial year; '' is no known year.

    `key` is that of a record, and `title` what the record or the source calls it; both are '' where the line is of nobody that
    is known, or of several in parts that are not. `listed` counts the awards of a year whose money is not added up too.
    """

    kind: str
    key: str
    title: str
    year: str
    awards: int
    amount: Decimal
    listed: int = 0


@dataclass(frozen=True)
class Sum:
    """The lines of one of those among whom a table divides the money, of all years together."""

    kind: str
    key: str
    title: str
    awards: int
    amount: Decimal


@once_of
def lines(site: Site) -> dict[str, list[Line]]:
    """The lines of each of `TABLES`: the records in their order, then the others; of each the years, oldest first."""
    return {name: list(_divided(site, way) if way else _years(site)) for name, way in TABLES.items()}


def sums(site: Site, name: str) -> list[Sum]:
    """The lines of a table without their years: those that name somebody by amount, the largest first, then the others."""
    found: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines(site)[name]:
        found.setdefault((line.kind, line.key, line.title), []).append(line)
    every = [Sum(*of, sum(line.awards for line in by), sum(line.amount for line in by)) for of, by in found.items()]
    return sorted(every, key=lambda of: (1, 0) if of.kind in PARTS else (0, -of.amount))


def whole(site: Site) -> Part:
    """All awards whose money is added up."""
    of = lines(site)["totals_by_year"]
    return Part(sum(line.awards for line in of), sum((line.amount for line in of), NOTHING))


def label(name: str, kind: str) -> str:
    """What the lines of a kind are called, in the words of the table's schema."""
    return summary(name).by_name["kind"].labels[kind]


def _years(site: Site) -> Iterator[Line]:
    kinds = {"unknown": NONE, "applied": APPLIED}
    found = {group.id: group for group in groups.by_year(site, "award")}
    for id in sorted(found, key=lambda id: (id == "applied", id == "unknown", id)):
        kind, records = kinds.get(id, ONE), found[id].records
        year = id if kind == ONE else ""
        counted = sum(countable(award) is not None for award in records)
        yield Line(kind, "", year, year, counted, found[id].total, len(records))


def _divided(site: Site, way: str) -> Iterator[Line]:
    years = by_year(site, way)
    keys = {key for of in years.values() for key in of.by_key}
    for key in sorted(keys):
        record = site.get(way, key)
        title = site.label(record) if record else key
        yield from _each(ONE, key, title, {year: of.by_key.get(key) for year, of in years.items()})
    for words in sorted({words for of in years.values() for words in of.named}):
        yield from _each(NAMED, "", words, {year: of.named.get(words) for year, of in years.items()})
    for kind in PARTS:
        yield from _each(kind, "", "", {year: getattr(of, kind) for year, of in years.items()})


def _each(kind: str, key: str, title: str, years: dict[str, Part | None]) -> Iterator[Line]:
    """A line for each year in which there is an award."""
    yield from (Line(kind, key, title, year, of.awards, of.total) for year, of in years.items() if of and of.awards)
