"""Which pictures of money the pages have: by year, by fund or another of the totals, the way of the money, and of a record."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from daylight.pages import pieces, ways
from daylight.pages.charts.bars import Bar, bars, others
from daylight.pages.charts.figure import Figure
from daylight.pages.charts.flow import drawn
from daylight.pages.page import Table
from daylight.site import Site
from daylight.views import flows, money
from daylight.views.history import Year
from daylight.views.shares import Shares
from daylight.views.totals import ONE, PARTS, Sum, label, lines, sums, whole
from daylight.words import _, ngettext


def by_year(site: Site, table: Table) -> Figure | None:
    """The money of all awards by year, newest first; None where none is added up."""
    of = sorted((line for line in lines(site)["totals_by_year"] if line.amount), key=lambda line: line.year, reverse=True)
    drawing = [Bar(_year(site, line.year), line.amount, line.kind == ONE) for line in of]
    return _figure("awards-by-year", _("Awards by year"), drawing, whole(site).awards, table, earlier)


def of_record(site: Site, years: Sequence[Year], table: Table) -> Figure | None:
    """The money of one record by year, below a heading that says so; None where there are not two years to compare."""
    drawing = [Bar(_year(site, year.year), year.total, bool(year.year)) for year in years if year.total]
    awards = sum(year.counted for year in years)
    return _figure("by-year", "", drawing, awards, table, earlier) if len(drawing) > 1 else None


def by_total(site: Site, name: str, way: str, table: Table) -> Figure | None:
    """The money of all awards as one of the tables of totals divides it, below a heading that says so."""
    of = [line for line in sums(site, name) if line.amount]
    drawing = [Bar(_line(site, name, way, line), line.amount, line.kind not in PARTS) for line in of]
    return _figure(f"awards-by-{way}", "", drawing, whole(site).awards, table)


def _line(site: Site, name: str, way: str, line: Sum) -> Markup:
    words = pieces.told(line.title) if line.title else escape(_(label(name, line.kind)))
    return _who(site, way, line.key, words)


def divided(site: Site, kind: str, of: Shares, table: Table) -> Figure | None:
    """The money of some awards by each record of a kind."""
    known = sorted(((key, part) for key, part in of.by_key.items() if part.total), key=lambda p: (-p[1].total, p[0]))
    drawing = [Bar(_who(site, kind, key, pieces.told(key)), part.total) for key, part in known]
    unknown = ((_("Several, in parts that are not published"), of.shared), (_("None published"), of.none))
    drawing += [Bar(escape(words), part.total, known=False) for words, part in unknown if part.total]
    return _figure(f"by-{kind.replace('_', '-')}", table.caption, drawing, of.whole.awards, table)


def way_of_money(site: Site) -> Figure | None:
    """The way of all money from its source through the fund to what it was for."""
    of = flows.flow(site)
    if of is None:
        return None
    kinds = ("", "fund", of.end)
    names = [[_node(site, kind, node) for node in column] for kind, column in zip(kinds, of.columns, strict=True)]
    end = _(site.schemas["award"].by_name["theme"].title) if of.end == "theme" else _(site.schemas[of.end].title)
    titles = (_("Where the money comes from"), _("Fund"), end)
    total = sum((node.total for node in of.columns[0]), Decimal(0))
    unknown = sum((node.total for node in of.columns[1] if node.kind in (flows.SHARED, flows.NONE)), Decimal(0))
    said = _("{total} from where it came, through the fund, to what it was for.", total=money(total))
    if unknown:
        said += " " + _("The fund of {amount} is not known.", amount=money(unknown))
    rows = [
        [names[gap][start], names[gap + 1][to], amount] for gap in (0, 1) for (start, to), amount in of.streams[gap].items()
    ]
    table = Table(_("The way of the money"), (_("From"), _("To"), f"#{_('Amount')}"), rows)
    return Figure("way-of-the-money", _("The way of the money"), said, drawn(of, names, titles, said), table)


def _node(site: Site, kind: str, node: flows.Node) -> Markup:
    if node.kind == flows.OTHERS:
        return escape(ngettext("Others ({count})", "Others ({count})", node.count))
    if node.kind == flows.SHARED:
        return escape(_("Several, in parts that are not published"))
    if node.kind == flows.NONE:
        return escape(_("Not published"))
    record = site.get(kind, node.key) if kind in site.records else None
    return pieces.label(site, record) if record else pieces.told(node.key)


def _figure(
    id: str, title: str, drawing: list[Bar], awards: int, table: Table, called: Callable[[int], str] = others
) -> Figure | None:
    """A picture of bars, with what they come to in words; None where there is nothing to draw."""
    if not drawing:
        return None
    total = sum(bar.total for bar in drawing)
    said = ngettext("{total} in {count} award.", "{total} in {count} awards.", awards, total=money(total))
    return Figure(id, title, said, bars(drawing, called), table)


def earlier(count: int) -> str:
    """What the years are called that are too many for bars of their own."""
    return ngettext("{count} earlier year", "{count} earlier years", count)


def _year(site: Site, year: str) -> Markup:
    """A year as the name of a bar: the way to its awards."""
    name = year or _("Year not published")
    return Markup('<a href="{}{}">{}</a>').format(pieces.ROOT, ways.of_year(site, "award", year), name)


def _who(site: Site, kind: str, key: str, words: Markup) -> Markup:
    """A record as the name of a bar, else what stands for it."""
    record = site.get(kind, key) if kind in site.records else None
    return pieces.safe(pieces.link(site, record)) if record else words
