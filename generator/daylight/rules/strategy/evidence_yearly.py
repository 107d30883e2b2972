"""evidence-yearly: what works must be shown in each year."""

from collections.abc import Iterator

from daylight.days import financial_year
from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import NEVER, Rule
from daylight.site import Site

OF = ("publisher",)
NEEDS = ("values",)


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """In each financial year of the strategy that has ended there is a document of one of the kinds in `values`."""
    last = min(rule.last, site.today)
    if rule.first > last or not rule.first.strip("0-"):
        return
    documents = [d for d in site.all("document") if d.get("kind") in rule.values and "dated" in d.values]
    there = {financial_year(d.values["dated"]) for d in documents}
    for first in range(int(financial_year(rule.first)[:4]), int(financial_year(last)[:4]) + 1):
        year, end = financial_year(f"{first}-04-01"), f"{first + 1}-03-31"
        if year not in there and end < site.today:
            yield rule.say(record, "none", "rules", day=min(end, NEVER), year=year)
