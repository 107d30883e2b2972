"""The frame: header, menu and footer of every page, cut from the pages that `framing` lets MkDocs render.

Cutting an empty page at its marks once makes a record page cost microseconds.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

TITLE, DESCRIPTION, SLUG, HEAD, BODY, CARE, ORIGIN = MARKS = (
    "daylight-mark-title",
    "daylight-mark-description",
    "daylight-mark-slug",
    "daylight-mark-head",
    "daylight-mark-body",
    "daylight-mark-care",
    "daylight-mark-origin",
)
_ELEMENT = f"<meta[^>]*{HEAD}[^>]*>"
_EXIT = rf'<aside[^>]* id="?{CARE}.*?</aside>\s*'
_CUT = re.compile(
    f"({TITLE}|{DESCRIPTION}|{SLUG}|{_ELEMENT}|{_EXIT}|<h1[^>]*>{BODY}.*?</h1>)", re.DOTALL
)  # the last with its link

_LOC = re.compile("<loc>(.*?)</loc>")
_URLSET = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
UNUSED = (
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/favicon.png",
)  # of the theme, and not asked for by any page
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

    @cached_property
    def exit(self) -> str:
        """The quick exit, for a page that may be read by somebody who is watched."""
        found = next((piece for piece in self.pieces[1::2] if CARE in piece), "")
        return re.sub(rf' id="?{CARE}"?', "", found)

    def page(self, title: str, description: str, body: str, slug: str = "", head: str = "", care: bool = False) -> bytes:
        """A whole page, with a quick exit where it is to be read with `care`.

        `title` and `description` are plain text and escaped here; `body` and `head` are HTML.
        """
        fill = {TITLE: html.escape(title), DESCRIPTION: html.escape(description), SLUG: html.escape(slug)}
        fill |= {HEAD: head, BODY: body, CARE: self.exit if care else ""}
        parts = list(self.data)
        parts[1::2] = [fill[mark].encode() for mark in self.marks]
        return b"".join(parts)


def cut(text: str, where: str, origin: str = "") -> Frame:
    """Cuts a rendered page at its marks. `origin` is the text that says where every page comes from; it is the same on all.

    A FrameError names the mark that is missing.
    """
    frame = Frame(tuple(_CUT.split(text.replace(ORIGIN, html.escape(origin)))))
    found = {*frame.marks, ORIGIN} if ORIGIN in text else frame.marks
    for mark in (TITLE, DESCRIPTION, HEAD, BODY, CARE, ORIGIN):
        if mark not in found:
            raise FrameError(f"the frame page {where} has lost its mark {mark}")
    return frame


def frames(html: Path, places: Sequence[str], origin: str, language: str = "en") -> dict[str, Frame]:
    """The frame of each place in one language, from a folder that `build` returned; those of Welsh pages by cy/ and the place.

    `origin` is a text in that language, which says in the footer where everything comes from.
    """
    return {
        place: cut((html / place / "index.html").read_text("utf-8"), place or "home", origin)
        for place in (f"{below(language)}{place}" for place in places)
    }


def below(language: str) -> str:
    """The path below which the pages of a language lie."""
    return "" if language == "en" else f"{language}/"


def prose(html: Path, places: Sequence[str], origin: str, others: Mapping[str, str] = {}) -> Iterator[tuple[str, bytes]]:
    """What MkDocs made of the office's own pages, and the files of the theme: paths below the site's root, and bytes.

    Pages say in their footer where they come from, as record pages do: in English `origin`, and `others` has that text for
    each other language of the site. The lists of pages, which name the empty ones, and what no page asks for are left out.
    """
    origins = {below(language): text for language, text in others.items()}
    empty = {f"{way}{place}index.html" for way in ("", *origins) for place in places}
    for file in sorted(path for path in html.rglob("*") if path.is_file()):
        path = file.relative_to(html).as_posix()
        if path in empty or path in LISTS or file.suffix == ".yml" or SLUG in path or path.startswith(UNUSED):
            continue
        said = next((text for way, text in origins.items() if path.startswith(way)), origin)
        yield path, whole(file.read_text("utf-8"), said).encode() if file.suffix == ".html" else file.read_bytes()


def sitemap(home: Path, pages: Iterable[tuple[str, str]], languages: Sequence[str] = ("en",)) -> Iterator[tuple[str, bytes]]:
    """sitemap.xml for a site whose address mkdocs.yml gives, else nothing.

    It names the office's own pages and `pages` in each language: their paths in English below the site's root, and the ISO
    day of their last change or "".
    """
    found = [loc for loc in _LOC.findall((home / "sitemap.xml").read_text("utf-8")) if SLUG not in loc]
    if found:
        root = min(found, key=len)
        made = {f"{root}{below(of)}{html.escape(path)}": day for path, day in pages for of in languages}
        changed = dict.fromkeys(found, "") | made
        said = (
            f"<url><loc>{a}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n" for a, day in sorted(changed.items())
        )
        yield "sitemap.xml", f"{_URLSET}\n{''.join(said)}</urlset>\n".encode()


def whole(text: str, origin: str) -> str:
    """A page of prose without marks: nothing of its own in its head, no exit, and in its footer where it comes from."""
    return re.sub(f"{_ELEMENT}|{_EXIT}", "", text, flags=re.DOTALL).replace(ORIGIN, html.escape(origin))
