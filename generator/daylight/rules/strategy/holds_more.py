"""holds-more: a list must hold something of its own, beside what every award has."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.about import as_typed
from daylight.rules.strategy.paths import held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ("fields", "values")


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(held(site, record, rule.paths[0][:-1]))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """In the list, at least one row does not have one of the values in the column that the path ends with."""
    *where, column = rule.paths[0]
    if all(as_typed(row.get(column, "")) in rule.values for row in held(site, record, tuple(where))):
        yield rule.say(record, "none", where[0], field=named(tuple(where)), values=", ".join(rule.values))
