"""within-quality: social value must count so much of the quality score, and not of the whole."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("opportunity",)
NEEDS = ("figure",)


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Social value is the figure's per cent of the quality score; of the whole, if stated too, it is that part of quality.

    With the figure 10 and a quality of 60 per cent it is 6 per cent of the whole.
    """
    figure, part = rule.get("figure"), record.get("social_value_of_quality")
    quality, overall = record.get("weight_quality"), record.get("weight_social_value")
    if part is None:
        yield rule.say(record, "missing", "weight_quality", figure=_number(figure))
    elif part != figure:
        yield rule.say(record, "other", "social_value_of_quality", _number(figure), figure=_number(figure), part=_number(part))
    if quality is not None and overall is not None and overall != (wanted := quality * figure / 100):
        facts = {"figure": figure, "quality": quality, "wanted": wanted, "overall": overall}
        facts = {name: _number(value) for name, value in facts.items()}
        yield rule.say(record, "whole", "weight_social_value", facts["wanted"], **facts)


def _number(value) -> str:
    """A number without zeros at its end."""
    return f"{value.normalize():f}"
