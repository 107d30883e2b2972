"""What a reader can follow from a page: the feeds and the calendars, for its `<link rel="alternate">`."""

from typing import NamedTuple

from daylight.record import Record
from daylight.site import Site
from daylight.views import calendars, news
from daylight.views.feeds import SUBJECTS
from daylight.words import N_, _

MORE = {"feeds/changes": N_("Changes and releases")}  # made of tables and releases, see exports/changes_feed.py
ATOM, JSON_FEED, CALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"


class Followed(NamedTuple):
    """A file: its path below the root of the site, what a reader calls it, and its media type."""

    path: str
    title: str
    type: str


def feeds_of(site: Site, record: Record | None = None) -> list[Followed]:
    """What can be followed of the whole site, or of one record. Each of these files is there."""
    if record is None:
        titles = {f"feeds/{subject}": title for subject, (title, *_paths) in SUBJECTS.items()} | MORE
        feeds = [(path, _(title)) for path, title in titles.items()]
        dates = calendars.of_site(site)
    else:
        feeds = [(f"{_page(site, record)}feed", site.label(record))] if any(news.items(site, record)) else []
        dates = calendars.of_record(site, record)
    found = [f for path, title in feeds for f in (_feed(path, title, ".atom", ATOM), _feed(path, title, ".json", JSON_FEED))]
    return [*found, *(Followed(calendar.path, calendar.title, CALENDAR) for calendar in dates)]


def _page(site: Site, record: Record) -> str:
    return f"{site.schemas[record.kind].folder}/{record.key}/"


def _feed(path: str, title: str, ending: str, media_type: str) -> Followed:
    return Followed(path + ending, f"{title} ({'Atom' if ending == '.atom' else 'JSON Feed'})", media_type)
