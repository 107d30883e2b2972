"""How the money of awards is divided among funds, recipients, priorities, areas or routes, so that no pound is said twice."""

from dataclasses import dataclass, field
from decimal import Decimal

from daylight.counted import countable
from daylight.days import award_day, financial_year
from daylight.derived import withheld
from daylight.keeping import once_of
from daylight.parts import parts, rest_is_shared
from daylight.record import Record
from daylight.site import Site

NOTHING = Decimal("0.00")
KINDS = ("fund", "priority", "budget_area")  # whose registers say how the money is divided
WAYS = (*KINDS, "organisation", "area", "route")  # kinds of record, and a field of awards
RECIPIENT = frozenset({"recipient", "recipients", "recipient_name", "recipient_as_published"})


@dataclass
class Part:
    """Some awards, and what of their money belongs together."""

    awards: int = 0
    total: Decimal = NOTHING

    def add(self, amount: Decimal) -> None:
        self.awards += 1
        self.total += amount


@dataclass
class Shares:
    """The countable money of some awards by record of a kind. All other parts make `whole`, to the penny.

    `shared` belongs to several records in unknown parts, `none` to no record that is known. What belongs to no record is
    `named` where the source has words for it: a recipient, or a route. Of recipients some are `individual` people, and some
    are `withheld`.
    """

    by_key: dict[str, Part] = field(default_factory=dict)
    shared: Part = field(default_factory=Part)
    none: Part = field(default_factory=Part)
    whole: Part = field(default_factory=Part)
    named: dict[str, Part] = field(default_factory=dict)
    individual: Part = field(default_factory=Part)
    withheld: Part = field(default_factory=Part)


def divided(site: Site, kind: str, year: str = "") -> Shares:
    """The countable money of all awards, or of those of a financial year, by each record of one of `KINDS`."""
    found = Shares({record.key: Part() for record in site.all(kind)})
    for of in (shares for name, shares in by_year(site, kind).items() if name == year or not year):
        for key, part in of.by_key.items():
            _join(found.by_key.setdefault(key, Part()), part)
        for mine, part in ((found.shared, of.shared), (found.none, of.none), (found.whole, of.whole)):
            _join(mine, part)
    return found


def _join(part: Part, other: Part) -> None:
    part.awards, part.total = part.awards + other.awards, part.total + other.total


def by_year(site: Site, way: str) -> dict[str, Shares]:
    """The countable money of each financial year, oldest first, divided in one of `WAYS`; '' is no known year."""
    years = _divided(site)[way]
    return {year: years[year] for year in sorted(years, key=lambda year: (not year, year))}


@once_of
def _divided(site: Site) -> dict[str, dict[str, Shares]]:
    """The same by way and year, in no order."""
    found: dict[str, dict[str, Shares]] = {way: {} for way in WAYS}
    for award in site.records["award"].values():
        if (amount := countable(award)) is None:
            continue
        year = year_of(award)
        for way, years in found.items():
            if (shares := years.get(year)) is None:
                shares = years[year] = Shares()
            shares.whole.add(amount)
            _add(site, shares, award, amount, way)
    return found


def _add(site: Site, shares: Shares, award: Record, amount: Decimal, way: str) -> None:
    """Adds an award to what belongs to each record; what no known share covers is `shared` by others, or belongs to none."""
    known = parts(site, award, way) if way in site.records else {}
    if known is None:
        shares.shared.add(amount)
    elif not known:
        _nobody(site, shares, award, way).add(amount)
    else:
        for key, of in known.items():
            shares.by_key.setdefault(key, Part()).add(of)
        if left := amount - sum(known.values()):
            (shares.shared if rest_is_shared(site, award, way) else shares.none).add(left)


def _nobody(site: Site, shares: Shares, award: Record, way: str) -> Part:
    """Where the money of an award stands that belongs to no record."""
    words = award.get(way) if way == "route" else None
    if way == "organisation":
        if award.children and not RECIPIENT.isdisjoint(withheld(site, award)):
            return shares.withheld
        if award.get("recipient_individual"):
            return shares.individual
        words = award.get("recipient_as_published")
    return shares.named.setdefault(words, Part()) if words else shares.none


def year_of(award: Record) -> str:
    """The financial year of an award, '' where no date is known."""
    day = award_day(award)
    return financial_year(day) if day else award.get("financial_year", "")
