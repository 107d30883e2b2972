"""goes-with: where one thing is stated, another must be stated with it."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.rules.strategy.paths import held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Record, Site

OF = ("award", "decision", "opportunity", "fund", "round", "organisation", "document", "publisher")
NEEDS = ("fields",)


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(held(site, record, rule.paths[0]))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Where the first of the fields or lists is filled in, each of the others is too."""
    first, *others = rule.paths
    for path in others:
        if not held(site, record, path):
            yield rule.say(record, "missing", first[0], field=named(path), first=named(first))
