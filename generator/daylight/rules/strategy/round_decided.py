"""round-decided: after a panel there must be a decision record."""

from collections.abc import Iterator
from datetime import date, timedelta

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("round",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return "met_on" in record.values


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """So many days after the sitting as the figure says, or from the next day on where it names none, there is a decision.

    A panel that funds nobody has one too.
    """
    met, days = record.get("met_on"), int(rule.get("figure") or 0)
    due = (date.fromisoformat(met) + timedelta(days=days)).isoformat()
    if due < site.today and not site.sources(record, "decision"):
        yield rule.say(record, "missing", "met_on", met=met, due=due)
