"""Where a part of a register stands, for pages that show only the newest of it."""

from daylight.pages import registers
from daylight.site import Site


def of_year(site: Site, kind: str, year: str) -> str:
    """The way from the first page to all awards, or all decisions, of a financial year; '' is no known year."""
    schema, id = site.schemas[kind], year or "unknown"
    return f"{schema.folder}/by/{id}/" if registers.is_long(site, schema) else f"{schema.folder}/#year-{id}"
