"""What the round before an opportunity funded, for those who think of applying."""

from decimal import Decimal
from typing import NamedTuple

from daylight.counted import countable
from daylight.days import day_of
from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site
from daylight.views.groups import total

LARGEST = 3


class Funded(NamedTuple):
    """A round that is over: the opportunity, how many awards it made, what of them adds up, and the largest of them."""

    opportunity: Record
    count: int
    total: Decimal
    largest: list[Record]


def funded(site: Site, opportunity: Record) -> Funded | None:
    """What the round before funded: the one that the opportunity names, else the last one of its fund that closed before."""
    if (before := _before(site, opportunity)) is None:
        return None
    awards = [a for a in site.sources(before, "award") if is_award(a) and a.get("status") != "withdrawn"]
    sure = [a for a in awards if countable(a) is not None]
    largest = sorted(sure, key=lambda a: (-countable(a), a.key))[:LARGEST]
    return Funded(before, len(awards), total(awards), largest)


def _before(site: Site, opportunity: Record) -> Record | None:
    if named := site.get("opportunity", opportunity.get("earlier")):
        return named
    fund, day = site.get("fund", opportunity.get("fund")), day_of(opportunity)
    others = site.sources(fund, "opportunity") if fund and day else []
    over = [o for o in others if o.get("closes_on", "9") < day and o.get("kind") == opportunity.get("kind")]
    return max(over, key=lambda o: (o.values["closes_on"], o.key), default=None)
