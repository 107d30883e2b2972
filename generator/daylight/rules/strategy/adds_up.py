"""adds-up: the parts of an amount must come to the whole."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding
from daylight.record import Record, Row
from daylight.rules.strategy.paths import named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("fund",)
NEEDS = ("fields",)


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return any(_given(row, rule) for row in _rows(record, rule))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """In each row of years, what stands in all fields but the last comes to the last. What is not given is not guessed."""
    whole = rule.paths[-1]
    for row in _rows(record, rule):
        given = _given(row, rule)
        total, most = sum(given, Decimal(0)), row.values[whole[-1]]
        if total > most or (len(given) == len(rule.paths) - 1 and total != most):
            year = row.get("financial_year")
            facts = {"names": " and the ".join(named(path[-1:]) for path in rule.paths[:-1]), "field": named(whole[-1:])}
            yield rule.say(row, "other", whole[-1], day=f"{year[:4]}-04-01", year=year, total=total, whole=most, **facts)


def _rows(record: Record, rule: Rule) -> list[Row]:
    """The rows of the years of the rule in which the whole is known."""
    rows = [row for row in record.rows(rule.paths[0][0]) if rule.paths[-1][-1] in row.values]
    return [row for row in rows if rule.first <= f"{row.get('financial_year', '')[:4]}-04-01" <= rule.last]


def _given(row: Row, rule: Rule) -> list[Decimal]:
    return [row.values[path[-1]] for path in rule.paths[:-1] if path[-1] in row.values]
