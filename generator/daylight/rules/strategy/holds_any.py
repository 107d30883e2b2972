"""holds-any: a list must hold at least one of the things that the strategy names."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.about import as_typed
from daylight.rules.strategy.paths import all_held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "fund", "round", "document")
NEEDS = ("fields", "values")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """One of the values, or more, stands in the fields."""
    path = rule.paths[0]
    if not any(as_typed(value) in rule.values for value in all_held(site, record, rule.paths)):
        values = ("one of " if len(rule.values) > 1 else "") + ", ".join(rule.values)
        yield rule.say(record, "none", path[0], field=named(path), values=values)
