"""pot: the awards of a fund must not come to more than there is."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from daylight.derived import award_day, financial_year
from daylight.findings import Finding
from daylight.rules.strategy.rule import NEVER, Rule
from daylight.site import Record, Site, countable

OF = ("fund",)
NEEDS = ("maximum", "per")


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(_sums(site, record, rule))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The awards from the fund that are added up come to the maximum or less, in each financial year or in all.

    What was added to the pot of a year (`years`) is added here too. Awards of which no date is known are in no year.
    """
    for year, total in sorted(_sums(site, record, rule).items()):
        more = sum(row.get("additional", 0) for row in record.rows("years") if year in (row.get("financial_year"), ""))
        most = rule.get("maximum") + more
        if total > most:
            day = f"{int(year[:4]) + 1}-03-31" if year else rule.last
            facts = {"total": total, "most": most, "year": year, "over": total - most}
            yield rule.say(record, "year" if year else "all", day=min(day, NEVER), **facts)


def _sums(site: Site, fund: Record, rule: Rule) -> dict[str, Decimal]:
    """What the dated awards of a fund come to, by financial year or under '' in all."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for award in site.sources(fund, "award"):
        day, amount = award_day(award), countable(award)
        if amount is not None and rule.first <= day <= rule.last:
            sums[financial_year(day) if rule.get("per") == "financial_year" else ""] += share(award, fund, amount)
    return sums


def share(award: Record, fund: Record, amount: Decimal) -> Decimal:
    """What of an award comes from a fund: its row in `funds`, else the whole."""
    rows = [row for row in award.rows("funds") if row.get("fund") == fund.key]
    return sum((row.get("amount", Decimal(0)) for row in rows), Decimal(0)) if rows else amount
