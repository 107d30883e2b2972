"""The totals: what was awarded by year, fund, recipient, priority, area and route, as tables of their own."""

from daylight.exports.table import Table
from daylight.site import Site


def tables(site: Site) -> tuple[Table, ...]:
    return ()
