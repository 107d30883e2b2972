"""The feeds: what is news as entries, of the whole site and of each fund and organisation."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from daylight.record import Record
from daylight.site import Site
from daylight.views import amended, news, told
from daylight.views.citation import origin
from daylight.views.permanent import tag
from daylight.words import N_, _

MOST = 200  # entries in a feed
SUBJECTS = {  # of the feeds of the whole site: their titles, and where all that they are about can be had
    "decisions": (N_("Decisions"), "decisions/", "data/decisions.csv"),
    "awards": (N_("Awards"), "awards/", "data/awards.csv"),
    "opportunities": (N_("What one can apply for"), "opportunities/", "data/opportunities.csv"),
    "corrections": (N_("Corrections and other changes"), "data/", "data/"),
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


def site_feeds(site: Site) -> Iterator[Feed]:
    """The feed of each subject."""
    yield from (site_feed(site, subject) for subject in SUBJECTS)


def site_feed(site: Site, subject: str) -> Feed:
    """The feed of a subject of `SUBJECTS`; without any entry where there is none."""
    title, page, table = SUBJECTS[subject]
    find = news.changes if subject == "corrections" else news.itself
    records = (r for kind in news.KINDS if subject in ("corrections", site.schemas[kind].folder) for r in site.all(kind))
    entries = _entries(site, (item for r in records for item in find(site, r)))
    return feed(site, f"feeds/{subject}", _(title), page, _whole(site, table), entries)


@lru_cache(maxsize=1)  # each format asks for it in turn
def record_feed(site: Site, record: Record) -> Feed | None:
    """The feed of a fund (its awards, decisions, opportunities and their changes) or an organisation (the awards that it
    receives and their changes); None for other records, and where there would be no entry."""
    if entries := _entries(site, news.items(site, record)):
        page = f"{site.schemas[record.kind].folder}/{record.key}/"
        return feed(site, f"{page}feed", site.label(record), page, _whole(site, page), entries)
    return None


def feed(site: Site, path: str, title: str, page: str, about: str, entries: Sequence[Entry]) -> Feed:
    """A feed of the newest of some entries, with what is said of every feed; entries of one day stay in their order."""
    about = " · ".join(filter(None, (about, site.publisher.get("demonstration"), origin(site))))
    title = ": ".join(filter(None, (site.publisher.get("short_name"), title)))
    newest = sorted(entries, key=lambda entry: (entry.updated, entry.published), reverse=True)[:MOST]
    updated = newest[0].updated if newest else site.time
    return Feed(path, tag(site, path), told.plain(title), told.plain(about), page, newest, updated)


def _whole(site: Site, path: str) -> str:
    return _("At most {count} entries, what changed last first; all of them: {address}", count=MOST, address=site.url(path))


def _entries(site: Site, found: Iterable[news.Item]) -> list[Entry]:
    """The newest as entries. Only those are put into words."""
    order = sorted(found, key=lambda i: (i.updated, i.published, i.record.kind, i.record.key, i.number), reverse=True)
    return [_entry(site, item) for item in order[:MOST]]


def _entry(site: Site, item: news.Item) -> Entry:
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


def moment(day: str) -> str:
    """The beginning of an ISO day in UTC, as RFC 3339 has it."""
    return f"{day}T00:00:00Z"
