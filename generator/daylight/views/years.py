"""A financial year in figures, for the annual report."""

from collections import Counter
from dataclasses import dataclass

from daylight.days import day_of, financial_year
from daylight.keeping import once_of
from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site
from daylight.views.groups import total
from daylight.views.shares import year_of


@dataclass(frozen=True)
class Year:
    """The awards of a financial year that are not money that came in, its decisions, and what came in."""

    year: str
    awards: list[Record]
    decisions: list[Record]
    received: list[Record]

    @property
    def total(self):
        return total(self.awards)


@once_of
def years(site: Site) -> list[Year]:
    """Every financial year that has an award or a decision, newest first."""
    awards, received, decisions = {}, {}, {}
    for award in site.all("award"):
        if is_award(award) and (year := year_of(award)):
            (received if award.get("direction") == "in" else awards).setdefault(year, []).append(award)
    for decision in site.all("decision"):
        if decision.get("own") and (day := day_of(decision)):
            decisions.setdefault(financial_year(day), []).append(decision)
    names = sorted({*awards, *received, *decisions}, reverse=True)
    return [Year(n, awards.get(n, []), decisions.get(n, []), received.get(n, [])) for n in names]


def by_field(awards: list[Record], field: str) -> list[tuple[str, list[Record]]]:
    """Some awards by the values of a field, the most frequent first; '' where there is none."""
    counts = Counter(award.get(field, "") for award in awards)
    return [
        (value, [a for a in awards if a.get(field, "") == value])
        for value, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    ]
