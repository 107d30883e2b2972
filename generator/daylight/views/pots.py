"""What there is in a fund, what was awarded from it and what is left, by financial year."""

from dataclasses import dataclass
from decimal import Decimal

from daylight.counted import countable
from daylight.days import award_day
from daylight.parts import parts
from daylight.record import Record, Row
from daylight.rules.strategy import sound
from daylight.rules.strategy.pot import sums
from daylight.rules.strategy.rule import Rule
from daylight.site import Site
from daylight.views.shares import NOTHING, Part, year_of

POTS = ("pot", "pot-of-year")  # the checks that look at how much of a fund was awarded


@dataclass(frozen=True)
class Pot:
    """A fund in a financial year, or in all where `year` is ''. What is not published is None; `left` is below zero where
    more was awarded than there was, and then `explained` is the exception that says why."""

    year: str
    size: Decimal | None
    awards: int
    awarded: Decimal
    spent: Decimal | None
    explained: Row | None = None

    @property
    def left(self) -> Decimal | None:
        return None if self.size is None else self.size - self.awarded


def pots(site: Site, fund: Record) -> list[Pot]:
    """A fund year by year, oldest first, and after that in all where its pot is for several years together."""
    rules = [r for r in sound(site, site.publisher).get("fund", ()) if r.check in POTS and r.fund in ("", fund.key)]
    if fund.get("kind") == "umbrella":
        return []  # its money is that of its parts
    stated = {row.get("financial_year"): row for row in fund.rows("years")}
    awarded = _awarded(site, fund)
    years = sorted({year for year in (*stated, *awarded) if year})
    explained = _exception(site, fund, rules)
    found = [_pot(year, awarded.get(year, Part()), stated.get(year), rules, explained) for year in years]
    for rule in rules:
        if rule.check == "pot" and rule.get("per") == "strategy":
            size = rule.get("maximum") + sum(row.get("additional", NOTHING) for row in stated.values())
            total = sums(site, fund, rule).get("", NOTHING)
            count = sum(rule.first <= award_day(a) <= rule.last for a in _counted(site, fund))
            found.append(Pot("", size, count, total, None, explained if total > size else None))
    if awarded.get("", Part()).awards:
        found.append(Pot("unknown", None, awarded[""].awards, awarded[""].total, None))
    return found


def _pot(year: str, part: Part, row: Row | None, rules: list[Rule], explained: Row | None) -> Pot:
    yearly = [
        r for r in rules if r.check == "pot" and r.get("per") == "financial_year" and r.first <= f"{year[:4]}-04-01" <= r.last
    ]
    size = row.get("envelope") if row else None
    if size is None and yearly:
        size = yearly[0].get("maximum")
    if size is not None and row:
        size += row.get("additional", NOTHING)
    over = size is not None and part.total > size
    spent = row.get("spent") if row else None
    return Pot(year, size, part.awards, part.total, spent, explained if over else None)


def _exception(site: Site, fund: Record, rules: list[Rule]) -> Row | None:
    """The exception in force that explains why more was awarded than there was."""
    ids = {rule.id for rule in rules}
    now = (row for row in fund.rows("exceptions") if row.get("expires", "") >= site.today)
    return next((row for row in now if row.get("rule") in ids), None)


def _counted(site: Site, fund: Record) -> list[Record]:
    """The awards of a fund of whose money a known part is its own."""
    awards = (award for award in site.sources(fund, "award") if countable(award) is not None)
    return [award for award in awards if fund.key in (parts(site, award, "fund") or {})]


def _awarded(site: Site, fund: Record) -> dict[str, Part]:
    """What was awarded from a fund, by financial year; '' where no year is known."""
    found: dict[str, Part] = {}
    for award in _counted(site, fund):
        found.setdefault(year_of(award), Part()).add(parts(site, award, "fund")[fund.key])
    return found
