"""returns-in: a monitoring form must have come in when it was due."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.rules.strategy.rule import NEVER, Rule, day_of
from daylight.site import Record, Site

OF = ("award",)
NEEDS = ()
FORMS = ("return", "final_report")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """What is due by the dates of the monitoring, meetings apart, has been received once its day has passed."""
    for row in record.rows("monitoring_dates"):
        due = row.get("due_on", NEVER)
        if row.get("kind") in FORMS and due < site.today and not row.get("received"):
            yield rule.say(row, "missing", "due_on", day=day_of(record, rule), due=due)
