"""The keys to all tables: code lists, the data dictionary, and the known gaps."""

from daylight.exports.table import Table
from daylight.site import Site


def tables(site: Site) -> tuple[Table, ...]:
    return ()
