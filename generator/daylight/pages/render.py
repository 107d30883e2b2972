"""Fills the templates and sets them into the frame. Record text is escaped, always."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from daylight import views, words
from daylight.frame import Frame
from daylight.pages import Page, pieces, plain, record_page, report_pages, site_pages
from daylight.schema import load_schemas
from daylight.site import Record, Site

MADE = (pieces.fields, pieces.table, pieces.child_table, pieces.links, pieces.marks, plain.plain_table, plain.cell)
TEMPLATES = Path(__file__).parents[1] / "templates"


class Texts(FileSystemLoader):
    """Templates with their texts in the language that is spoken when they are loaded: they are the same on every page."""

    _text = re.compile(r"""_\((["'])([^"']*)\1\)""")

    def get_source(self, environment, template):
        source, *rest = super().get_source(environment, template)
        return self._text.sub(lambda found: json.dumps(words._(found[2]), ensure_ascii=False), source), *rest


class Renderer:
    """Makes pages of sites in one set of frames: the frame of each place by its path."""

    def __init__(self, frames: Mapping[str, Frame]):
        self.frames = frames
        self.env = Environment(
            loader=Texts(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.env.filters |= {"money": views.money, "day": views.day, "_": words._}
        self.env.globals |= {"root": pieces.ROOT, "schemas": load_schemas(), "_": words._, "ngettext": words.ngettext}

    def outputs(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """The pages about many records."""
        for page in site_pages(site):
            yield self.output(site, page)

    def report_outputs(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """The pages that look at every record."""
        for page in report_pages(site):
            yield self.output(site, page)

    def record_outputs(self, site: Site, record: Record) -> Iterator[tuple[str, bytes]]:
        """The page of one record; the publisher has none."""
        if record.kind != "publisher":
            yield self.output(site, record_page(site, record))

    def output(self, site: Site, page: Page) -> tuple[str, bytes]:
        """The path of a page and its bytes."""
        made = {make.__name__: partial(make, site) for make in MADE}
        body = self.env.get_template(page.template).render(site=site, title=page.title, **made, **page.values)
        root = "../" * page.path.count("/") or "./"
        body, head = body.replace(pieces.ROOT, root), page.head.replace(pieces.ROOT, root)
        slug = page.path.rstrip("/").rpartition("/")[2]
        place = page.path if page.place is None else page.place
        return f"{page.path}index.html", self.frames[place].page(page.title, page.description, body, slug, head)
