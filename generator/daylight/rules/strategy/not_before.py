"""not-before: there can be no such award before a day."""

import re
from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule, day_of
from daylight.site import Site

OF = ("award", "decision", "opportunity", "round")
NEEDS = ("values",)
LIKE = "2013-04-01"


def fits(rule: Rule) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", rule.values[0]) is not None


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The day of the record is the ISO day in `values` or later."""
    day, first = day_of(record, rule), rule.values[0]
    if day < first:
        field = next((name for name in ("award_date", "announced_on", "financial_year") if name in record.values), "")
        yield rule.say(record, "early", field, first=first, day=day)
