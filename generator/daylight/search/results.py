"""The page on which all results of a search stand. Without scripts it leads to everything in other ways."""

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.pages import SHOWN, registers
from daylight.pages.page import Page
from daylight.pages.pieces import FILES
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
    groups = registers.grouped(site, schema, True) if registers.is_long(site, schema) else []
    parts = [(registers.group_paths(schema, group)[0], group.title) for group in groups]
    return Way(f"{schema.folder}/", _(schema.plural), _(schema.description), len(site.records[schema.name]), parts)
