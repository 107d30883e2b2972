"""What a site is set into: the frames of its places, and the office's own prose, in each language."""

from collections.abc import Iterator
from pathlib import Path

from daylight import frame, pages, search
from daylight.pages.render import Renderer
from daylight.site import Site
from daylight.views.citation import origin
from daylight.words import spoken


def places() -> list[str]:
    """The empty pages that the frame needs."""
    return [*pages.places(), search.PATH]


def origins(site: Site) -> dict[str, str]:
    """Where everything comes from, in each language of the site."""
    said = {}
    for language in site.languages:
        with spoken(language):
            said[language] = origin(site)
    return said


def renderer_of(site: Site, html: Path) -> Renderer:
    """What sets pages into the frames in the folder `html`, in each language of the site."""
    said = origins(site).items()
    return Renderer({at: of for language, text in said for at, of in frame.frames(html, places(), text, language).items()})


def prose(site: Site, html: Path) -> Iterator[tuple[str, bytes]]:
    """The office's own pages, and the files of the theme."""
    english, *others = origins(site).items()
    yield from frame.prose(html, places(), english[1], dict(others))
