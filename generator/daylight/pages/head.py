"""What a page puts into the head of its HTML: where the same stands for programs, and what it is in words for machines."""

from html import escape

from daylight.pages import schema_org
from daylight.pages.pieces import ROOT
from daylight.site import Record, Site

JSON = '<link rel="alternate" type="application/json" href="index.json">'  # beside each page of a record


def of_record(site: Site, record: Record) -> str:
    """The head of the page of a record."""
    return JSON + schema_org.of_record(site, record)


def of_home(site: Site) -> str:
    return schema_org.of_home(site)


def alternate(path: str, title: str, media_type: str) -> str:
    """A link to a file, by its path below the root of the site, that says the same as the page."""
    return f'<link rel="alternate" type="{media_type}" title="{escape(title)}" href="{ROOT}{escape(path)}">'
