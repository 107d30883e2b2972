"""What the page of an area says beyond that of any record: what was given there, and what is for everyone around it."""

from daylight.counted import countable
from daylight.pages.page import Cell, Table
from daylight.pages.records import years
from daylight.parts import parts
from daylight.record import Record
from daylight.site import Site
from daylight.views.history import Year, history, joined, named_by
from daylight.views.shares import NOTHING
from daylight.words import _


def values(site: Site, area: Record) -> dict:
    """What was given there year by year, what is for the whole of the larger area, and in its districts."""
    around = site.get("area", area.get("part_of"))
    wider = joined(history(site, around)) if around else None
    found = years.values(site, area, _("Here alone"), _("Its part, with other areas"))
    return found | {"around": around, "wider": wider if wider and wider.listed else None, "districts": districts(site, area)}


def districts(site: Site, area: Record) -> Table | None:
    """The money of an area and of each district in it, so that no pound is said twice; None where it has no districts."""
    inside = site.sources(area, "area")
    if not inside:
        return None
    rows = [_row(_("All of {name}", name=site.label(area)), joined(history(site, area)))]
    rows += [_row(district, joined(history(site, district))) for district in inside]
    awards = {a.key: a for of in (area, *inside) for a in named_by(site, of) if countable(a) is not None}
    several = [award for award in awards.values() if parts(site, award, "area") is None]
    shared = sum((countable(award) for award in several), NOTHING)
    if several:
        rows.append([_("Several of these, in parts that are not published"), len(several), shared])
    rows.append([_("All"), len(awards), sum((row[2] for row in rows), NOTHING)])
    heads = (_("Area"), f"#{_('Awards added up')}", f"#{_('Added up')}")
    return Table(_("Where the money went"), heads, rows)


def _row(name: Cell, of: Year) -> list[Cell]:
    return [name, of.counted, of.total]
