"""The totals: what was awarded by year, fund, recipient, priority, area and route, as tables of their own."""

from daylight.exports.table import Table, table
from daylight.schema import summary
from daylight.site import Site
from daylight.views.totals import NAMED, TABLES, Line, label, lines

UNKNOWN = "unknown"  # the year in the key of a line whose year is not published


def tables(site: Site) -> tuple[Table, ...]:
    """A table for each way in which money is added up. The amounts of each make the whole, to the penny."""
    return tuple(table(summary(name), [_row(name, line) for line in of]) for name, of in lines(site).items())


def _row(name: str, line: Line) -> dict[str, str]:
    way = TABLES[name]
    row = {"kind": line.kind, "title": line.title or label(name, line.kind), "financial_year": line.year}
    row |= {"awards": str(line.awards), "amount": f"{line.amount:.2f}"}
    if not way:
        return row | {"key": line.year or f"_{line.kind}", "listed": str(line.listed)}
    of = line.key or (f"_{line.kind}/{line.title}" if line.kind == NAMED else f"_{line.kind}")
    return row | {"key": f"{of}/{line.year or UNKNOWN}", way: line.title if way == "route" else line.key}
