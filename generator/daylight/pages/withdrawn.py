"""A page in the place of each record that a release had and that is gone: that it was withdrawn, and when; nothing else."""

from collections.abc import Iterator

from markupsafe import Markup

from daylight.frame import SLUG
from daylight.pages.page import Page, Section, report
from daylight.pages.pieces import ROOT
from daylight.pages.reports.changes import PATH, named
from daylight.site import Site
from daylight.views.withdrawn import withdrawn
from daylight.words import _


def pages(site: Site) -> Iterator[Page]:
    """One for each record that is gone, at the address that its own page had."""
    for gone in withdrawn(site):
        schema = site.schemas[gone.kind]
        title = _("Withdrawn ({kind})", kind=_(schema.title).lower())
        lead = _("What stood here was in {last}, and is no longer in {first}.", last=named(gone.last), first=named(gone.first))
        link = Markup('<a href="{}{}">{}</a>').format(ROOT, PATH, _("All releases, and what changed between them"))
        place = f"{schema.folder}/{SLUG}/"
        yield report(gone.path, title, lead, [Section("", [link])], place, [(f"{schema.folder}/", _(schema.plural))])
