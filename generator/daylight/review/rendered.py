"""Renders some pages of the site in their frame, from records that may be wrong and from prose of strangers.

The settings of MkDocs are data of strangers too: only the menu and the names are used, for others could run a program.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from daylight.framing import Framing
from daylight.making.framed import places
from daylight.outside import outside
from daylight.pages import SINGLE, registers
from daylight.pages.render import Renderer
from daylight.review.pages import Page
from daylight.site import Site

SETTINGS = ("site_name", "nav", "extra")
Files = dict[str, bytes]


def framed(office: Path, site: Site, work: Path) -> Path:
    """The folder with the frame and the prose, made with no other settings than the menu and the names."""
    shutil.copytree(office / "content", work / "content")
    try:
        said = yaml.safe_load((office / "mkdocs.yml").read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        said = None
    settings = {name: said[name] for name in SETTINGS if name in said} if isinstance(said, dict) else {}
    (work / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return Framing(work, places(), outside(site.publisher.values, site.address), work).html()


def rendered(site: Site, renderer: Renderer, pages: Iterable[Page], wrong: bool, found: Files) -> Iterator[tuple[str, str]]:
    """Puts pages that are made from records into `found`, and yields of each that cannot be made its path and why.

    `wrong` is whether records of the site are: then it may be that a page cannot be made.
    """
    for page in pages:
        try:
            found |= dict(_of(site, renderer, page))
        except Exception:  # views promise nothing for records that are wrong, but for those that are right this is our mistake
            if not wrong:
                raise
            yield page.path, "It can be shown when its errors are put right."


def _of(site: Site, renderer: Renderer, page: Page) -> Iterator[tuple[str, bytes]]:
    if page.record:
        if record := site.get(*page.record):
            yield from renderer.record_outputs(site, record)
        return
    if page.path in SINGLE:
        yield from renderer.each(site, lambda of: [SINGLE[page.path](of)])
        return
    schema = next(schema for schema in site.schemas.values() if f"{schema.folder}/" == page.path and not schema.parent)
    yield from renderer.each(site, lambda of: [next(registers.pages(of, schema))])
