"""What feeds say: decisions, awards, opportunities and corrections, of the whole site and of each fund and organisation."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site
from daylight.views import amended, told
from daylight.views.citation import origin
from daylight.views.permanent import tag
from daylight.words import N_, _

MOST = 200  # entries in a feed
KINDS = ("decision", "award", "opportunity")
OF = {"fund": KINDS, "organisation": ("award",)}  # what the feeds of records are about
SUBJECTS = {  # of the feeds of the whole site: their titles, and where all that they are about can be had
    "decisions": (N_("Decisions"), "decisions/", "data/decisions.csv"),
    "awards": (N_("Awards"), "awards/", "data/awards.csv"),
    "opportunities": (N_("What one can apply for"), "opportunities/", "data/opportunities.csv"),
    "corrections": (N_("Corrections and other changes"), "data/", "data/"),
}
FIRST = {  # the fields that may say when a record was published, the best first
    "decision": ("published_on", "taken_on"),
    "award": ("published_on", "award_date", "announced_on"),
    "opportunity": ("published_on", "opens_on"),
}


class Entry(NamedTuple):
    """One entry. `published` (or '', where nobody knows) and `updated` are moments in UTC as RFC 3339 has them: midnight of a
    day that is recorded. `path` is the path of its page."""

    id: str
    title: str
    summary: str
    path: str
    published: str
    updated: str
    tags: tuple[str, ...]


class Feed(NamedTuple):
    """A feed: its path without the ending, its identifier, what it is called and about, the path of the page that it goes
    with, its entries with what changed last first, and when the last of them changed."""

    path: str
    id: str
    title: str
    about: str
    page: str
    entries: list[Entry]
    updated: str


class Item(NamedTuple):
    """What an entry is made from: its ISO days of change and publication ('' where unknown), its record, and the number of
    the change that it is about, counted from 1; 0 for the record itself."""

    updated: str
    published: str
    record: Record
    number: int = 0


def site_feed(site: Site, subject: str) -> Feed:
    """The feed of a subject of `SUBJECTS`; without any entry where there is none."""
    title, page, table = SUBJECTS[subject]
    find = changes if subject == "corrections" else itself
    records = (r for kind in KINDS if subject in ("corrections", site.schemas[kind].folder) for r in site.all(kind))
    entries = _entries(site, (item for r in records for item in find(site, r)))
    return _feed(site, f"feeds/{subject}", _(title), page, table, entries)


@lru_cache(maxsize=1)  # each format asks for it in turn
def record_feed(site: Site, record: Record) -> Feed | None:
    """The feed of a fund (its awards, decisions, opportunities and their changes) or an organisation (the awards that it
    receives and their changes); None for other records, and where there would be no entry.

    Of other records it looks at those that work that is kept may look at (`keeping`).
    """
    if record.kind in OF and (entries := _entries(site, items(site, record))):
        page = f"{site.schemas[record.kind].folder}/{record.key}/"
        return _feed(site, f"{page}feed", site.label(record), page, page, entries)
    return None


def items(site: Site, record: Record) -> Iterator[Item]:
    """What the feed of a fund or an organisation is about; nothing for other records."""
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


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """At most so many entries, what changed last first; those of one day stay in their order."""
    return sorted(entries, key=lambda e: (e.updated, e.published), reverse=True)[:MOST]


def _entries(site: Site, found: Iterable[Item]) -> list[Entry]:
    """The newest as entries. Only those are put into words."""
    order = sorted(found, key=lambda i: (i.updated, i.published, i.record.kind, i.record.key, i.number), reverse=True)
    return [_entry(site, item) for item in order[:MOST]]


def _entry(site: Site, item: Item) -> Entry:
    record, name = item.record, f"{item.record.kind}/{item.record.key}"
    said = amended.told(site, record)[item.number - 1] if item.number else told.of_record(site, record)
    return Entry(
        tag(site, f"{name}/changes/{item.number}" if item.number else name),
        said.title,
        said.summary,
        f"{site.schemas[record.kind].folder}/{record.key}/",
        moment(item.published) if item.published else "",
        moment(item.updated),
        said.tags,
    )


def _feed(site: Site, path: str, title: str, page: str, everything: str, entries: list[Entry]) -> Feed:
    known = _(
        "At most {count} entries, what changed last first; all of them: {address}", count=MOST, address=site.url(everything)
    )
    about = " · ".join(filter(None, (known, site.publisher.get("demonstration"), origin(site))))
    title = ": ".join(filter(None, (site.publisher.get("short_name"), title)))
    updated = max((entry.updated for entry in entries), default=site.time)
    return Feed(path, tag(site, path), told.plain(title), told.plain(about), page, entries, updated)


def moment(day: str) -> str:
    """The beginning of an ISO day in UTC, as RFC 3339 has it."""
    return f"{day}T00:00:00Z"
