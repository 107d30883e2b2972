"""What the page of a round says beyond that of any record."""

from daylight.pages.lines import line
from daylight.record import Record
from daylight.site import Site
from daylight.views.chain import chain


def values(site: Site, sitting: Record) -> dict:
    """The chain in which it stands."""
    return {"chain": line(site, chain(site, sitting))}
