"""before-year: the pot of a year must be decided before the year begins."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record, Row
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(_rows(record, rule))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Each year whose pot is stated names the decision that set it, taken on 31 March or before.

    Where something was added during the year, the decision may be the later one: that row is not looked at.
    """
    for row in _rows(record, rule):
        year, decision = row.get("financial_year"), site.get("decision", row.get("decision"))
        first, taken = f"{year[:4]}-04-01", decision.get("taken_on") if decision else None
        if not taken:
            yield rule.say(row, "missing", "financial_year", day=first, year=year)
        elif taken >= first:
            yield rule.say(row, "late", "decision", day=first, year=year, key=decision.key, taken=taken)


def _rows(fund: Record, rule: Rule) -> list[Row]:
    rows = [row for row in fund.rows("years") if "envelope" in row.values and "additional" not in row.values]
    return [row for row in rows if rule.first <= f"{row.get('financial_year', '')[:4]}-04-01" <= rule.last]
