"""Monitoring due: when returns and meetings are due. What they say is never published."""

from collections.abc import Sequence

from markupsafe import Markup

from daylight.pages.page import Page, Section, Table, report
from daylight.pages.pieces import told
from daylight.site import Site
from daylight.views import day
from daylight.views.promises import of_strategies
from daylight.views.returns import Return, returns
from daylight.words import _

PATH = "monitoring/"
LATEST = 200  # what is long past is in the data


def page(site: Site) -> Page:
    every = returns(site)
    coming = [d for d in every if d.day >= site.today]
    missing = [d for d in every if d.day < site.today and d.received is False]
    unknown = [d for d in every if d.day < site.today and d.received is None]
    done = [d for d in every if d.day < site.today and d.received]
    promised = [p for p in of_strategies(site) if p.rows[0].get("topic") == "monitoring"]
    sections = [
        Section(
            _("What the strategy promises"),
            items=[Markup("{} ({})").format(told(p.title), p.id) for p in promised],
            id="promised",
        )
        if promised
        else Section("", [_("No strategy is recorded that says how awards are monitored.")]),
        _section(site, "coming", _("Due from today on"), coming, _("Nothing is known to be due.")),
        _section(site, "missing", _("Not received"), missing, _("Nothing is known to be missing.")),
        _section(site, "unknown", _("Past, and not known to have been received"), unknown[-LATEST:], _("There is none.")),
        _section(site, "done", _("Received"), done[-LATEST:], _("None is recorded.")),
    ]
    lead = _("Dates only. What providers report about people is never published.")
    return report(PATH, _("Monitoring due"), lead, sections)


def _section(site: Site, id: str, title: str, of: Sequence[Return], nothing: str) -> Section:
    kinds = site.schemas["award_monitoring"].by_name["kind"].labels
    how = {True: _("Stated"), False: _("From how often it is due")}
    rows = [[day(d.day), d.award, _(kinds[d.kind]), how[d.stated]] for d in of]
    heads = (_("Due on"), _("Award"), _("What"), _("How the day is known"))
    return Section(title, [] if rows else [nothing], [Table(f"{title}: {len(rows)}", heads, rows)], id=id)
