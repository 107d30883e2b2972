"""What a page puts into the head of its HTML: where the same stands for programs, and what it is in words for machines."""

from collections.abc import Iterable
from html import escape

from daylight.pages import schema_org
from daylight.pages.pieces import ROOT
from daylight.site import Record, Site
from daylight.views.following import Followed, feeds_of

JSON = '<link rel="alternate" type="application/json" href="index.json">'  # beside each page of a record


def of_record(site: Site, record: Record) -> str:
    """The head of the page of a record."""
    return JSON + links(feeds_of(site, record)) + schema_org.of_record(site, record)


def of_home(site: Site) -> str:
    """The head of the home page, from which everything can be followed."""
    return links(feeds_of(site)) + schema_org.of_home(site)


def of_data(site: Site, downloads: Iterable[schema_org.Download]) -> str:
    """The head of the page of downloads."""
    return links(feeds_of(site)) + schema_org.of_data(site, downloads)


def of_register(site: Site, folder: str) -> str:
    """The head of the register of a kind of record, which can be followed where that kind has a feed."""
    return links(feed for feed in feeds_of(site) if feed.path.startswith(f"feeds/{folder}."))


def links(feeds: Iterable[Followed]) -> str:
    """Links to what can be followed, from wherever the page lies."""
    return "".join(
        f'<link rel="alternate" type="{feed.type}" title="{escape(feed.title)}" href="{ROOT}{escape(feed.path)}">'
        for feed in feeds
    )
