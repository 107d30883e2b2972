"""A citation says by whom, what, of when and where, and the footer of every page of when it is."""

import re
from dataclasses import replace
from urllib.parse import urljoin

import pytest
from lxml import html
from tests.built import TODAY, example
from tests.small import small

from daylight.history import Past
from daylight.releases import Release
from daylight.site import Site
from daylight.views.citation import citation, citation_of_all, origin

COMMIT = "abc1234def5678abc1234def5678abc1234def56"
PAST = Past(COMMIT, "2026-11-21T13:27:33Z", {"data/awards/a0.yml": "2026-03-01"})
INVENTED = "Barsetshire is invented, and so is everything in these cases."
ADDRESS = {"address": "https://money.example/sub"}


@pytest.fixture
def make(tmp_path):
    """A site with one award, and what git and releases say of it."""

    def made(publisher: dict | None = None, past: Past = PAST, version: str = "", **award) -> Site:
        site = small(tmp_path, publisher, awards=[{"title": "Boxing sessions"} | award])
        releases = [
            Release("2025-11-01", tmp_path, {"version": "0.1.0"}),
            Release("2026-11-01", tmp_path, {"version": version}),
        ]
        return replace(site, past=past, releases=tuple(releases) if version else ())

    return made


def test_a_record_is_cited_with_all_that_finds_it_again(make):
    site = make(ADDRESS, version="1.2.0")
    assert citation(site, site.get("award", "a0")) == (
        "Police and Crime Commissioner for Barsetshire. Boxing sessions (award a0). Barsetshire: where the money goes. "
        "Release 1.2.0 of 1 November 2026, records of 21 November 2026, 13:27 UTC, commit abc1234. "
        f"Last changed on 1 March 2026. https://money.example/sub/awards/a0/ {INVENTED}"
    )


def test_what_is_not_known_is_left_out(make):
    site = make(past=Past())
    assert citation(site, site.get("award", "a0")) == (
        "Police and Crime Commissioner for Barsetshire. Boxing sessions (award a0). Barsetshire: where the money goes. "
        f"Records of 21 November 2026. {INVENTED}"
    )


def test_a_record_that_says_when_it_changed_knows_better_than_its_file(make):
    site = make(modified="2026-05-09")
    assert "Last changed on 9 May 2026." in citation(site, site.get("award", "a0"))


def test_everything_is_cited_by_the_address_of_its_downloads(make):
    assert citation_of_all(make(ADDRESS, version="1.2.0")) == (
        "Police and Crime Commissioner for Barsetshire. Policing and crime funding: Barsetshire. "
        "Release 1.2.0 of 1 November 2026, records of 21 November 2026, 13:27 UTC, commit abc1234. "
        f"https://money.example/sub/data/ {INVENTED}"
    )


IDENTITIES = {
    "identities": [
        {"name": "The one before", "from": "2012-11-22", "to": "2026-11-20"},
        {"name": "The one now", "from": "2026-11-21"},
    ]
}


@pytest.mark.parametrize(("moment", "name"), [("2026-11-20T23:59:59Z", "The one before"), (PAST.time, "The one now")])
def test_who_published_is_who_it_was_on_the_day_of_the_records(make, moment, name):
    assert citation_of_all(make(IDENTITIES, past=Past(COMMIT, moment))).startswith(f"{name}. ")


def test_an_office_that_is_no_demonstration_is_cited_without_a_warning(make):
    site = make(ADDRESS | {"demonstration": None})
    assert citation(site, site.get("award", "a0")).endswith(" https://money.example/sub/awards/a0/")


def test_a_release_whose_version_cannot_be_read_is_told_by_its_day(make, tmp_path):
    site = replace(make(), releases=(Release("2026-11-01", tmp_path),))
    assert origin(site).startswith("Release of 1 November 2026 · records of ")


@pytest.mark.parametrize(
    ("past", "version", "said"),
    [
        (PAST, "1.0.0", "Release 1.0.0 of 1 November 2026 · records of 21 November 2026, 13:27 UTC · commit abc1234"),
        (PAST, "", "Records of 21 November 2026, 13:27 UTC · commit abc1234"),
        (Past(), "1.0.0", "Release 1.0.0 of 1 November 2026 · records of 21 November 2026"),
        (Past(), "", "Records of 21 November 2026"),
    ],
)
def test_the_origin_is_said_as_far_as_it_is_known(make, past, version, said):
    assert origin(make(past=past, version=version)) == said


# --- on pages ---


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, html.HtmlElement]:
    """Every page of Barsetshire, by its path. It was built outside of git."""
    site = example("barsetshire", tmp_path_factory)
    return {file.relative_to(site).as_posix(): html.fromstring(file.read_bytes()) for file in sorted(site.rglob("*.html"))}


RELEASE = r"\d+\.\d+\.\d+"
SAID = {  # in each language, before the way to all data
    "": (rf"Release {RELEASE} of \d+ \w+ \d{{4}} · records of 21 November 2026", "All data"),
    "cy/": (rf"Rhyddhad {RELEASE} ar \d+ \w+ \d{{4}} · cofnodion ar 21 Tachwedd 2026", "Yr holl ddata"),
}


def below(path: str) -> str:
    """Where the pages of the language of a page lie."""
    return "cy/" if path.startswith("cy/") else ""


def shown_elsewhere(path: str) -> bool:
    """Whether a page is to be shown inside other sites: it has no footer."""
    return path.removeprefix("cy/").startswith("embed/")


def test_every_page_says_where_it_comes_from(pages):
    assert {"404.html", "about/index.html", "awards/ba-a001/index.html", "index.html", "cy/index.html"} <= pages.keys()
    assert {"embed/awards/index.html", "cy/embed/way-of-the-money/index.html"} <= pages.keys()
    for path, page in pages.items():
        origin, all_data = SAID[below(path)]
        bare = shown_elsewhere(path)
        (said,) = page.xpath("//main//small" if bare else "//footer//*[@class='dl-origin']")
        assert re.fullmatch(origin if bare else f"{origin} · {all_data}", " ".join(said.text_content().split())), path
    assert TODAY == "2026-11-21"


def test_the_footer_leads_to_the_data_from_wherever_it_is(pages):
    for path, page in pages.items():
        ways = page.xpath("//footer//*[@class='dl-origin']/a/@href")
        there = [urljoin(f"https://site.example/{path}", way) for way in ways]
        assert there == ([] if shown_elsewhere(path) else [f"https://site.example/{below(path)}data/"]), path


def test_every_page_of_a_record_and_no_other_but_the_data_page_says_how_to_cite_it(pages):
    """A citation is the same in every language, and so is the address that it names."""
    said = {path: [e.text_content() for e in page.xpath("//*[@class='dl-cite']")] for path, page in pages.items()}
    for path, page in pages.items():
        record = bool(page.xpath("//link[@rel='alternate'][@type='application/json']"))
        assert len(said[path]) == (record or path.removeprefix("cy/") == "data/index.html"), path
        if said[path]:
            address = page.xpath("string(//link[@rel='canonical']/@href)")
            assert f" {address.replace('/cy/', '/', 1)} " in said[path][0]
            assert said[path] == said[path.removeprefix("cy/")]
    assert len(set(map(tuple, said.values()))) > 250


@pytest.mark.parametrize(
    ("path", "label"), [("awards/ba-a001/index.html", "Cite this record"), ("data/index.html", "Cite all of it as")]
)
def test_a_citation_is_text_that_a_reader_can_mark_and_copy(pages, path, label):
    (cited,) = pages[path].xpath("//*[@class='dl-cite']")
    assert list(cited) == []
    (named,) = cited.xpath("ancestor::dd[1]/preceding-sibling::dt[1]")
    assert named.text == label
    (welsh,) = pages[f"cy/{path}"].xpath("//*[@class='dl-cite']/*")
    assert (welsh.get("lang"), welsh.text) == ("en-GB", cited.text)
