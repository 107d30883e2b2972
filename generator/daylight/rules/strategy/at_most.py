"""at-most: a number, such as the months between returns, must not be greater than the strategy's."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import all_held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "fund", "round")
NEEDS = ("fields", "figure")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The number is given, and is the rule's figure or less."""
    found, path, most = all_held(site, record, rule.paths), rule.paths[0], rule.get("figure")
    if not found or max(found) > most:
        value = max(found) if found else ""
        yield rule.say(record, "more" if found else "missing", path[0], field=named(path), most=f"{most:f}", value=value)
