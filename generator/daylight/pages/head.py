"""What a page puts into the head of its HTML: where the same stands for programs, and what it is in words for machines."""

from collections.abc import Callable, Iterable
from html import escape

from daylight.derived import derived
from daylight.pages import schema_org
from daylight.pages.pieces import FILES
from daylight.record import Record
from daylight.site import Site
from daylight.views.following import Followed, feeds_of
from daylight.words import ENGLISH, language


def of_record(site: Site, record: Record) -> str:
    """The head of the page of a record."""
    json = f'<link rel="alternate" type="application/json" href="{FILES}{derived(site, record)["page"]}index.json">'
    return json + links(feeds_of(site, record)) + _machines(schema_org.of_record, site, record)


def of_home(site: Site) -> str:
    """The head of the home page, from which everything can be followed."""
    return links(feeds_of(site)) + _machines(schema_org.of_home, site)


def of_data(site: Site, downloads: Iterable[schema_org.Download]) -> str:
    """The head of the page of downloads."""
    return links(feeds_of(site)) + _machines(schema_org.of_data, site, downloads)


def of_register(site: Site, folder: str) -> str:
    """The head of the register of a kind of record, which can be followed where that kind has a feed."""
    return links(feed for feed in feeds_of(site) if feed.path.startswith(f"feeds/{folder}."))


def _machines(make: Callable[..., str], *of) -> str:
    """What a page is for machines: once, on its English page, to which the Welsh one leads them."""
    return make(*of) if language() == ENGLISH else ""


def links(feeds: Iterable[Followed]) -> str:
    """Links to what can be followed, from wherever the page lies."""
    return "".join(
        f'<link rel="alternate" type="{feed.type}" title="{escape(feed.title)}" href="{FILES}{escape(feed.path)}">'
        for feed in feeds
    )
