"""in-order: one thing must come before another."""

from collections.abc import Iterator
from itertools import pairwise

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "fund", "round")
NEEDS = ("fields",)


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return sum(bool(held(site, record, path)) for path in rule.paths) > 1


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The dates in the fields, as far as they are given, follow each other in the order of the rule, or are the same."""
    there = [(path, found) for path in rule.paths if (found := held(site, record, path))]
    for (first, early), (second, late) in pairwise(there):
        if max(early) > min(late):
            facts = {"first": named(first), "early": max(early), "second": named(second), "late": min(late)}
            yield rule.say(record, "order", first[0], **facts)
