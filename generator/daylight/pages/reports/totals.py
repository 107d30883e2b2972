"""Totals: what was awarded by year, fund, recipient, priority, area and route, as in the downloads of these names."""

from markupsafe import Markup

from daylight.pages.charts import money
from daylight.pages.charts.figure import Figure, figure
from daylight.pages.page import Cell, Page, Section, Table, report
from daylight.pages.pieces import FILES, told
from daylight.schema import Schema, summary
from daylight.site import Site
from daylight.views.totals import ONE, PARTS, TABLES, Sum, label, lines, sums, whole
from daylight.words import ENGLISH, _, language, ngettext

PATH = "data/totals/"
EMBEDDED = ("", "fund", "priority", "area")  # the ways of `TABLES` whose pictures can be shown on another site
SHOWN = 100  # of those who have the most; a table of thousands is for downloading


def page(site: Site) -> Page:
    lead = _("All money that is added up, divided in several ways. The lines of each table make the whole, to the penny.")
    sections = [_section(site, summary(name), way) for name, way in TABLES.items()]
    if of := money.way_of_money(site):
        sections.append(Section(of.title, [_embed(site, of)], id="way", figures=[figure(site, of)]))
    return report(PATH, _("Totals"), lead, sections, crumbs=[("data/", _("Data"))])


def _section(site: Site, schema: Schema, way: str) -> Section:
    address = Markup('<a href="{}data/{}.csv">{}.csv</a>').format(FILES, schema.resource, schema.resource)
    download = Markup("{} {}").format(_("Download, year by year:"), address)
    table = divided_table(site, schema.name, way) if way else years_table(site)
    drawn = money.by_total(site, schema.name, way, table) if way else money.by_year(site, table)
    texts = [_(schema.description), download]
    if not drawn:
        return Section(_(schema.plural), texts, [table], id=schema.resource)
    if way in EMBEDDED:
        texts.append(_embed(site, drawn))
    return Section(_(schema.plural), texts, id=schema.resource, figures=[figure(site, drawn, folded=False)])


def _embed(site: Site, of: Figure) -> Markup:
    """How to show a picture on another site."""
    below = "" if language() == ENGLISH else f"{language()}/"
    address = site.url(f"{below}embed/{of.id}/")
    code = f'<iframe src="{address}" title="{of.title or of.table.caption}" width="100%" height="600"></iframe>'
    return Markup("{} <code>{}</code>").format(_("To show this picture on another site:"), code)


def years_table(site: Site) -> Table:
    """Every year, newest first, and all together."""
    schema = summary("totals_by_year")
    of = sorted(lines(site)[schema.name], key=lambda line: line.year, reverse=True)
    rows = [[line.title or _(label(schema.name, line.kind)), line.listed, line.awards, line.amount] for line in of]
    every = whole(site)
    rows.append([_("All"), len(site.records["award"]), every.awards, every.total])
    return Table(_(schema.plural), (_("Year"), f"#{_('Listed')}", f"#{_('Awards added up')}", f"#{_('Added up')}"), rows)


def divided_table(site: Site, name: str, way: str) -> Table:
    """All years together: those who have the most, the rest of them, what belongs to many or to nobody, and the whole."""
    schema, found = summary(name), sums(site, name)
    named, others = [of for of in found if of.kind not in PARTS], [of for of in found if of.kind in PARTS]
    rows = [[_who(site, way, of), of.awards, of.amount] for of in named[:SHOWN]]
    if rest := named[SHOWN:]:
        words = ngettext("{count} more, in the download", "{count} more, in the download", len(rest))
        rows.append([words, sum(of.awards for of in rest), sum(of.amount for of in rest)])
    rows += [[_(label(schema.name, of.kind)), of.awards, of.amount] for of in others]
    every = whole(site)
    rows.append([_("All"), every.awards, every.total])
    return Table(_(schema.plural), (_(schema.by_name[way].title), f"#{_('Awards added up')}", f"#{_('Added up')}"), rows)


def _who(site: Site, way: str, of: Sum) -> Cell:
    return (site.get(way, of.key) if of.kind == ONE else None) or told(of.title)
