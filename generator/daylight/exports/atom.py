"""Atom (RFC 4287): feeds for readers of news, of the whole site and of each fund and organisation."""

from collections.abc import Iterator
from datetime import datetime

from feedgenerator import Atom1Feed

from daylight import __version__
from daylight.exports.file import File
from daylight.exports.stamp import licence
from daylight.record import Record
from daylight.site import Site
from daylight.views import feeds
from daylight.views.told import plain
from daylight.words import N_

TITLE = N_("Atom feeds")
ABOUT = N_("What was decided, awarded, opened and changed, as it happens, for any reader of feeds.")


def outputs(site: Site) -> Iterator[File]:
    for feed in feeds.site_feeds(site):
        yield File(f"{feed.path}.atom", written(site, feed), len(feed.entries))


def record_outputs(site: Site, record: Record) -> Iterator[tuple[str, bytes]]:
    """The feed of a fund or an organisation that has news."""
    if feed := feeds.record_feed(site, record):
        yield f"{feed.path}.atom", written(site, feed)


def written(site: Site, feed: feeds.Feed) -> bytes:
    """A feed, with whole addresses; where nobody knows these, its links lead from its own place to the pages."""
    home, publisher = site.url("") or "../" * feed.path.count("/"), site.publisher
    made = _Feed(
        title=feed.title,
        link=home + feed.page,
        description=feed.about,
        language="en-GB",
        author_name=plain(publisher.get("name", "")),
        author_link=publisher.get("website"),
        feed_url=f"{home}{feed.path}.atom",
        feed_guid=feed.id,
        feed_copyright=plain(f"{licence(site)['title']}. {publisher.get('attribution', '')}"),
        licence=licence(site)["path"],
        updated=datetime.fromisoformat(feed.updated),
    )
    for entry in feed.entries:
        made.add_item(
            title=entry.title,
            link=home + entry.path,
            description=None,
            unique_id=entry.id,
            pubdate=datetime.fromisoformat(entry.published) if entry.published else None,
            updateddate=datetime.fromisoformat(entry.updated),
            categories=entry.tags,
            summary=entry.summary,
        )
    return (made.writeString("utf-8") + "\n").encode()


class _Feed(Atom1Feed):
    """Atom with what the library leaves out: the moment of a feed without entries, who made it, its licence (RFC 4946), and
    summaries that are text and not HTML."""

    def latest_post_date(self) -> datetime:
        return self.feed["updated"]

    def add_root_elements(self, handler) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("generator", "Daylight", {"version": __version__})
        handler.addQuickElement("link", "", {"rel": "license", "href": self.feed["licence"]})

    def add_item_elements(self, handler, item) -> None:
        handler.ignorableWhitespace("\n")  # so that two versions can be compared line by line
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})
