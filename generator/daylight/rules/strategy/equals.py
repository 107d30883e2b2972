"""equals: a number must be the strategy's."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import all_held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "fund", "round")
NEEDS = ("fields", "figure")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The number is given, and is the rule's figure."""
    found, path, figure = all_held(site, record, rule.paths), rule.paths[0], rule.get("figure")
    if not found:
        yield rule.say(record, "missing", path[0], field=named(path), figure=f"{figure:f}")
    for value in found:
        if value != figure:
            yield rule.say(record, "other", path[0], f"{figure:f}", field=named(path), figure=f"{figure:f}", value=value)
