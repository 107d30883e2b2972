"""What changed since the last release and in each release, as a page, a file or a feed of today may say it.

A release keeps its list of changes for ever. What was taken away after it must not be said again from it, nor be led to.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from daylight.changes import CHANGED, WITHDRAWN, Change, counts, of_release
from daylight.releases import Release
from daylight.site import Site
from daylight.views import news
from daylight.views.changed.line import Line, Now, about
from daylight.views.withdrawn import withdrawn


class Part(NamedTuple):
    """The changes of a release, or those that are in none yet: how many records came, changed and went, how many changes
    there are, and the first of them."""

    release: Release | None
    counts: dict[str, int]
    total: int
    lines: list[Line]

    @property
    def said(self) -> list[Change]:
        """The changes as they may be said now."""
        return [line.said for line in self.lines]


def parts(site: Site, unreleased: Sequence[Change], shown: int | None = None) -> Iterator[Part]:
    """The changes since the last release, then those of each release, newest first; of each at most so many are `shown`."""
    pages = {of.path for of in withdrawn(site)}
    named = pages | {change.page for change in unreleased if change.change == WITHDRAWN}
    later: set[tuple[str, str, str]] = set()  # what was taken away after the release that is looked at
    for release in (None, *reversed(site.releases)):
        changes = of_release(release) if release else unreleased
        now = Now(site, pages, named - {""}, later)
        yield Part(release, counts(changes), len(changes), [now.line(change) for change in changes[:shown]])
        later |= {about(change) for change in changes if change.not_repeated or change.change != CHANGED}


def told(site: Site) -> list[news.Item]:
    """The changes that awards and opportunities list themselves, newest first."""
    found = [item for kind in ("award", "opportunity") for record in site.all(kind) for item in news.changes(site, record)]
    return sorted(found, key=lambda of: (of.updated, of.record.kind, of.record.key, of.number), reverse=True)
