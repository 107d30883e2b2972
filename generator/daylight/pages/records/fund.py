"""What the page of a fund says beyond that of any record."""

from daylight.pages.reports import funds
from daylight.site import Record, Site


def values(site: Site, fund: Record) -> dict:
    """What it has and gave in each year, and its rules."""
    return {"pots": funds.pots_table(site, fund), "rules": funds.rules(site, fund)}
