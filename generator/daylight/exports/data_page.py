"""The page of all downloads: what there is, for whom, how large, and from when."""

from collections.abc import Sequence

from daylight import views
from daylight.exports.file import Info
from daylight.pages import DATA
from daylight.pages.page import Page
from daylight.site import Site
from daylight.words import _


def page(site: Site, infos: Sequence[Info]) -> Page:
    """The page, for files of which `infos` says the size and the rows."""
    tables = list(site.schemas.values())
    values = {"tables": tables, "counts": views.row_counts(site)}
    return Page(DATA, "data.html", _("Data"), _("Every record as CSV and JSON, free to use again."), values)
