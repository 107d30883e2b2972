"""JSON Feed 1.1 (jsonfeed.org/version/1.1): the same feeds as Atom, for programs that would rather read JSON."""

from collections.abc import Iterator
from json import JSONEncoder

from daylight.exports.file import File
from daylight.exports.stamp import stamp
from daylight.record import Record
from daylight.site import Site
from daylight.views import feeds
from daylight.words import N_

TITLE = N_("JSON Feed")
ABOUT = N_("The same feeds as JSON, for programs.")
VERSION = "https://jsonfeed.org/version/1.1"
_text = JSONEncoder(ensure_ascii=False).encode


def outputs(site: Site) -> Iterator[File]:
    for feed in feeds.site_feeds(site):
        yield File(f"{feed.path}.json", written(site, feed), len(feed.entries))


def record_outputs(site: Site, record: Record) -> Iterator[tuple[str, bytes]]:
    """The feed of a fund or an organisation that has news."""
    if feed := feeds.record_feed(site, record):
        yield f"{feed.path}.json", written(site, feed)


def written(site: Site, feed: feeds.Feed) -> bytes:
    """A feed, with a line for each entry. Without an address of the site there are none: in JSON they cannot be relative."""
    author = _known({"name": site.publisher.get("name"), "url": site.publisher.get("website")})
    said = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": _address(site, feed.page),
        "feed_url": _address(site, f"{feed.path}.json"),
        "description": feed.about,
        "authors": [author] if author else [],
        "language": "en-GB",
        "_daylight": stamp(site),
    }
    head = ",\n".join(f"{_text(name)}: {_text(value)}" for name, value in _known(said).items())
    items = ",\n".join(_text(_item(site, entry)) for entry in feed.entries)
    return f'{{{head},\n"items": [\n{items}\n]}}\n'.encode()


def _item(site: Site, entry: feeds.Entry) -> dict:
    return _known(
        {
            "id": entry.id,
            "url": _address(site, entry.path),
            "title": entry.title,
            "content_text": entry.summary,
            "date_published": entry.published,
            "date_modified": entry.updated,
            "tags": entry.tags,
        }
    )


def _address(site: Site, path: str) -> str | None:
    whole = site.url(path)
    return whole if whole != path else None


def _known(values: dict) -> dict:
    """What has a value; JSON Feed asks for the text of an item in any case."""
    return {name: value for name, value in values.items() if value or name == "content_text"}
