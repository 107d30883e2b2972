"""parts-of: what is passed on must not be more than what was given."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(_children(site, record)) and "amount" in record.values


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The awards that are part of this one come to its amount or less."""
    children = _children(site, record)
    total = sum(a.values["amount"] for a in children)
    if total > record.values["amount"]:
        yield rule.say(record, "more", "amount", total=total, amount=record.values["amount"], count=len(children))


def _children(site: Site, award: Record) -> list[Record]:
    """The parts of an award whose amounts are known."""
    return [a for a in site.sources(award, "award") if a.get("parent") == award.key and "amount" in a.values]
