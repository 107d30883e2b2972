"""What the home page says: how much there is here, since when, and the newest of it."""

from dataclasses import dataclass
from decimal import Decimal
from heapq import nlargest

from daylight.days import award_day
from daylight.derived import awards_received
from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site
from daylight.views import totals
from daylight.views.shares import year_of

NEWEST = 5


@dataclass(frozen=True)
class Front:
    """The awards of the site as their register and their table count them, those among them that were only applied for, those
    that are added up, what they come to, the organisations that received one, the first financial year ('' where none is
    known), and the ISO day of the newest award and decision ('' too)."""

    awards: int
    applied: int
    counted: int
    total: Decimal
    organisations: int
    since: str
    latest: str


def front(site: Site) -> Front:
    """What there is in figures."""
    awards = [award for award in site.records["award"].values() if is_award(award)]
    whole = totals.whole(site)
    funded = sum(bool(awards_received(site, body)) for body in site.records["organisation"].values())
    days = [award_day(award) for award in awards]
    days += [decision.get("taken_on", "") for decision in site.records["decision"].values()]
    latest = max((day for day in days if day <= site.today), default="")
    since = min(filter(None, map(year_of, awards)), default="")
    every = len(site.records["award"])
    return Front(every, every - len(awards), whole.awards, whole.total, funded, since, latest)


def newest(site: Site, count: int = NEWEST) -> list[Record]:
    """The awards that were made last, of those that have a day; no applications."""
    dated = [(award_day(a), a.key) for a in site.records["award"].values() if is_award(a) and award_day(a)]
    return [site.records["award"][key] for _day, key in nlargest(count, dated)]
