"""What the page of an area says beyond that of any record: what was given there, and what is for everyone around it."""

from daylight.pages.page import Table
from daylight.pages.records import years
from daylight.record import Record
from daylight.site import Site
from daylight.views.history import history, joined
from daylight.words import _


def values(site: Site, area: Record) -> dict:
    """What was given there year by year, what is for the whole of the larger area, and in its districts."""
    around = site.get("area", area.get("part_of"))
    wider = joined(history(site, around)) if around else None
    found = years.values(site, area, _("Here alone"), _("Its part, with other areas"))
    return found | {"around": around, "wider": wider if wider and wider.listed else None, "districts": districts(site, area)}


def districts(site: Site, area: Record) -> Table | None:
    """The money of an area and of each district in it; None where it has no districts."""
    inside = site.sources(area, "area")
    lines = [(_("All of {name}", name=site.label(area)), area), *((district, district) for district in inside)]
    return years.together(site, _("Where the money went"), lines) if inside else None
