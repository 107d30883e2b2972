"""signed-off: a strategy must be signed by those whom it names."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule, parts
from daylight.site import Site

OF = ("publisher",)
NEEDS = ("values",)


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """It is recorded of each of the roles in `values` that it signed the strategy."""
    for row in record.rows("strategies"):
        signed = parts(row.get("signed_off_by", ""))
        left = [role for role in rule.values if role not in signed]
        if left and row.get("strategy") == rule.get("strategy"):
            facts = {"title": row.get("title", ""), "values": ", ".join(left)}
            yield rule.say(row, "left", "signed_off_by", day=row.get("from", ""), **facts)
