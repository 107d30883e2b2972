"""All pages that are made from records: which there are, and what each shows.

Every page is a function of the site; the templates do no arithmetic. `PAGES` lists the single pages; each kind of record
also has a register and a page for each record.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from daylight import views
from daylight.frame import SLUG, Frame
from daylight.schema import Schema
from daylight.site import Record, Site

KINDS = (
    "award",
    "decision",
    "organisation",
    "opportunity",
    "fund",
    "priority",
    "area",
    "budget_area",
    "round",
    "document",
)


@dataclass(frozen=True)
class Page:
    """A page to be made: its path below the site root, its plain-text title and description, and what its template gets."""

    path: str
    template: str
    title: str
    description: str
    values: dict
    place: str = ""

    @property
    def root(self) -> str:
        """The way from this page to the site's root."""
        return "../" * self.path.count("/") or "./"


def home(site: Site) -> Page:
    values = {
        "years": views.years(site, "award"),
        "decisions": views.latest_decisions(site),
        "open": views.opportunities(site),
    }
    name = site.publisher.get("name", "")
    return Page("", "home.html", "Where the money goes", f"What {name} awards, to whom and why.", values)


def data(site: Site) -> Page:
    tables = list(site.schemas.values())
    counts = {s.name: views.row_count(site, s) for s in tables}
    return Page(
        "data/",
        "data.html",
        "Data",
        "Every record as CSV and JSON, free to use again.",
        {"tables": tables, "counts": counts},
    )


def dictionary(site: Site) -> Page:
    return Page(
        "data/dictionary/",
        "dictionary.html",
        "Data dictionary",
        "What every column means.",
        {"tables": list(site.schemas.values())},
    )


PAGES = (home, data, dictionary)


def places() -> dict[str, str]:
    """The empty pages that the frame needs."""
    single = ["", "data/", "data/dictionary/"]
    return dict.fromkeys([*single, *(p for k in KINDS for p in (_folder(k) + "/", f"{_folder(k)}/{SLUG}"))], "")


def _folder(kind: str) -> str:
    from daylight.schema import load_schemas

    return load_schemas()[kind].folder


def pages(site: Site) -> Iterator[Callable[[], Page]]:
    """A maker for every page of the site, in the same order for the same records."""
    for page in PAGES:
        yield partial(page, site)
    for kind in KINDS:
        schema = site.schemas[kind]
        yield partial(register, site, schema)
        for record in site.all(kind):
            yield partial(record_page, site, schema, record)


def register(site: Site, schema: Schema) -> Page:
    values = {"schema": schema, "groups": views.years(site, schema.name), "total": views.total(site.all("award"))}
    return Page(f"{schema.folder}/", "register.html", schema.plural, schema.description, values)


def record_page(site: Site, schema: Schema, record: Record) -> Page:
    values = {
        "schema": schema,
        "record": record,
        "groups": views.field_groups(site, record),
        "children": views.child_tables(site, record),
        "incoming": views.incoming(site, record),
        "state": views.state(record, site.today) if schema.name == "opportunity" else None,
        "closes": moment.isoformat() if schema.name == "opportunity" and (moment := views.closing(record)) else "",
        "last_change": site.last_change(record),
    }
    description = str(record.get("purpose") or record.get("description") or f"{schema.title}: {site.label(record)}")
    return Page(
        f"{schema.folder}/{record.key}/",
        "record.html",
        f"{site.label(record)} ({schema.title.lower()})",
        description[:200],
        values,
        f"{schema.folder}/{SLUG}",
    )


class Renderer:
    """Fills templates and sets them into the frame. Record text is escaped by the templates, always."""

    def __init__(self, site: Site, frames: dict[str, Frame]):
        folder = Path(__file__).parents[1] / "templates"
        self.site, self.frames = site, frames
        self.env = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,
        )
        self.env.install_null_translations(newstyle=True)
        self.env.filters |= {"money": views.money, "day": views.day}
        self.env.globals |= {"site": site, "cells": views.cells, "counted": views.countable, "state_of": views.state}

    def render(self, page: Page) -> bytes:
        body = self.env.get_template(page.template).render(root=page.root, title=page.title, **page.values)
        slug = page.path.rstrip("/").rpartition("/")[2]
        return self.frames[page.place or page.path].page(page.title, page.description, body, slug)
