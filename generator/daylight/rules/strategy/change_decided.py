"""change-decided: a change of an award must have its own decision."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule, day_of
from daylight.site import Site

OF = ("award",)
NEEDS = ()
DECIDED = ("variation", "extension", "withdrawal")


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(record.get("in_year") or any(row.get("kind") in DECIDED for row in record.rows("changes")))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Each variation, extension or withdrawal names a decision, and what is new during the year has one."""
    for row in record.rows("changes"):
        if row.get("kind") in DECIDED and "decision" not in row.values:
            yield rule.say(row, "change", "kind", day=day_of(record, rule), date=row.get("date", ""))
    if record.get("in_year") and "decision" not in record.values and not record.rows("decisions"):
        yield rule.say(record, "in-year", "in_year")
