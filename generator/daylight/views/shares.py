"""How the money of awards is divided among funds, priorities, budget areas or areas, so that no pound is said twice."""

from dataclasses import dataclass, field
from decimal import Decimal

from daylight.derived import award_day, financial_year
from daylight.parts import parts, rest_is_shared
from daylight.site import Record, Site, countable, once_of

NOTHING = Decimal("0.00")
KINDS = ("fund", "priority", "budget_area")


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
    """The countable money of some awards by record of a kind. `by_key`, `shared` and `none` make `whole`, to the penny.

    `shared` belongs to several records in unknown parts, `none` to no record that is known.
    """

    by_key: dict[str, Part] = field(default_factory=dict)
    shared: Part = field(default_factory=Part)
    none: Part = field(default_factory=Part)
    whole: Part = field(default_factory=Part)


def divided(site: Site, kind: str, year: str = "") -> Shares:
    """The countable money of all awards, or of those of a financial year, by record of a kind."""
    return _divided(site)[kind].get(year) or _nothing(site, kind)


@once_of
def _divided(site: Site) -> dict[str, dict[str, Shares]]:
    """The same by kind and year; under '' for all awards."""
    found: dict[str, dict[str, Shares]] = {kind: {"": _nothing(site, kind)} for kind in KINDS}
    for award in site.records["award"].values():
        if (amount := countable(award)) is None:
            continue
        year = year_of(award)
        for kind, years in found.items():
            known, shared = parts(site, award, kind), rest_is_shared(site, award, kind)
            for shares in [years[""], *([years.setdefault(year, _nothing(site, kind))] if year else ())]:
                _add(shares, amount, known, shared)
    return found


def _add(shares: Shares, amount: Decimal, known: dict[str, Decimal] | None, shared: bool) -> None:
    """Adds an award to what belongs to each record; what no known share covers is `shared` by others, or belongs to none."""
    shares.whole.add(amount)
    if known is None:
        shares.shared.add(amount)
        return
    for key, of in known.items():
        shares.by_key.setdefault(key, Part()).add(of)
    if (left := amount - sum(known.values())) or not known:
        (shares.shared if shared else shares.none).add(left)


def _nothing(site: Site, kind: str) -> Shares:
    return Shares({record.key: Part() for record in site.all(kind)})


def year_of(award: Record) -> str:
    """The financial year of an award, '' where no date is known."""
    day = award_day(award)
    return financial_year(day) if day else award.get("financial_year", "")
