"""given: something must be stated."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "fund", "round", "organisation", "document", "publisher", "budget_area")
NEEDS = ("fields",)


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Each of the fields or lists that the rule names is filled in."""
    for path in rule.paths:
        if not held(site, record, path):
            yield rule.say(record, "missing", path[0], field=named(path))
