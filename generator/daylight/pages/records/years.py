"""What the page of a record says of its money: in a sentence, year by year as a table, and as a picture."""

from markupsafe import Markup

from daylight.pages import pieces, ways
from daylight.pages.charts import money
from daylight.pages.charts.figure import figure
from daylight.pages.page import Cell, Table
from daylight.pages.plain import plain_table
from daylight.record import Record
from daylight.site import Site
from daylight.views.history import Year, history, joined
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


def _year(site: Site, year: str) -> Cell:
    """The way to all awards of a year."""
    if not year:
        return _("Year not published")
    return Markup('<a href="{}{}">{}</a>').format(pieces.ROOT, ways.of_year(site, "award", year), year)
