"""Every page of every office says what it is: by a title of its own, one main heading, headings in order, and its language."""

from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from lxml import html

from tests.built import example
from tests.typed import OFFICES

LONGEST = 140  # characters of a title; what is longer is cut in lists of results and in tabs
BASE = "https://site.example/"


@pytest.fixture(scope="module", params=OFFICES)
def folder(request, tmp_path_factory) -> Path:
    return example(request.param, tmp_path_factory)


@pytest.fixture(scope="module")
def pages(folder) -> dict[str, html.HtmlElement]:
    """Every page, by its path."""
    return {str(f.relative_to(folder)): html.fromstring(f.read_bytes()) for f in sorted(folder.rglob("*.html"))}


def titled(page: html.HtmlElement) -> str:
    return " ".join((page.findtext(".//title") or "").split())


def test_titles_are_short(pages):
    titles = {path: titled(page) for path, page in pages.items()}
    assert {path: title for path, title in titles.items() if not 0 < len(title) <= LONGEST} == {}


def test_titles_tell_pages_apart(pages):
    often = Counter(titled(page) for page in pages.values())
    assert {title: count for title, count in often.items() if count > 1} == {}


def test_there_is_one_main_heading(pages):
    wrong = {path: [h.text_content() for h in page.iter("h1")] for path, page in pages.items()}
    assert {path: found for path, found in wrong.items() if len(found) != 1 or not found[0].strip()} == {}


def test_headings_are_in_order_and_say_something(pages):
    wrong = {}
    for path, page in pages.items():
        headings = page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
        levels = [0, *(int(h.tag[1]) for h in headings)]
        jumps = [h.text_content() for h, before in zip(headings, levels, strict=False) if int(h.tag[1]) > before + 1]
        empty = [h.get("id") for h in headings if not h.text_content().strip()]
        if jumps or empty:
            wrong[path] = jumps + empty
    assert wrong == {}


def test_each_page_says_its_language(pages):
    wrong = {path: page.get("lang") for path, page in pages.items()}
    said = {path: "cy" if path.startswith("cy/") else "en-GB" for path in pages}
    assert {path: lang for path, lang in wrong.items() if lang != said[path]} == {}


def test_each_link_within_the_site_leads_somewhere(folder, pages):
    """To a file that is there, and to a place on the page that is there."""
    places = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    broken = {}
    for path, page in pages.items():
        here = urljoin(BASE, path.removesuffix("index.html"))
        for link in set(page.xpath("//@href | //@src")) if path != "404.html" else ():  # whose links start at the root
            url, place = urldefrag(urljoin(here, link))
            target = unquote(url.partition("?")[0]).removeprefix(BASE)
            target += "index.html" if target.endswith("/") or not target else ""
            if not url.startswith(BASE) or ((folder / target).is_file() and (not place or place in places.get(target, ()))):
                continue
            broken.setdefault(link, path)
    assert broken == {}
