"""counted-once: money that is passed on must be added up once."""

from collections.abc import Iterator

from daylight.counted import countable
from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(_parts(site, record))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Of an award and those that are part of it, either the one is added up or the others are."""
    parts = _parts(site, record)
    counted = [award.key for award in parts if countable(award) is not None]
    if counted and countable(record) is not None:
        yield rule.say(record, "twice", "amount", keys=", ".join(counted))
    elif not counted and "not_counted" in record.values:
        yield rule.say(record, "never", "not_counted")


def _parts(site: Site, record: Record) -> list[Record]:
    return [award for award in site.sources(record, "award") if award.get("parent") == record.key]
