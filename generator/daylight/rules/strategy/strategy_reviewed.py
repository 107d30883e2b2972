"""strategy-reviewed: a strategy must be reviewed from time to time."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import NEVER, Rule
from daylight.site import Site

OF = ("publisher",)
NEEDS = ("figure",)


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """While a strategy is in force, its last review is so many months ago at most as the figure says."""
    for row in record.rows("strategies"):
        if row.get("strategy") != rule.get("strategy"):
            continue
        until = min(site.today, row.get("to", NEVER))
        last = row.get("reviewed_on") or row.get("from")
        due = (date.fromisoformat(last) + relativedelta(months=int(rule.get("figure")))).isoformat() if last else ""
        if due < until:
            yield rule.say(record, "late", "strategies", day=until, title=row.get("title", ""), due=due)
