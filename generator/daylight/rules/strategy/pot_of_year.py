"""pot-of-year: the awards of a year must not come to more than the fund has in that year."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from daylight.derived import award_day, financial_year
from daylight.findings import Finding
from daylight.rules.strategy.pot import share
from daylight.rules.strategy.rule import Rule
from daylight.site import Record, Site, countable

OF = ("fund",)
NEEDS = ()


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """In each year for which the fund states its pot, its awards that are added up come to that pot or less.

    What was added during the year belongs to the pot. A year of which no pot is published is not looked at here.
    """
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for award in site.sources(record, "award"):
        day, amount = award_day(award), countable(award)
        if amount is not None and rule.first <= day <= rule.last:
            sums[financial_year(day)] += share(award, record, amount)
    for row in record.rows("years"):
        total, year = sums[row.get("financial_year", "")], row.get("financial_year", "")
        if "envelope" in row.values and total > (most := row.values["envelope"] + row.get("additional", 0)):
            facts = {"total": total, "most": most, "year": year}
            yield rule.say(row, "year", "envelope", day=f"{int(year[:4]) + 1}-03-31", **facts)
