"""count: there must be so many records of a kind, such as the priorities of a plan."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import ALWAYS, NEVER, Rule
from daylight.schema import KINDS
from daylight.site import Site

OF = ("publisher",)
NEEDS = ("values", "figure")
LIKE = "priority"


def fits(rule: Rule) -> bool:
    return rule.values[0] in KINDS


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """There are as many records of the kind in `values` as the figure says, of those that were in force in its time."""
    kind, figure = rule.values[0], rule.get("figure")
    there = [r for r in site.all(kind) if r.get("from", ALWAYS) <= rule.last and r.get("to", NEVER) >= rule.first]
    if len(there) != figure:
        facts = {"kind": site.schemas[kind].plural.lower(), "figure": f"{figure:f}", "count": len(there)}
        yield rule.say(record, "other", "rules", day=min(rule.last, site.today), **facts)
