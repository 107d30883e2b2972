"""parts-of: what is passed on must not be more than what was given."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.rules.strategy.rule import Rule
from daylight.site import Record, Site

OF = ("award",)
NEEDS = ()


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The awards that are part of this one come to its amount or less."""
    children = [a for a in site.sources(record, "award") if a.get("parent") == record.key and "amount" in a.values]
    total = sum(a.values["amount"] for a in children)
    if children and "amount" in record.values and total > record.values["amount"]:
        yield rule.say(record, "more", "amount", total=total, amount=record.values["amount"], count=len(children))
