"""after-end: when an award has ended, something must follow."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import all_held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ("fields", "figure")


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(record.get("actual_end_date") or record.get("end_date"))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """So many months after the end as the figure says, one of the fields is filled in."""
    end = record.get("actual_end_date") or record.get("end_date")
    if all_held(site, record, rule.paths):
        return
    due = (date.fromisoformat(end) + relativedelta(months=int(rule.get("figure")))).isoformat()
    if due < site.today:
        yield rule.say(record, "due", rule.paths[0][0], field=named(rule.paths[0]), due=due)
