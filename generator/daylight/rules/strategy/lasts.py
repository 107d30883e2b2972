"""lasts: an award must run for as many months as the strategy says."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ("figure", "values")
WAYS, LIKE = ("at least", "more than", "at most"), "at least"


def fits(rule: Rule) -> bool:
    return rule.values[0] in WAYS


def judges(site: Site, record: Record, rule: Rule) -> bool:
    v = record.values
    return "start_date" in v and "end_date" in v and v["start_date"] <= v["end_date"]


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """From its first to its last day, both included, an award lasts at least, more than or at most so many months.

    `values` says which. One year from 1 April ends on 31 March, and is not more than a year.
    """
    start, end, way = record.get("start_date"), record.get("end_date"), rule.values[0]
    exactly = _last(start, int(rule.get("figure")))
    if not {"at least": end >= exactly, "more than": end > exactly, "at most": end <= exactly}[way]:
        facts = {"way": way, "months": int(rule.get("figure")), "exactly": exactly, "end": end}
        yield rule.say(record, "months", "end_date", **facts)


@lru_cache(maxsize=10_000)
def _last(start: str, months: int) -> str:
    """The last day of so many months from a day on."""
    return (date.fromisoformat(start) + relativedelta(months=months) - timedelta(days=1)).isoformat()
