"""one-priority: an award must serve exactly one priority."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ()


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The award names one priority of the plan, and no second one; only then do totals by priority make the whole."""
    named = {record.get("priority"), *(row.get("priority") for row in record.rows("priorities"))} - {None}
    if len(named) != 1:
        field = "priorities" if record.rows("priorities") else "priority"
        yield rule.say(record, "many" if named else "none", field, number=len(named))
