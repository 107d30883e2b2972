"""recipient-total: what a recipient has in a year decides how closely it is followed."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.counted import countable
from daylight.days import award_day, financial_year
from daylight.derived import awards_received, recipients
from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ("maximum", "fields", "figure")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Where the recipient's awards of the financial year together are over the maximum, the number is the figure or less.

    An award that is over it alone is judged by at-most.
    """
    path, most, year = rule.paths[0], rule.get("maximum"), financial_year(award_day(record))
    if (countable(record) or 0) > most or record.get(path[0], 999) <= rule.get("figure"):
        return
    for recipient in recipients(site, record):
        awards = [a for a in awards_received(site, recipient) if award_day(a) and financial_year(award_day(a)) == year]
        total = sum((countable(a) or Decimal(0) for a in awards), Decimal(0))
        if total > most:
            facts = {"total": total, "most": most, "year": year, "field": named(path), "figure": f"{rule.get('figure'):f}"}
            yield rule.say(record, "together", path[0], **facts)
