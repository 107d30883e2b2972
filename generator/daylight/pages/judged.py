"""What the page of a record says of the checks."""

from dataclasses import dataclass

from daylight import rules
from daylight.days import DATED
from daylight.record import Record
from daylight.rules import strategy
from daylight.site import Site
from daylight.words import _, ngettext


@dataclass(frozen=True)
class Judged:
    """How a record meets the rules: a sentence, and what is not met, by rule and in words."""

    said: str
    missed: list[tuple[str, str]]


def judged(site: Site, record: Record) -> Judged | None:
    """What the checks said of a record; None where they had nothing to say of it."""
    found = rules.check_record(site, record)
    asked = len({rule.id for rule in strategy.asked(site, record)})
    if not found and not asked:
        return None
    missed = list(dict.fromkeys((f.rule, f.message.partition(f" ({f.rule}: ")[0]) for f in found))
    if asked:
        said = ngettext(
            "{count} rule of the strategy is about this record.", "{count} rules of the strategy are about this record.", asked
        )
    else:
        said = _("No strategy is known that was in force for this record.") if record.kind in DATED else ""
    return Judged(said, missed)
