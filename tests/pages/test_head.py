"""From the head of a page programs find the same as data, and what they can follow: every file that there is, and no other."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html
from tests.built import example
from tests.small import small
from tests.typed import OFFICES

from daylight.pages import head
from daylight.views.following import Followed

HOME = "https://site.example/money/"
TYPES = {
    ".atom": "application/atom+xml",
    "/index.json": "application/json",
    ".json": "application/feed+json",
    ".ics": "text/calendar",
}


@pytest.fixture(scope="module", params=OFFICES)
def site(request, tmp_path_factory) -> Path:
    return example(request.param, tmp_path_factory)


@pytest.fixture(scope="module")
def links(site) -> dict[str, dict[str, html.HtmlElement]]:
    """By the path of each page its links to the same for programs, by the paths of those; other languages are none such."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        ways = html.fromstring(file.read_bytes()).xpath("//head/link[@rel='alternate'][not(@hreflang)]")
        found[path] = {urljoin(f"{HOME}{path}", a.get("href")).removeprefix(HOME): a for a in ways}
        assert len(found[path]) == len(ways), path
    return found


def test_every_link_leads_to_a_file_of_its_type(site, links):
    for path, ways in links.items():
        for to, link in ways.items():
            assert (site / to).is_file(), (path, to)
            assert link.get("type") == next(kind for end, kind in TYPES.items() if to.endswith(end)), to
            assert link.get("title") or to.endswith("index.json"), to


def test_a_page_in_welsh_names_the_same_files_as_in_english(links):
    welsh = {path: set(ways) for path, ways in links.items() if path.startswith("cy/")}
    assert welsh == {path: set(links[path.removeprefix("cy/")]) for path in welsh}
    assert len([path for path, ways in welsh.items() if ways]) > 50 or not welsh


def test_every_page_leads_to_itself_in_every_language(site):
    """Where the site is, and not from page to page: search engines want whole addresses."""
    both = (site / "cy").is_dir()
    home = html.fromstring((site / "index.html").read_bytes()).xpath("string(//link[@rel='canonical']/@href)")
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix().removesuffix(".")
        here = f"{path}/".removeprefix("cy/").lstrip("/")
        ways = html.fromstring(file.read_bytes()).xpath("//head/link[@rel='alternate'][@hreflang]")
        said = {link.get("hreflang"): link.get("href") for link in ways}
        if not here.startswith("embed/") and both:
            assert said == {"en-GB": f"{home}{here}", "cy": f"{home}cy/{here}", "x-default": f"{home}{here}"}, path
        else:
            assert said == {}, path
        assert all((site / way.removeprefix(home) / "index.html").is_file() for way in said.values()), path


def test_every_file_that_stands_beside_a_page_is_named_by_it(site, links):
    for path, ways in links.items():
        folder = (site / path).parent
        beside = {f.relative_to(site).as_posix() for f in folder.glob("*.*") if f.suffix in (".atom", ".ics", ".json")}
        if path.count("/") == 2 and not path.startswith(("data/", "cy/")):
            assert beside == ways.keys(), path


def test_the_home_page_and_the_data_page_name_all_that_can_be_followed(site, links):
    every = {f.relative_to(site).as_posix() for name in ("feeds", "calendar") for f in (site / name).glob("*.*")}
    assert every - {"feeds/index.json"} == links["index.html"].keys() == links["data/index.html"].keys()
    assert len(every) >= 10


def test_a_register_names_its_own_feed(links):
    others = ("data/", "cy/")
    found = {path: set(ways) for path, ways in links.items() if path.count("/") == 1 and ways and not path.startswith(others)}
    assert found == {
        f"{name}/index.html": {f"feeds/{name}.atom", f"feeds/{name}.json"} for name in ("awards", "decisions", "opportunities")
    }


def test_pages_of_prose_and_reports_name_none(links):
    assert links["about/index.html"] == links["checks/index.html"] == links["404.html"] == {}


def test_a_title_that_looks_like_markup_stays_a_title():
    evil = '"><script>alert(1)</script>'
    (link,) = html.fromstring(head.links([Followed("feeds/a.atom", evil, "application/atom+xml")])).xpath("//link")
    assert link.get("title") == evil


def test_a_fund_without_anything_to_follow_has_no_feed(tmp_path):
    site = small(tmp_path, funds={"used": {}, "idle": {}}, awards=[{"fund": "used", "award_date": "2026-05-01"}])
    said = {key: "feed.atom" in head.of_record(site, site.get("fund", key)) for key in ("used", "idle")}
    assert said == {"used": True, "idle": False}
