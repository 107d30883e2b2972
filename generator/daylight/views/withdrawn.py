"""The records that a release had, and that are gone now."""

from itertools import pairwise
from typing import NamedTuple

from daylight.changes import ADDED, WITHDRAWN, of_release
from daylight.keeping import once_of
from daylight.releases import Release
from daylight.site import Site


class Gone(NamedTuple):
    """A record that is gone: its kind, the path of the page that it had, the last release that had it and the first that has
    it no more."""

    kind: str
    path: str
    last: Release
    first: Release


@once_of
def withdrawn(site: Site) -> list[Gone]:
    """The records that are gone, sorted by path; none that came back, or that the release in which it went last does not name
    (`changes.repeated`)."""
    found = {}
    for last, first in pairwise(site.releases):
        for change in of_release(first):
            if change.change == ADDED:
                found.pop(change.page, None)
            elif change.change == WITHDRAWN and change.page and change.page == _page(site, change.kind, change.key):
                found[change.page] = Gone(change.kind, change.page, last, first)
    return [found[path] for path in sorted(found)]


def _page(site: Site, kind: str, key: str) -> str:
    """Where the page of a record that is gone was; '' where the record is there, or there is no such kind."""
    records = site.records.get(kind)
    return f"{site.schemas[kind].folder}/{key}/" if records is not None and key not in records else ""
