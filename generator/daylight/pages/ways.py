"""Where a part of a register stands, for pages that show only the newest of it."""

from daylight.pages import registers
from daylight.site import Site


def of_year(site: Site, kind: str, year: str) -> str:
    """The way from the first page to all awards, or all decisions, of a financial year; '' is no known year."""
    folder, id = site.schemas[kind].folder, year or "unknown"
    return f"{folder}/by/{id}/" if len(site.records[kind]) > registers.LONG else f"{folder}/#year-{id}"
