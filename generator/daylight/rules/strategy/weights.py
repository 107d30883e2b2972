"""weights: a tender must show the money there is and how quality and cost count."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("opportunity",)
NEEDS = ()
WEIGHTS = ("weight_quality", "weight_cost", "weight_social_value")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The money available is shown and is something, and the weights of quality, cost and what else is named make 100."""
    if not record.get("envelope") and not record.get("expected_value"):
        yield rule.say(record, "envelope", "envelope")
    if not record.doubted.isdisjoint(WEIGHTS):
        return
    given = [record.values[name] for name in WEIGHTS if name in record.values]
    if len([name for name in WEIGHTS[:2] if name in record.values]) < 2:
        yield rule.say(record, "missing", "weight_quality")
    elif sum(given) != 100:
        yield rule.say(record, "sum", "weight_quality", total=f"{sum(given):f}")
