"""holds-all: a list must hold everything that the strategy names."""

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
    """Each of the values stands somewhere in the fields."""
    there, path = {as_typed(value) for value in all_held(site, record, rule.paths)}, rule.paths[0]
    if left := [value for value in rule.values if value not in there]:
        yield rule.say(record, "left", path[0], field=named(path), values=", ".join(left))
