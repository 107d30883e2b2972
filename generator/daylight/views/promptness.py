"""How soon things were published: the grants of each month after its end, and each decision after its signing."""

from dataclasses import dataclass
from datetime import date

from daylight.days import day_of
from daylight.record import Record
from daylight.rules.periods import after
from daylight.site import Site
from daylight.views.completeness import section_nine


@dataclass(frozen=True)
class Month:
    """The grants of a month: how many, and the days from its end until the last of them was published, None if unknown."""

    month: str
    grants: int
    days: int | None


def months(site: Site) -> list[Month]:
    """The grants of each month between the first and the last month that has one, newest first; months with none too."""
    by_month: dict[str, list[Record]] = {}
    for award in section_nine(site):
        if award.get("award_date"):
            by_month.setdefault(award.values["award_date"][:7], []).append(award)
    names = [min(by_month)] if by_month else []
    while names and names[-1] < max(by_month):
        names.append(after(names[-1]))
    return [Month(name, len(by_month.get(name, ())), _days(name, by_month.get(name, []))) for name in reversed(names)]


def _days(month: str, awards: list[Record]) -> int | None:
    """The days from the end of a month until the last of its awards was published, 0 where that was before."""
    published = [a.get("published_on") for a in awards]
    if not awards or None in published:
        return None
    following = date.fromisoformat(f"{after(month)}-01")
    return max((date.fromisoformat(max(published)) - following).days + 1, 0)


def lags(site: Site) -> list[tuple[Record, int]]:
    """The office's own decisions with the days from signing to publishing, longest first.

    Where it was not signed they are counted from the day on which it was taken, where publication was put off from then on;
    but not where something was published before that.
    """
    found = []
    for decision in site.all("decision"):
        signed, published = decision.get("signed_on") or day_of(decision), decision.get("published_on")
        if decision.get("own") and signed and published:
            until = decision.get("deferred_until", signed)
            begins = until if signed < until <= published else signed
            found.append((decision, (date.fromisoformat(published) - date.fromisoformat(begins)).days))
    return sorted(found, key=lambda of: (-of[1], of[0].key))
