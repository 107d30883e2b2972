"""returns-in: a monitoring form must have come in when it was due."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record, Row
from daylight.rules.strategy.rule import NEVER, Rule, day_of
from daylight.site import Site

OF = ("award",)
NEEDS = ()
FORMS = ("return", "final_report")


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return any(_due(site, row) for row in record.rows("monitoring_dates"))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """What is due by the dates of the monitoring, meetings apart, has been received once its day has passed."""
    for row in record.rows("monitoring_dates"):
        if _due(site, row) and not row.get("received"):
            yield rule.say(row, "missing", "due_on", day=day_of(record, rule), due=row.get("due_on"))


def _due(site: Site, row: Row) -> bool:
    return row.get("kind") in FORMS and row.get("due_on", NEVER) < site.today
