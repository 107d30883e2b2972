"""What the page of a record says of its money: in a sentence, year by year as a table, and as a picture."""

from collections.abc import Sequence

from markupsafe import Markup

from daylight.counted import countable
from daylight.pages import pieces, ways
from daylight.pages.charts import money
from daylight.pages.charts.figure import figure
from daylight.pages.page import Cell, Table
from daylight.pages.plain import plain_table
from daylight.parts import parts
from daylight.record import Record
from daylight.site import Site
from daylight.views.history import Year, history, joined, named_by
from daylight.views.shares import NOTHING
from daylight.words import _


def values(site: Site, record: Record, alone: str, shared: str) -> dict:
    """For a template: all years together, and the picture with its table, '' where no award names the record.

    `alone` and `shared` say what the columns are called of the money that is all the record's own, and of its known parts.
    """
    years = history(site, record)
    if not years:
        return {"money": None, "by_year": ""}
    of = table(site, years, alone, shared)
    drawn = money.of_record(site, years, of)
    return {"money": joined(years), "by_year": figure(site, drawn, folded=False) if drawn else plain_table(site, of)}


def table(site: Site, years: tuple[Year, ...], alone: str, shared: str) -> Table:
    """The years, newest first, and all together. Columns in which nothing stands are left out."""
    every = joined(years)
    columns = [(_("Awards"), lambda y: y.listed), (alone if every.shared else _("Added up"), lambda y: y.alone_total)]
    if every.shared:
        columns += [(shared, lambda y: y.shared_total), (_("Together"), lambda y: y.total)]
    if every.unknown:
        columns.append((_("Awards with others, in parts not published"), lambda y: y.unknown))
    rows = [[_year(site, year.year), *(value(year) for _name, value in columns)] for year in years]
    if len(years) > 1:
        rows.append([_("All years"), *(value(every) for _name, value in columns)])
    return Table(_("Year by year"), (_("Year"), *(f"#{name}" for name, _value in columns)), rows)


def together(site: Site, caption: str, lines: Sequence[tuple[Cell, Record]]) -> Table:
    """The money of a larger record and of its parts, each with its name, and all of it, so that no pound is said twice.

    What belongs to several of them in parts that are not published has a line of its own.
    """
    kind = lines[0][1].kind
    sums = [(name, joined(history(site, record))) for name, record in lines]
    rows = [[name, of.counted, of.total] for name, of in sums]
    awards = {a.key: a for _name, record in lines for a in named_by(site, record) if countable(a) is not None}
    several = [award for award in awards.values() if parts(site, award, kind) is None]
    if several:
        shared = sum((countable(award) for award in several), NOTHING)
        rows.append([_("Several of these, in parts that are not published"), len(several), shared])
    rows.append([_("All"), len(awards), sum((row[2] for row in rows), NOTHING)])
    heads = (_(site.schemas[kind].title), f"#{_('Awards added up')}", f"#{_('Added up')}")
    return Table(caption, heads, rows)


def _year(site: Site, year: str) -> Cell:
    """The way to all awards of a year."""
    if not year:
        return _("Year not published")
    return Markup('<a href="{}{}">{}</a>').format(pieces.ROOT, ways.of_year(site, "award", year), year)
