"""round-awards: the decision that follows a panel must be about exactly its awards."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.between import is_award, made_by
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("round",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(site.sources(record, "decision"))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Each award of a round was made by a decision that follows the round and is not older than it.

    That such a decision makes no award of another round is asked by REF-03.
    """
    met, decisions = record.get("met_on", ""), site.sources(record, "decision")
    for decision in decisions:
        if (taken := decision.get("taken_on", met)) < met:
            yield rule.say(record, "early", "met_on", met=met, key=decision.key, taken=taken)
    for award in site.sources(record, "award"):
        if is_award(award) and not any(decision in decisions for decision in made_by(site, award)):
            yield rule.say(record, "award", key=award.key)
