"""share-of: a fund must have about its part of the larger fund."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ("figure",)
ABOUT = Decimal(1)  # percentage points, for the strategy says "approximately"


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Of the pots of a year of all parts of the larger fund, this one is as many per cent as the figure says, to one point."""
    parent = site.get("fund", record.get("parent"))
    if parent is None or parent is record:
        return
    pots: dict[str, dict[str, Decimal]] = defaultdict(dict)
    parts = [fund for fund in site.sources(parent, "fund") if fund.get("parent") == parent.key]
    for fund in parts:
        for row in fund.rows("years"):
            if "envelope" in row.values and "financial_year" in row.values:
                pots[row.values["financial_year"]][fund.key] = row.values["envelope"]
    for year, of in sorted(pots.items()):
        day, whole = f"{year[:4]}-04-01", sum(of.values())
        if len(of) == len(parts) and whole and rule.first <= day <= rule.last:
            is_now = of[record.key] * 100 / whole
            if abs(is_now - rule.get("figure")) > ABOUT:
                facts = {"year": year, "figure": f"{rule.get('figure'):f}", "share": f"{is_now:.1f}"}
                yield rule.say(record, "differs", "years", day=day, **facts)
