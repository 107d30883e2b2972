"""How the money of awards is divided among funds, priorities, budget areas or areas, so that no pound is said twice."""

from dataclasses import dataclass, field
from decimal import Decimal

from daylight.derived import award_day, financial_year
from daylight.site import Record, Site, countable

NOTHING = Decimal("0.00")


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


def parts(site: Site, award: Record, kind: str) -> dict[str, Decimal] | None:
    """What of the countable amount of an award belongs to each record of a kind, by key; None where that is not known."""
    amount = countable(award) or NOTHING
    links = [link for link in site.links_of(award) if link.field.adds and link.field.refers == kind]
    rows = [link for link in links if link.row is not award and "amount" in link.row.values]
    if rows and sum(link.row.values["amount"] for link in rows) <= amount:
        found: dict[str, Decimal] = {}
        for link in rows:
            found[link.target[1]] = found.get(link.target[1], NOTHING) + link.row.values["amount"]
        return found
    keys = {link.target[1] for link in links}
    return None if len(keys) > 1 else dict.fromkeys(keys, amount)


def divided(site: Site, kind: str, year: str = "") -> Shares:
    """The countable money of all awards, or of those of a financial year, by record of a kind."""
    found = Shares({record.key: Part() for record in site.all(kind)})
    for award in site.records["award"].values():
        amount = countable(award)
        if amount is None or (year and year != year_of(award)):
            continue
        found.whole.add(amount)
        known = parts(site, award, kind)
        if known is None:
            found.shared.add(amount)
            continue
        for key, of in known.items():
            found.by_key.setdefault(key, Part()).add(of)
        if (left := amount - sum(known.values())) or not known:
            found.none.add(left)
    return found


def year_of(award: Record) -> str:
    """The financial year of an award, '' where no date is known."""
    day = award_day(award)
    return financial_year(day) if day else award.get("financial_year", "")
