"""sum-of-parts: a larger fund must be the sum of the funds that are parts of it."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return any(known for _, _, known, _ in _years(site, record, rule))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """In each year the pots of the parts come to that of the fund. Where some are not known, the others are not more."""
    for year, whole, known, all_known in _years(site, record, rule):
        total = sum(known, Decimal(0))
        if total > whole or (all_known and total != whole):
            facts = {"year": year, "whole": whole, "total": total}
            yield rule.say(record, "other", "years", day=f"{year[:4]}-04-01", **facts)


def _years(site: Site, fund: Record, rule: Rule) -> Iterator[tuple[str, Decimal, list[Decimal], bool]]:
    """Each year of the rule whose pot is known: the year, the pot, those of the parts, and whether none of them is missing."""
    parts = [part for part in site.sources(fund, "fund") if part.get("parent") == fund.key]
    for row in fund.rows("years"):
        year = row.get("financial_year", "")
        if "envelope" in row.values and rule.first <= f"{year[:4]}-04-01" <= rule.last:
            rows = [r.get("envelope") for part in parts for r in part.rows("years") if r.get("financial_year") == year]
            known = [pot for pot in rows if pot is not None]
            yield year, row.values["envelope"], known, len(known) == len(parts)
