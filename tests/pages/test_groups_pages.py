"""The pages of organisations, funds, priorities and areas, and the home page: their sums are those of the downloads."""

import csv
import re
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from lxml import html
from tests.built import example
from tests.small import small

from daylight.pages import identifiers
from daylight.pages.records import area, fund, organisation, years
from daylight.views import front, referring
from daylight.views.recipients import recipients

OFFICES = ["south-yorkshire", "barsetshire"]
KINDS = {"organisation": ("organisations", "recipient"), "fund": ("funds", "fund")}
KINDS |= {"priority": ("priorities", "priority"), "area": ("areas", "area")}
NOTHING = Decimal("0.00")


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path)


@pytest.fixture(scope="module", params=OFFICES)
def built(request, tmp_path_factory) -> Path:
    return example(request.param, tmp_path_factory)


def page(built: Path, path: str) -> html.HtmlElement:
    return html.fromstring((built / path / "index.html").read_bytes())


def rows(built: Path, name: str) -> list[dict[str, str]]:
    with (built / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def pounds(text: str) -> Decimal:
    return Decimal(re.search(r"£([\d,]+\.\d\d)", text)[1].replace(",", ""))


def table(page: html.HtmlElement, caption: str) -> list[list[str]]:
    """The cells of the table whose caption begins so."""
    (found,) = [t for t in page.xpath("//table") if t.xpath("string(caption)").startswith(caption)]
    return [[cell.text_content() for cell in row] for row in found.xpath("tbody/tr")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_says_the_pennies_of_the_download(built, kind):
    folder, name = KINDS[kind]
    said: dict[str, Decimal] = {}
    for row in rows(built, f"totals-by-{name}"):
        if row["kind"] == "one":
            said[row[kind]] = said.get(row[kind], NOTHING) + Decimal(row["amount"])
    assert said or kind in ("priority",)
    for row in rows(built, folder):
        found = page(built, f"{folder}/{row['key']}").xpath("string(//*[@class='dl-amount'])")
        assert (pounds(found) if found else NOTHING) == said.get(row["key"], NOTHING), row["key"]


def test_a_page_of_an_area_says_what_is_for_everyone_and_does_not_add_it(built):
    areas = {row["key"]: row for row in rows(built, "areas")}
    (whole,) = (key for key, row in areas.items() if row["kind"] == "force_area")
    wider = pounds(page(built, f"areas/{whole}").xpath("string(//*[@class='dl-amount'])"))
    for key in areas.keys() - {whole}:
        said = page(built, f"areas/{key}").xpath("string(//*[contains(@class, 'dl-note')])")
        assert f"Also for everyone in {areas[whole]['name']}" in said
        assert pounds(said) == wider


def test_the_districts_and_the_whole_area_make_all_that_names_an_area(built):
    awards = {row["award"] for row in rows(built, "award-areas")}
    counted = [a["countable_amount"] for a in rows(built, "awards") if a["key"] in awards and a["countable_amount"]]
    (whole,) = (row["key"] for row in rows(built, "areas") if row["kind"] == "force_area")
    found = table(page(built, f"areas/{whole}"), "Where the money went")
    assert pounds(found[-1][2]) == sum(map(Decimal, counted)) == sum(pounds(row[2]) for row in found[:-1])
    assert int(found[-1][1]) == len(counted) == sum(int(row[1]) for row in found[:-1])


def test_the_home_page_says_how_much_there_is(built):
    figures = {dt.text_content(): dt.getnext().text_content() for dt in page(built, "").xpath("//*[@class='dl-figures']//dt")}
    awards = rows(built, "awards")
    made = [a for a in awards if a["direction"] != "applied_only" and a["type"] != "application"]
    assert figures["Awards"].split()[0] == str(len(awards))
    assert f"{len(awards) - len(made)} was only applied for" in figures["Awards"] or len(awards) == len(made)
    assert pounds(figures["Added up"]) == sum(Decimal(a["countable_amount"]) for a in awards if a["countable_amount"])
    funded = [o for o in rows(built, "organisations") if o["awards_received"] and int(o["awards_received"])]
    assert figures["Organisations"].split()[0] == str(len(funded))
    assert figures["Since"].split()[0] == min(a["award_financial_year"] for a in made if a["award_financial_year"])


def test_every_way_in_on_the_home_page_leads_somewhere(built):
    for path in ("", "cy"):
        for href in page(built, path).xpath("//*[contains(@class, 'dl-home')]//a/@href"):
            target = (built / path / href.split("#")[0]).resolve()
            assert (target / "index.html").is_file() or target.is_file(), href


def test_a_list_without_an_end_shows_the_newest_and_says_where_all_are(make, monkeypatch):
    monkeypatch.setattr(referring, "MOST", 2)
    days = ["2024-05-01", "2022-05-01", "2025-05-01", None]
    site = make(awards=[{"fund": "safety", "award_date": day, "decision": "agreed"} for day in days])
    (group,) = [g for g in referring.incoming(site, site.get("fund", "safety")) if g.schema.name == "award"]
    assert [award.key for award in group.shown] == ["a2", "a0"]
    assert (len(group.records), group.facet, f"{group.total}") == (4, "fund", "400.00")
    (group,) = [g for g in referring.incoming(site, site.get("decision", "agreed")) if g.schema.name == "award"]
    assert (len(group.shown), group.facet) == (4, "")  # no register shows just these


def test_the_parts_of_an_organisation_stand_apart(make):
    several = [{"organisation": "club", "amount": "60.00"}, {"organisation": "council", "amount": "40.00"}]
    unknown = [{"organisation": "club"}, {"organisation": "council"}]
    awards = [{"recipient": "club"}, {"recipients": several, "award_date": "2024-05-01"}, {"recipients": unknown}]
    site = make(awards=awards)
    club = site.get("organisation", "club")
    of = years.table(site, years.history(site, club), "Alone", "Part")
    assert [head.removeprefix("#") for head in of.heads[1:]] == [
        *("Awards", "Alone", "Part", "Together", "Awards with others, in parts not published")
    ]
    assert of.rows[-1][1:] == [3, Decimal("100.00"), Decimal("60.00"), Decimal("160.00"), 1]
    assert organisation.values(site, club)["since"] == "2024-05-01"


def test_a_number_leads_to_the_page_of_its_register_where_that_is_known(make):
    body = {"charity_number": "1164883", "org_id": "GB-CHC-1164883", "identifier_checked_on": "2026-05-05"}
    body["identifiers"] = [{"scheme": "GB-LAE", "id": "SHF"}, {"scheme": "XI-TEST", "id": "<b>1</b>"}]
    site = make(organisations={"one": {"name": "One"} | body})
    found = identifiers.table(site, site.get("organisation", "one")).rows
    assert [row[2] for row in found] == ["5 May 2026"] * 3
    assert 'charity-details/?regid=1164883&amp;subid=0" rel="noopener">1164883</a>' in found[0][1]
    assert 'https://org-id.guide/list/GB-LAE"' in found[1][0]
    assert found[1][1] == "SHF"
    assert found[2][:2] == ["XI-TEST", "<b>1</b>"]  # a plain text, which its cell escapes


def test_the_names_of_an_organisation_stand_with_the_latest_first(make):
    names = [{"name": "First", "from": "1990-01-01", "to": "1999-12-31"}, {"name": "Second", "from": "2000-01-01"}]
    site = make(organisations={"one": {"name": "Third", "names": names}, "two": {"name": "Two"}})
    assert [row[0] for row in organisation.names(site, site.get("organisation", "one")).rows] == ["Third", "Second", "First"]
    assert organisation.names(site, site.get("organisation", "two")) is None


def test_the_recipients_of_a_fund_make_all_it_gave(make):
    split = [{"fund": "safety", "amount": "60.00"}, {"fund": "roads", "amount": "40.00"}]
    pair = [{"organisation": "club", "amount": "30.00"}, {"organisation": "council", "amount": "70.00"}]
    awards = [
        {"fund": "safety", "recipient": "club"},
        {"funds": split, "recipient": "council"},
        {"funds": split, "recipients": pair},
        {"fund": "safety", "recipients": pair},
        {"fund": "safety", "recipient_individual": "yes"},
        {"fund": "safety", "recipient": "club", "status": "withdrawn"},
    ]
    site = make(awards=awards)
    of = recipients(site, site.get("fund", "safety"))
    assert {key: f"{part.total}" for key, part in of.known.items()} == {"club": "130.00", "council": "130.00"}
    assert (f"{of.rest.total}", of.rest.awards, f"{of.whole.total}") == ("160.00", 2, "420.00")
    rows = fund.recipients_table(site, site.get("fund", "safety")).rows
    assert sum(row[2] for row in rows[:-1]) == rows[-1][2]


def test_an_area_in_parts_is_added_up_once(make):
    record = {"kind": "district", "source": "https://example.org/"}
    areas = {"all": {"name": "All", "kind": "force_area"}, "a": {"name": "A"}, "b": {"name": "B"}}
    inside = {key: record | {"part_of": "all"} | of if key != "all" else record | of for key, of in areas.items()}
    given = [["a"], ["b"], ["a", "b"], ["all"], ["all", "a"]]
    site = make(areas=inside, awards=[{"areas": [{"area": key} for key in keys]} for keys in given])
    found = area.values(site, site.get("area", "all"))["districts"].rows
    assert [row[1:] for row in found] == [[1, 100], [1, 100], [1, 100], [2, 200], [5, 500]]
    of = area.values(site, site.get("area", "a"))
    assert (of["money"].total, of["money"].unknown, of["wider"].total, of["districts"]) == (100, 2, 100, None)


def test_the_newest_awards_are_no_applications(make):
    site = make(awards=[{"award_date": "2024-05-01"}, {"award_date": "2025-05-01", "direction": "applied_only"}, {}])
    assert [award.key for award in front.newest(site)] == ["a0"]
    assert (front.front(site).awards, front.front(site).applied, front.front(site).since) == (3, 1, "2024-25")


def test_a_fund_of_several_says_what_its_parts_gave(make):
    funds = {key: {"title": key} for key in ("all", "a", "b", "later")}
    funds["a"]["parent"] = funds["b"]["parent"] = "all"
    funds["later"]["earlier"] = "all"
    site = make(funds=funds, awards=[{"fund": key} for key in ("a", "a", "b", "later")])
    said = fund.values(site, site.get("fund", "all"))
    assert [row[1:] for row in said["inside"].rows] == [[0, 0], [2, 200], [1, 100], [3, 300]]
    assert said["bare"] == ""
    assert fund.values(site, site.get("fund", "a"))["inside"] is None
