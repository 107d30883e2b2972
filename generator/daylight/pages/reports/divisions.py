"""How money is divided: tables of funds, priorities, budget areas or areas that make the whole, to the penny."""

from daylight.pages.page import Table
from daylight.schema import Schema
from daylight.site import Site
from daylight.views import money
from daylight.views.shares import Shares, divided
from daylight.words import _, ngettext


def table(site: Site, kind: str, year: str = "", empty: bool = True) -> Table:
    """The countable money of all awards, or of a year's, by record of a kind; with `empty`, those without any too."""
    schema, of = site.schemas[kind], divided(site, kind, year)
    found = sorted(of.by_key.items(), key=lambda part: (-part[1].total, part[0]))
    rows = [[site.get(kind, key) or key, part.awards, part.total] for key, part in found if part.awards or empty]
    rows += [[_("Several, in parts that are not published"), of.shared.awards, of.shared.total]] if of.shared.awards else []
    rows += [[_("None published"), of.none.awards, of.none.total]] if of.none.awards else []
    rows += [[_("All"), of.whole.awards, of.whole.total]]
    heads = (_(schema.title), f"#{_('Awards added up')}", f"#{_('Added up')}")
    return Table(_("Money by {kind}", kind=_(schema.title).lower()), heads, rows)


def warning(site: Site, schema: Schema) -> str:
    """What a reader must know before adding up, in a sentence."""
    of: Shares = divided(site, schema.name)
    if of.shared.awards:
        return ngettext(
            "{count} award ({total}) belongs to several of these in parts that are not published. It has a line of its own, "
            "so that no pound is counted twice.",
            "{count} awards ({total}) belong to several of these in parts that are not published. They have a line of their "
            "own, so that no pound is counted twice.",
            of.shared.awards,
            total=money(of.shared.total),
        )
    return _("Each award that is added up belongs to one of these or to none, so the lines make the whole to the penny.")
