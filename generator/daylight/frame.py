"""The frame: header, menu and footer of every page, cut from the pages that `framing` lets MkDocs render.

Cutting an empty page at its marks once makes a record page cost microseconds.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

TITLE, DESCRIPTION, SLUG, HEAD, BODY, ORIGIN = MARKS = (
    "daylight-mark-title",
    "daylight-mark-description",
    "daylight-mark-slug",
    "daylight-mark-head",
    "daylight-mark-body",
    "daylight-mark-origin",
)
_ELEMENT = f"<meta[^>]*{HEAD}[^>]*>"
_CUT = re.compile(f"({TITLE}|{DESCRIPTION}|{SLUG}|{_ELEMENT}|<h1[^>]*>{BODY}.*?</h1>)", re.DOTALL)  # the last with its link

_LOC = re.compile("<loc>(.*?)</loc>")
_URLSET = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
LISTS = ("sitemap.xml", "sitemap.xml.gz", "search.json", "search/search_index.json")


class FrameError(Exception):
    """MkDocs could not build the prose, or a mark is missing. The text says why, for the person who wrote the page."""


@dataclass(frozen=True)
class Frame:
    """One rendered page cut at its marks: pieces of HTML, and between them the names of what goes there."""

    pieces: tuple[str, ...]

    @cached_property
    def data(self) -> tuple[bytes, ...]:
        return tuple(piece.encode() for piece in self.pieces)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The names of the marks between the pieces, in their order."""
        return tuple(next(mark for mark in MARKS if mark in piece) for piece in self.pieces[1::2])

    def page(self, title: str, description: str, body: str, slug: str = "", head: str = "") -> bytes:
        """A whole page. `title` and `description` are plain text and escaped here; `body` and `head` are HTML."""
        fill = {TITLE: html.escape(title), DESCRIPTION: html.escape(description), SLUG: html.escape(slug)}
        fill |= {HEAD: head, BODY: body}
        parts = list(self.data)
        parts[1::2] = [fill[mark].encode() for mark in self.marks]
        return b"".join(parts)


def cut(text: str, where: str, origin: str = "") -> Frame:
    """Cuts a rendered page at its marks. `origin` is the text that says where every page comes from; it is the same on all.

    A FrameError names the mark that is missing.
    """
    frame = Frame(tuple(_CUT.split(text.replace(ORIGIN, html.escape(origin)))))
    found = {*frame.marks, ORIGIN} if ORIGIN in text else frame.marks
    for mark in (TITLE, DESCRIPTION, HEAD, BODY, ORIGIN):
        if mark not in found:
            raise FrameError(f"the frame page {where} has lost its mark {mark}")
    return frame


def frames(html: Path, places: Sequence[str], origin: str) -> dict[str, Frame]:
    """The frame of each place from a folder that `build` returned, with a text in its footer that says where it comes from."""
    return {place: cut(tidy((html / place / "index.html").read_text("utf-8")), place or "home", origin) for place in places}


def prose(html: Path, places: Sequence[str], origin: str) -> Iterator[tuple[str, bytes]]:
    """What MkDocs made of the office's own pages, and the files of the theme: paths below the site's root, and bytes.

    Pages say in their footer where they come from, as record pages do. The lists of pages, which name the empty ones, are
    left out.
    """
    empty = {f"{place}index.html" for place in places}
    for file in sorted(path for path in html.rglob("*") if path.is_file()):
        path = file.relative_to(html).as_posix()
        if path in empty or path in LISTS or file.suffix == ".yml" or SLUG in path:
            continue
        yield path, whole(file.read_text("utf-8"), origin).encode() if file.suffix == ".html" else file.read_bytes()


def sitemap(home: Path, pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """sitemap.xml for a site whose address mkdocs.yml gives, else nothing.

    It names the office's own pages and `pages`: their paths below the site's root, and the ISO day of their last change or "".
    """
    found = [loc for loc in _LOC.findall((home / "sitemap.xml").read_text("utf-8")) if SLUG not in loc]
    if found:
        root = min(found, key=len)
        changed = dict.fromkeys(found, "") | {f"{root}{html.escape(path)}": day for path, day in pages}
        said = (
            f"<url><loc>{a}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n" for a, day in sorted(changed.items())
        )
        yield "sitemap.xml", f"{_URLSET}\n{''.join(said)}</urlset>\n".encode()


def whole(text: str, origin: str) -> str:
    """A page of prose without marks: nothing of its own in its head, and in its footer where it comes from."""
    return re.sub(_ELEMENT, "", tidy(text)).replace(ORIGIN, html.escape(origin))


def tidy(text: str) -> str:
    """Mends what the theme gets wrong in every page: the language, an empty tabindex, and
    `autocomplete`, which checkboxes do not have."""
    text = text.replace('<html lang="en"', '<html lang="en-GB"', 1).replace(' tabindex=""', ' tabindex="0"')
    return re.sub(r'(<input[^>]*type="(?:checkbox|radio)"[^>]*?) autocomplete="off"', r"\1", text)
