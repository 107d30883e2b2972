"""rounds: a panel must sit as often in a financial year as the strategy says."""

from collections import Counter
from collections.abc import Iterator

from daylight.days import financial_year
from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ("figure",)


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(_years(site, record, rule))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """There are as many rounds in a financial year as the figure says: not more, and when the year has ended not fewer.

    A year of which no round is published is not looked at here: that is a gap, which the page Coverage and gaps shows.
    """
    for year, count in sorted(_years(site, record, rule).items()):
        end = f"{int(year[:4]) + 1}-03-31"
        if count > rule.get("figure") or (count < rule.get("figure") and end < site.today):
            name = "more" if count > rule.get("figure") else "fewer"
            yield rule.say(record, name, day=end, count=count, figure=f"{rule.get('figure'):f}", year=year)


def _years(site: Site, fund: Record, rule: Rule) -> Counter[str]:
    """How many rounds each financial year has that has any."""
    days = [d for r in site.sources(fund, "round") if rule.first <= (d := r.get("met_on", "")) <= rule.last]
    return Counter(financial_year(day) for day in days)
