"""What the page of an organisation says beyond that of any record."""

from daylight.days import award_day
from daylight.derived import awards_received
from daylight.pages import identifiers
from daylight.pages.page import Table
from daylight.pages.pieces import text, told
from daylight.pages.records import years
from daylight.record import Record
from daylight.site import Site
from daylight.views import day
from daylight.words import _


def values(site: Site, organisation: Record) -> dict:
    """What it received year by year, its identifiers and where they can be checked, and its names over time."""
    found = years.values(site, organisation, _("To it alone"), _("Its part, with others"))
    found |= {"identifiers": identifiers.table(site, organisation), "names": names(site, organisation)}
    return found | {"since": _since(site, organisation)}


def names(site: Site, organisation: Record) -> Table | None:
    """What it was called, the latest name first; None where it has only one."""
    rows = organisation.rows("names")
    if not rows:
        return None
    earlier = sorted(rows, key=lambda row: (row.get("from", ""), row.get("to", "")), reverse=True)
    now = [text(site, organisation, "name"), "–", _("Name in use here")]
    lines = [[told(row.get("name", "")), _day(row.get("from")), _day(row.get("to"))] for row in earlier]
    return Table(_("Names over time"), (_("Name"), _("From"), _("Until")), [now, *lines])


def _day(iso: str | None) -> str:
    return day(iso) if iso else "–"


def _since(site: Site, organisation: Record) -> str:
    """The ISO day of the first award that it received, '' where none has a day."""
    return min(filter(None, map(award_day, awards_received(site, organisation))), default="")
