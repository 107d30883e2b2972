"""Exceptions: every rule that is not met and the public reason."""

from daylight.pages.page import Page, Section, Table, report
from daylight.pages.pieces import told
from daylight.site import Site
from daylight.views import day
from daylight.views.promises import exceptions
from daylight.words import _

PATH = "exceptions/"


def page(site: Site) -> Page:
    every = sorted(exceptions(site), key=lambda found: (found[1].get("expires", ""), found[0].key), reverse=True)
    parts = {True: [], False: []}
    for record, row in every:
        cells = [record, row.get("rule"), told(row.get("reason", "")), told(row.get("approved_by_role", ""))]
        cells += [site.get("decision", row.get("approving_decision")) or "–", _day(row.get("date")), _day(row.get("expires"))]
        parts[row.get("expires", "") >= site.today].append(cells)
    heads = (_("Record"), _("Rule"), _("Reason"), _("Approved by"), _("Decision"), _("Approved on"), _("Expires on"))
    now = Table(_("Exceptions in force"), heads, parts[True])
    ended = Table(_("Expired exceptions"), heads, parts[False])
    sections = [
        Section(_("In force"), [] if now.rows else [_("None is in force.")], [now], id="now"),
        Section(_("Expired"), [] if ended.rows else [_("None has expired.")], [ended], id="ended"),
    ]
    lead = _("Where a rule is not met, the office says so, with its reason, who approved it and until when.")
    return report(PATH, _("Exceptions"), lead, sections)


def _day(iso: str | None) -> str:
    return day(iso) if iso else "–"
