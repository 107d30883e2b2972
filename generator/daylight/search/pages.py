"""The pages that are about no single record, as things that can be found: the office's own, the registers and the reports."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

from daylight.frame import BODY
from daylight.pages import SHOWN
from daylight.pages.reports.checks import PATH as CHECKS
from daylight.site import Site
from daylight.words import WELSH, _, spoken

PATH = "search/"
INDEX = "index.html"
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)
_LEAD = re.compile(r'<meta name="description" content="([^"]*)"')
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_UNREAD = re.compile(r'<(script|style|svg|nav)\b.*?</\1>|<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Found(NamedTuple):
    """A page: its path below the root of its language, its title, its title in Welsh if it has one, and what else it says."""

    path: str
    title: str
    text: str
    welsh: str = ""


def pages(site: Site, html: Path, made: Iterable[tuple[str, bytes]]) -> list[Found]:
    """The pages by title. `made` are paths and bytes of pages made from records: of these the title and headings count.

    Of the office's own pages, which MkDocs wrote in the folder `html`, every word counts.
    """
    reports = ((path, data.decode()) for path, data in made if _is_report(site, path))
    found = {page.path: page for page in _registers(site)}
    for page in (*_of(reports, _outline), *_of(_prose(html), _whole)):
        found.setdefault(page.path, page)
    return sorted(found.values(), key=lambda page: (page.title.casefold(), page.path))


def _is_report(site: Site, path: str) -> bool:
    """Whether a page is about more than records of one kind, and is not the first one or that of search."""
    own = path.removeprefix(f"{WELSH}/")
    if own.startswith(CHECKS) and own != CHECKS + INDEX:
        return False  # the page of a code is for those who come from the code
    folder = own.partition("/")[0]
    return path.endswith(INDEX) and folder not in (INDEX, PATH.rstrip("/"), *(site.schemas[kind].folder for kind in SHOWN))


def _registers(site: Site) -> Iterator[Found]:
    for kind in SHOWN:
        schema = site.schemas[kind]
        with spoken(site.languages[-1]):
            other = _(schema.plural)
        yield Found(f"{schema.folder}/", schema.plural, schema.description, other if other != schema.plural else "")


def _prose(html: Path) -> Iterator[tuple[str, str]]:
    """The pages that MkDocs wrote, without the empty ones."""
    for file in sorted(html.rglob(INDEX)):
        path, text = file.relative_to(html).as_posix(), file.read_text("utf-8")
        if BODY not in text:
            yield path, text


def _of(pages: Iterable[tuple[str, str]], read) -> Iterator[Found]:
    """The English pages; with the title and text of the same page in Welsh, where that is not the English one again."""
    texts = dict(pages)
    for path, text in texts.items():
        if path.startswith(f"{WELSH}/") or not (title := _title(text)):
            continue
        welsh = texts.get(f"{WELSH}/{path}", "")
        other = _title(welsh) if welsh else ""
        said = read(text) + ("\n" + read(welsh) if other and other != title else "")
        yield Found(path.removesuffix(INDEX), title, said, other if other != title else "")


def _title(text: str) -> str:
    return plain(" ".join(_TITLE.findall(text)[:1]))


def _outline(text: str) -> str:
    """What a page is about, and its headings."""
    return "\n".join(plain(part) for part in [*_LEAD.findall(text)[:1], *_HEADING.findall(text)])


def _whole(text: str) -> str:
    return plain(" ".join(_ARTICLE.findall(text)[:1]))


def plain(html: str) -> str:
    """The text of HTML that we wrote or MkDocs did."""
    return " ".join(unescape(_TAG.sub(" ", _UNREAD.sub(" ", html))).split())
