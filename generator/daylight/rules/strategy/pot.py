"""pot: the awards of a fund must not come to more than there is."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from daylight.counted import countable
from daylight.days import award_day, financial_year
from daylight.findings import Finding
from daylight.parts import parts
from daylight.record import Record
from daylight.rules.strategy.rule import NEVER, Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ("maximum", "per")


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(sums(site, record, rule))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The awards from the fund that are added up come to the maximum or less, in each financial year or in all.

    What was added to the pot of a year (`years`) is added here too. Awards of which no date is known are in no year.
    """
    for year, total in sorted(sums(site, record, rule).items()):
        more = sum(row.get("additional", 0) for row in record.rows("years") if year in (row.get("financial_year"), ""))
        most = rule.get("maximum") + more
        if total > most:
            day = f"{int(year[:4]) + 1}-03-31" if year else rule.last
            facts = {"total": total, "most": most, "year": year, "over": total - most}
            yield rule.say(record, "year" if year else "all", day=min(day, NEVER), **facts)


def sums(site: Site, fund: Record, rule: Rule, per: str | None = None) -> dict[str, Decimal]:
    """What the dated awards of a fund come to while a rule is in force, by financial year or under '' in all.

    Of an award that is paid from several funds only the known share counts.
    """
    found: dict[str, Decimal] = defaultdict(Decimal)
    for award in site.sources(fund, "award"):
        day = award_day(award)
        if countable(award) is not None and rule.first <= day <= rule.last:
            year = financial_year(day) if (per or rule.get("per")) == "financial_year" else ""
            found[year] += (parts(site, award, "fund") or {}).get(fund.key, Decimal(0))
    return found
