"""Annual report: a financial year as the strategies promise it to the panel and the public."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from daylight.frame import SLUG
from daylight.pages import pieces
from daylight.pages.charts import money as money_by
from daylight.pages.charts.figure import figure
from daylight.pages.page import Page, Section, Table, report
from daylight.pages.reports.divisions import table
from daylight.pages.tables import listed
from daylight.site import Site
from daylight.views import money
from daylight.views.groups import total
from daylight.views.promises import of_strategies
from daylight.views.shares import KINDS, divided
from daylight.views.years import Year, by_field
from daylight.views.years import years as years_of
from daylight.words import _, ngettext

PATH = "reports/annual/"
PLACE = f"{PATH}{SLUG}/"
MOST = 200  # lines of a list; the register has them all


def page(site: Site) -> Page:
    """The list of all years."""
    rows = [[_link(y), len(y.awards), y.total, len(y.decisions)] for y in years_of(site)]
    heads = (_("Year"), f"#{_('Awards')}", f"#{_('Added up')}", f"#{_('Decisions')}")
    promised = [
        Markup("{} ({})").format(pieces.told(p.title), p.id)
        for p in of_strategies(site)
        if p.rows[0].get("topic") == "publication"
    ]
    reports = Table(_("Annual reports: {count}", count=len(rows)), heads, rows)
    unknown, nothing = _("No award and no decision here has a known year."), _("Nothing is recorded.")
    sections = [
        Section(_("Years"), [] if rows else [unknown], [reports]),
        Section(_("What the strategy promises to publish"), [] if promised else [nothing], items=promised),
    ]
    lead = _(
        "Each financial year, from 1 April to 31 March: what was awarded, from which fund, for "
        "which priority, and what was decided."
    )
    return report(PATH, _("Annual reports"), lead, sections)


def years(site: Site) -> Iterator[Page]:
    """The report of each year."""
    for year in years_of(site):
        lead = _(
            "{awards}, of which {total} adds up, and {decisions}.",
            awards=_awards(len(year.awards)),
            total=money(year.total),
            decisions=_decisions(len(year.decisions)),
        )
        title = _("Annual report {year}", year=year.year)
        crumbs = [(PATH, _("Annual reports"))]
        yield report(f"{PATH}{year.year}/", title, lead, list(_sections(site, year)), PLACE, crumbs)


def paths(site: Site) -> Iterator[str]:
    """The paths of the reports of each year."""
    yield from (f"{PATH}{year.year}/" for year in years_of(site))


def _sections(site: Site, year: Year) -> Iterator[Section]:
    tables = {kind: table(site, kind, year.year, empty=kind == "priority") for kind in KINDS if site.records[kind]}
    drawn = {kind: money_by.divided(site, kind, divided(site, kind, year.year), of) for kind, of in tables.items()}
    figures = [figure(site, of, folded=False) for of in drawn.values() if of]
    said = _("Of the awards that are added up. The lines of each table make the whole of them.")
    bare = [of for kind, of in tables.items() if not drawn[kind]]
    yield Section(_("How the money was divided"), [said], bare, id="money", figures=figures)
    fields = [of for name in ("type", "theme", "reporting_area") if (of := _by_field(site, year, name))]
    yield Section(_("What it was for"), [_("Of all awards, added up or not.")] if fields else [], fields, id="what")
    awards = sorted(year.awards, key=lambda a: (-(a.get("amount") or 0), a.key))
    rows = [
        [
            a,
            listed(site, a, "recipient_name"),
            pieces.links(site, site.targets(a, "fund")) or pieces.told(a.get("scheme", "")),
            pieces.amount(a),
        ]
        for a in awards
    ]
    heads = (_("Award"), _("Recipient"), _("Fund or scheme"), f"#{_('Amount')}")
    every = Table(_("Awards of {year}", year=year.year), heads, rows)
    title = _("Every award") if len(rows) <= MOST else _("Awards")
    yield _listed(site, "award", year, Section(title, [] if rows else [_("None.")], [every], id="awards"), _awards(len(rows)))
    if received := [[a, pieces.amount(a)] for a in year.received]:
        came = Table(_("Received: {count}", count=len(received)), (_("From"), f"#{_('Amount')}"), received)
        yield Section(_("Money that came in"), (), [came], id="received")
    decided = [[d, d.get("reference") or "–"] for d in year.decisions]
    decisions = Table(_decisions(len(decided)), (_("Decision"), _("Reference")), decided)
    said = [] if decided else [_("None is published.")]
    yield _listed(site, "decision", year, Section(_("Decisions"), said, [decisions], id="decisions"), decisions.caption)


def _listed(site: Site, kind: str, year: Year, section: Section, said: str) -> Section:
    """A section with one list; of a long one only the first lines, with `said` and the way to all of them in the register."""
    table = section.tables[0]
    if len(table.rows) <= MOST:
        return section
    way = Markup('<a href="{}{}/?year={}">{}</a>').format(
        pieces.ROOT, site.schemas[kind].folder, year.year, _("Show all of them, and filter them")
    )
    first = replace(table, caption=_("The first {count}", count=MOST), rows=table.rows[:MOST])
    return replace(section, texts=[Markup("{}. {}").format(said, way)], tables=[first])


def _by_field(site: Site, year: Year, name: str) -> Table | None:
    """The awards of a year by the values of a field; None where no award has one."""
    field, parts = site.schemas["award"].by_name[name], by_field(year.awards, name)
    if not any(value for value, _of in parts):
        return None
    rows = [
        [_(field.labels[v]) if v in field.labels else pieces.told(v) or _("Not published"), len(of), total(of)]
        for v, of in parts
    ]
    heads = (_(field.title), f"#{_('Awards')}", f"#{_('Added up')}")
    return Table(_("By {field}", field=_(field.title).lower()), heads, rows)


def _link(year: Year) -> Markup:
    return Markup('<a href="{}{}{}/">{}</a>').format(pieces.ROOT, PATH, year.year, year.year)


def _awards(count: int) -> str:
    return ngettext("{count} award", "{count} awards", count)


def _decisions(count: int) -> str:
    return ngettext("{count} decision", "{count} decisions", count)
