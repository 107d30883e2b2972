"""every-quarter: a panel must sit once in each quarter."""

from collections import Counter
from collections.abc import Iterator

from daylight.days import financial_year
from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ()
QUARTERS = (("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"), ("01-01", "03-31"))


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(_days(site, record, rule))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """There is one round in each quarter that lies in the time of the rule: not more, and when it has ended not fewer.

    A year of which no round is published is not looked at here: that is a gap, which the page Coverage and gaps shows.
    """
    days = _days(site, record, rule)
    for year in sorted({int(financial_year(day)[:4]) for day in days}):
        quarters = [(f"{year + (first < '04')}-{first}", f"{year + (first < '04')}-{last}") for first, last in QUARTERS]
        count = Counter(quarter for day in days for quarter in quarters if quarter[0] <= day <= quarter[1])
        for first, last in quarters:
            whole = rule.first <= first and last <= rule.last
            if count[first, last] > 1 or (whole and not count[first, last] and last < site.today):
                yield rule.say(record, "one", day=last, first=first, last=last, count=count[first, last] or "none")


def _days(site: Site, record: Record, rule: Rule) -> list[str]:
    return [day for r in site.sources(record, "round") if rule.first <= (day := r.get("met_on", "")) <= rule.last]
