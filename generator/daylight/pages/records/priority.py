"""What the page of a priority says beyond that of any record."""

from daylight.pages.records import years
from daylight.record import Record
from daylight.site import Site
from daylight.words import _


def values(site: Site, priority: Record) -> dict:
    """What served it, year by year."""
    return years.values(site, priority, _("For this alone"), _("Its part, with others"))
