"""quotes: so many written quotes must have been received."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ("figure",)
COMPETED = ("open", "selective")  # a tender asks more than quotes do


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """So many quotes were received as the rule's figure says, or there was a competitive tender."""
    wanted, there = int(rule.get("figure")), record.get("quotes_received")
    if record.get("competition") in COMPETED:
        return
    if there is None or there < wanted:
        name = "missing" if there is None else "few"
        quotes = "1 written quote" if wanted == 1 else f"{wanted} written quotes"
        yield rule.say(record, name, "quotes_received" if there is not None else "amount", quotes=quotes, there=there)
