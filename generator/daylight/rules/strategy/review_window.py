"""review-window: a long contract must be reviewed before it ends."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ("values",)
LIKE = "18; 12"


def fits(rule: Rule) -> bool:
    return len(rule.values) == 2 and all(value.isdigit() for value in rule.values)


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return "end_date" in record.values


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The strategic review lies between so many months before the end and so many: `values` are the two, like 18; 12.

    A shorter contract is reviewed between its start and the later of the two. Where the window has passed there is a review.
    """
    end = record.values["end_date"]
    first, last = (_before(end, int(months)) for months in rule.values[:2])
    start = record.get("start_date", "")
    first, last, done = max(first, start), max(last, start), record.get("strategic_review_on")
    if not done and site.today > last:
        yield rule.say(record, "missing", "strategic_review_on", first=first, last=last)
    elif done and not first <= done <= last:
        yield rule.say(record, "outside", "strategic_review_on", first=first, last=last, done=done)


def _before(day: str, months: int) -> str:
    return (date.fromisoformat(day) - relativedelta(months=months)).isoformat()
