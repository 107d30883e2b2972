"""What is news: decisions, awards, opportunities and their changes, of the whole site and of a fund or an organisation."""

from collections.abc import Iterator
from typing import NamedTuple

from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site

KINDS = ("decision", "award", "opportunity")
OF = {"fund": KINDS, "organisation": ("award",)}  # what the feeds of records are about
FIRST = {  # the fields that may say when a record was published, the best first
    "decision": ("published_on", "taken_on"),
    "award": ("published_on", "award_date", "announced_on"),
    "opportunity": ("published_on", "opens_on"),
}


class Item(NamedTuple):
    """A piece of news: its ISO days of change and publication ('' where unknown), its record, and the number of the change
    that it is about, counted from 1; 0 for the record itself."""

    updated: str
    published: str
    record: Record
    number: int = 0


def items(site: Site, record: Record) -> Iterator[Item]:
    """The news of a fund or an organisation; none of other records.

    Of other records it looks at those that work that is kept may look at (`keeping`).
    """
    kinds, found = OF.get(record.kind, ()), {}
    for link in site.incoming.get((record.kind, record.key), ()) if kinds else ():
        if link.source.kind in kinds and (record.kind == "fund" or link.field.adds):
            found[link.source.kind, link.source.key] = link.source
    for other in found.values():
        yield from itself(site, other)
        yield from changes(site, other)


def itself(site: Site, record: Record) -> Iterator[Item]:
    """A record as news; nothing for an application, which is no award, and where no day at all is known of a record.

    A record that says only days still to come is dated by its last change, and where that is unknown by the day of all
    records: what can be applied for next month is news today.
    """
    if record.kind == "award" and not is_award(record):
        return
    day = next((record.values[name] for name in FIRST[record.kind] if name in record.values), "")
    today, changed = site.time[:10], site.last_change(record)
    published = day if day <= today else ""
    if updated := max(published, min(changed, today)) or (day and today):
        yield Item(updated, published, record)


def changes(site: Site, record: Record) -> Iterator[Item]:
    """The changes that a record lists as news, dated by themselves, else by the last change of the record."""
    if record.kind != "award" or is_award(record):
        for number, row in enumerate(record.rows("changes") if record.children else (), 1):
            day, today = row.get("date", ""), site.time[:10]
            published = day if day <= today else ""
            if updated := published or min(site.last_change(record), today) or (day and today):
                yield Item(updated, published, record, number)
