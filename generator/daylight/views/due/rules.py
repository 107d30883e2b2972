"""The rules of the office's own strategies that set a time."""

from collections.abc import Iterator

from daylight.keeping import kept
from daylight.record import Record
from daylight.rules.strategy import asked, in_force
from daylight.rules.strategy.rule import Rule, day_of
from daylight.site import Site


def of_record(site: Site, record: Record, check: str) -> Iterator[Rule]:
    """The rules with a check that are about a record and that it must meet; not those by which it is only measured."""
    for rule in asked(site, record) if (record.kind, check) in _there(site, site.publisher) else ():
        if rule.check == check and day_of(record, rule) >= rule.enforced_from:
            yield rule


def on(site: Site, record: Record, check: str, day: str) -> Iterator[Rule]:
    """The rules with a check that are about a record without a day of its own, such as a fund, and in force on an ISO day."""
    for rule in asked(site, record) if (record.kind, check) in _there(site, site.publisher) else ():
        if rule.check == check and rule.first <= day <= rule.last and day >= rule.enforced_from:
            yield rule


@kept
def _there(site: Site, publisher: Record) -> frozenset[tuple[str, str]]:
    """The checks that some rule has, by the kind of record that it is about: most records need not be asked."""
    return frozenset((kind, rule.check) for kind, index in in_force(site, publisher).items() for rule in index.rules)
