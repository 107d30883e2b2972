"""Fills the templates and sets them into the frame. Record text is escaped, always."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from daylight import views, words
from daylight.frame import Frame
from daylight.pages import pieces, plain, report_pages, site_pages, tables
from daylight.pages.page import Page
from daylight.pages.records import record_page
from daylight.record import Record
from daylight.schema import load_schemas
from daylight.site import Site

MADE = (
    *(pieces.links, pieces.marks, pieces.label, pieces.text),
    *(tables.fields, tables.table, tables.child_table),
    *(plain.plain_table, plain.cell),
)
TEMPLATES = Path(__file__).parents[1] / "templates"


class Texts(FileSystemLoader):
    """Templates with their texts in the language that is spoken when they are loaded: they are the same on every page."""

    _text = re.compile(r"""_\((["'])([^"']*)\1\)""")

    def get_source(self, environment, template):
        source, *rest = super().get_source(environment, template)
        return self._text.sub(lambda found: json.dumps(words._(found[2]), ensure_ascii=False), source), *rest


class Renderer:
    """Makes pages of sites in one set of frames: the frame of each place by its path, those of Welsh pages below cy/."""

    def __init__(self, frames: Mapping[str, Frame]):
        self.frames = frames

    def outputs(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """The pages about many records."""
        yield from self.each(site, site_pages)

    def report_outputs(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """The pages that look at every record."""
        yield from self.each(site, report_pages)

    def record_outputs(self, site: Site, record: Record) -> Iterator[tuple[str, bytes]]:
        """The page of one record; the publisher has none."""
        if record.kind != "publisher":
            yield from self.each(site, lambda site: [record_page(site, record)])

    def each(self, site: Site, pages: Callable[[Site], Iterable[Page]]) -> Iterator[tuple[str, bytes]]:
        """Some pages in each language of the site: their paths and bytes."""
        for language in site.languages:
            with words.spoken(language):
                made = [self.output(site, page) for page in pages(site)]
            yield from made

    def output(self, site: Site, page: Page) -> tuple[str, bytes]:
        """The path of a page in the language that is spoken now, and its bytes."""
        spoken = words.language()
        below, depth = "" if spoken == words.ENGLISH else f"{spoken}/", page.path.count("/")
        pieces_of = {make.__name__: partial(make, site) for make in MADE}
        template = templates(spoken).get_template(page.template)
        body = template.render(site=site, title=page.title, **pieces_of, **page.values)
        roots = ((pieces.ROOT, "../" * depth or "./"), (pieces.FILES, "../" * (depth + below.count("/")) or "./"))
        head = page.head
        for mark, way in roots:
            body, head = body.replace(mark, way), head.replace(mark, way)
        slug = page.path.rstrip("/").rpartition("/")[2]
        place = page.path if page.place is None else page.place
        made = self.frames[below + place].page(page.title, page.description, body, slug, head, page.care)
        return f"{below}{page.path}index.html", made


@cache
def templates(language: str) -> Environment:
    """The templates with their texts in a language, which is the one spoken while they are loaded: once in a process."""
    env = Environment(
        loader=Texts(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters |= {"money": views.money, "day": views.day, "_": words._, "told": pieces.told}
    env.globals |= {"root": pieces.ROOT, "files_root": pieces.FILES, "schemas": load_schemas()}
    env.globals |= {"_": words._, "ngettext": words.ngettext, "language": words.language}
    return env
