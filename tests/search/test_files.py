"""The files for scripts as a whole: what is found by words is what a plain look through all records finds, and nothing else
of them gets out."""

import json

import pytest
from tests.built import ROOT, TODAY
from tests.search.reading import described, find, queries, scan, wanted
from tests.small import small

from daylight import words
from daylight.counted import countable
from daylight.load import load
from daylight.pages import SHOWN, registers
from daylight.schema import load_schemas
from daylight.search import outputs, page
from daylight.search.order import numbers

ABOUT = b'<article><h1 id="a">About us<a class="headerlink">\xc2\xb6</a></h1><p>Zebra crossings</p></article><p>Giraffe'
REPORT = (
    b'<meta name="description" content="How far &amp; wide"><article><h1>Our checks</h1><h2>Quagga</h2><p>Okapi</p></article>'
)
CHECKS = b"<article><h1>Ein gwiriadau</h1></article>"
MADE = {
    "checks/index.html": REPORT,
    "cy/checks/index.html": CHECKS,
    **dict.fromkeys(
        ("index.html", "cy/index.html", "search/index.html", "awards/gone/index.html", "awards/2/index.html"), REPORT
    ),
}


@pytest.fixture(scope="module")
def site():
    return load(ROOT, load_schemas(), TODAY)[0]


@pytest.fixture
def html(tmp_path):
    home = tmp_path / "html"
    (home / "about").mkdir(parents=True)
    (home / "about/index.html").write_bytes(ABOUT)
    return home


@pytest.fixture
def files(site, html):
    return dict(outputs(site, html, MADE.items()))


def test_a_query_finds_what_a_plain_look_through_all_records_finds(site, files):
    first_page = len(numbers(site))
    for query in [*queries(site, 60), "Rotherham youth", "the", "e", "zzzz", "sy-a043"]:
        if wanted(query):
            assert [n for n in find(files, query) if n < first_page] == scan(site, query), query


def test_results_say_kind_title_path_amount_and_year(site, files):
    for (kind, key), number in numbers(site).items():
        found, (title, path, *more) = described(files, number)
        assert (found, title, path) == (kind, site.label(site.get(kind, key)), key)
        if kind == "award" and (amount := site.get(kind, key).get("amount")) is not None:
            assert round(more[0] * 100) == amount * 100


def test_pages_are_found_by_their_words_and_reports_by_their_headings_in_both_languages(files):
    rows = {query: [described(files, number) for number in find(files, query)] for query in ("zebra", "quagga", "gwiriadau")}
    assert rows["zebra"] == [("page", ["About us", "about/"])]
    assert rows["quagga"] == rows["gwiriadau"] == [("page", ["Our checks", "checks/", None, "", "", "Ein gwiriadau"])]
    assert find(files, "giraffe") == find(files, "okapi") == []


def test_registers_are_found_by_their_names(files):
    found = [described(files, number) for number in find(files, "opportunities")]
    assert ("page", ["Opportunities", "opportunities/"]) in [(kind, row[:2]) for kind, row in found]


def test_sums_say_what_counts_of_each_award_and_how_many_each_year_has(site, files):
    sums = json.loads(files["search/sums.json"])
    pence = {countable(award) for award in site.all("award")} - {None}
    assert {round(pounds * 100) for pounds in sums["pounds"] if pounds is not None} == {amount * 100 for amount in pence}
    assert sum(count for _, count in sums["years"]) == len(site.records["award"]) == len(sums["pounds"])


def test_the_same_site_gives_the_same_bytes_and_another_one_another_version(tmp_path, html):
    first, second, other = (small(tmp_path / n, awards=[{"title": t}]) for n, t in (("a", "One"), ("b", "One"), ("c", "Two")))
    made = [dict(outputs(of, html)) for of in (first, second, other)]
    assert made[0] == made[1]
    versions = [json.loads(of["search/index.json"])["version"] for of in made]
    assert versions[0] != versions[2]


def test_what_an_award_or_a_change_does_not_tell_is_in_no_file(tmp_path, html):
    secret = {
        "purpose": "Sessions",
        "geo_policy": "county",
        "note": "Wombatnote",
        "withholdings": [
            {
                "applies_to": "areas",
                "ground": "safeguarding",
                "opinion_of_role": "Wombatrole",
                "date": "2024-01-01",
                "reason": "Wombatreason",
            }
        ],
        "changes": [
            {"date": "2024-01-02", "kind": "variation", "field": "purpose", "before": "Wombatbefore", "reason": "Why"}
        ],
        "recipient": "refuge",
    }
    site = small(tmp_path, awards={"one": secret}, organisations={"refuge": {"name": "Aid", "town": "Wombatville"}})
    files = dict(outputs(site, html))
    there = [path for path, data in files.items() if b"wombat" in data.lower()]
    assert find(files, "wombatville") == [numbers(site)["organisation", "refuge"]]
    assert all(path.startswith("search/terms/w") or path == "search/organisations.json" for path in there)
    assert not any(find(files, f"wombat{word}") for word in ("note", "role", "reason", "before"))


def test_the_search_page_leads_to_everything_without_scripts_in_each_language(site):
    for language in words.LANGUAGES:
        with words.spoken(language):
            made = page(site)
        assert made.path == "search/"
        assert [way.path for way in made.values["ways"]] == [f"{site.schemas[k].folder}/" for k in SHOWN if site.records[k]]


def test_of_a_long_register_the_search_page_leads_to_each_of_its_parts(site, monkeypatch):
    monkeypatch.setattr(registers, "LONG", 20)
    ways = {way.path: way for way in page(site).values["ways"]}
    for kind in ("award", "organisation"):
        schema = site.schemas[kind]
        parts = [path for path, _ in ways[f"{schema.folder}/"].groups]
        assert len(parts) > 2
        assert set(parts) <= set(registers.paths(site, schema))
    assert ways["funds/"].groups == []
