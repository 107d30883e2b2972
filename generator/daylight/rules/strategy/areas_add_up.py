"""areas-add-up: the budget areas must make the whole budget."""

from collections.abc import Iterator

from daylight.days import is_year
from daylight.findings import Finding
from daylight.record import Record, Row
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("budget",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    year = record.get("financial_year", "")
    within = is_year(year) and rule.first <= f"{year[:4]}-04-01" <= rule.last
    return within and "total" in record.values and any("budget_area" in row.values for row in _lines(record))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Where all lines of a budget's spending name an area they come to its total, else those that do are not more."""
    lines, whole, day = _lines(record), record.get("total"), f"{record.get('financial_year')[:4]}-04-01"
    areas = [row for row in lines if "budget_area" in row.values]
    total = sum(row.get("amount", 0) for row in areas)
    every = len(areas) == len(lines) and all("amount" in row.values for row in lines)
    if total > whole or (every and total != whole):
        yield rule.say(record, "other", "total", day=day, total=total, whole=whole)


def _lines(budget: Record) -> list[Row]:
    return [row for row in budget.rows("lines") if row.get("kind") == "expenditure"]
