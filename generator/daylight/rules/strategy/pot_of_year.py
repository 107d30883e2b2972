"""pot-of-year: the awards of a year must not come to more than the fund has in that year."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.pot import sums
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ()


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """In each year for which the fund states its pot, its awards that are added up come to that pot or less.

    What was added during the year belongs to the pot. A year of which no pot is published is not looked at here.
    """
    awarded = sums(site, record, rule, "financial_year")
    for row in record.rows("years"):
        total, year = awarded[row.get("financial_year", "")], row.get("financial_year", "")
        if "envelope" in row.values and total > (most := row.values["envelope"] + row.get("additional", 0)):
            facts = {"total": total, "most": most, "year": year}
            yield rule.say(row, "year", "envelope", day=f"{int(year[:4]) + 1}-03-31", **facts)
