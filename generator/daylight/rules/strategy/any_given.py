"""any-given: one of several things must be stated."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import all_held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "fund", "round", "organisation", "document", "publisher")
NEEDS = ("fields",)


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """At least one of the fields or lists that the rule names is filled in."""
    if not all_held(site, record, rule.paths):
        yield rule.say(record, "missing", rule.paths[0][0], fields=" or the ".join(named(path) for path in rule.paths))
