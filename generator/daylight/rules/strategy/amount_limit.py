"""amount-limit: an award must lie between the least and the most that the strategy allows."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.about import AMOUNTS, amount_of
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "round")
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return amount_of(record) is not None


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The amount is the rule's minimum or more, and its maximum or less; both belong to what is allowed, nothing does not."""
    amount, least, most = amount_of(record), rule.get("minimum"), rule.get("maximum")
    field = next((name for name in AMOUNTS[record.kind] if name in record.values), "")
    if amount == 0:
        yield rule.say(record, "nothing", field)
    elif least is not None and amount < least:
        yield rule.say(record, "less", field, amount=amount, least=least)
    elif most is not None and amount > most:
        yield rule.say(record, "more", field, amount=amount, most=most)
