"""rounds: a panel must sit as often in a financial year as the strategy says."""

from collections import Counter
from collections.abc import Iterator

from daylight.derived import financial_year
from daylight.findings import Finding
from daylight.rules.strategy.rule import Rule
from daylight.site import Record, Site

OF = ("fund",)
NEEDS = ("figure",)


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """There are as many rounds in a financial year as the figure says: not more, and when the year has ended not fewer.

    A year of which no round is published is not looked at here: that is a gap, which the page Coverage and gaps shows.
    """
    days = [d for r in site.sources(record, "round") if rule.first <= (d := r.get("met_on", "")) <= rule.last]
    for year, count in sorted(Counter(financial_year(day) for day in days).items()):
        end = f"{int(year[:4]) + 1}-03-31"
        if count > rule.get("figure") or (count < rule.get("figure") and end < site.today):
            name = "more" if count > rule.get("figure") else "fewer"
            yield rule.say(record, name, day=end, count=count, figure=f"{rule.get('figure'):f}", year=year)
