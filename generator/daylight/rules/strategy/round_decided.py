"""round-decided: after a panel there must be a decision record."""

from collections.abc import Iterator
from datetime import date, timedelta

from daylight.findings import Finding
from daylight.rules.between import is_award, made_by
from daylight.rules.strategy.rule import Rule
from daylight.site import Record, Site

OF = ("round",)
NEEDS = ("figure",)


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return "met_on" in record.values


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """So many days after the sitting as the figure says there is a decision, not older than it, of exactly its awards."""
    met, decisions = record.get("met_on"), site.sources(record, "decision")
    due = (date.fromisoformat(met) + timedelta(days=int(rule.get("figure")))).isoformat()
    if not decisions and due < site.today:
        yield rule.say(record, "missing", "met_on", due=due)
    for decision in decisions:
        if decision.get("taken_on", met) < met:
            yield rule.say(record, "early", "met_on", met=met, key=decision.key, taken=decision.get("taken_on"))
    for award in site.sources(record, "award") if decisions else ():
        if is_award(award) and not any(decision in decisions for decision in made_by(site, award)):
            yield rule.say(record, "award", key=award.key)
