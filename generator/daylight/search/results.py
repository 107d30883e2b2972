"""The page on which all results of a search stand. Without scripts it leads to everything in other ways."""

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.pages import SHOWN
from daylight.pages.page import Page
from daylight.pages.pieces import FILES
from daylight.pages.registers import LONG, grouped
from daylight.schema import Schema
from daylight.search.pages import PATH
from daylight.search.said import TEXTS
from daylight.site import Site
from daylight.words import _

HEAD = f'<script type="module" src="{FILES}assets/search.js" onerror="document.documentElement.className=\'no-js\'"></script>'


@dataclass(frozen=True)
class Way:
    """A register as a way to its records: its path, title, what it is about, how many it has, and paths and names of parts."""

    path: str
    title: str
    about: str
    count: int
    groups: Sequence[tuple[str, str]]


def page(site: Site) -> Page:
    lead = _("Find awards, decisions, organisations and everything else by words in names, purposes and references.")
    ways = [_way(site, site.schemas[kind]) for kind in SHOWN if site.records[kind]]
    return Page(PATH, "search.html", _("Search"), lead, {"ways": ways, "failed": _(TEXTS["failed"])}, head=HEAD)


def _way(site: Site, schema: Schema) -> Way:
    count, path = len(site.records[schema.name]), f"{schema.folder}/"
    groups = grouped(site, schema, True) if count > LONG else []
    parts = [(f"{path}by/{group.id}/", group.title) for group in groups]
    return Way(path, _(schema.plural), _(schema.description), count, parts)
