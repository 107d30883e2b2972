"""may-not-apply: only some of the indicators that every award has may be left out, and it is said why."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule, day_of
from daylight.site import Site

OF = ("award",)
NEEDS = ("values",)


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(record.rows("indicators"))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """An indicator that does not apply has one of the codes in `values`, and a reason."""
    for row in record.rows("indicators"):
        if row.get("applicable") is not False:
            continue
        facts = {"name": row.get("code") or row.get("name", ""), "values": ", ".join(rule.values)}
        if row.get("code") not in rule.values:
            yield rule.say(row, "applies", "applicable", day=day_of(record, rule), **facts)
        elif "reason" not in row.values:
            yield rule.say(row, "reason", "applicable", day=day_of(record, rule), **facts)
