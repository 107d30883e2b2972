"""Every office of this repository builds from the same program, shows its own strategy, and adds up to the penny."""

import csv
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from daylight.build import check
from daylight.findings import ERROR, WARNING
from daylight.load import load
from daylight.schema import load_schemas
from tests.built import ROOT, SUMS, TODAY, example
from tests.cases import home_of

SHARED = Path(__file__).resolve().parents[2] / "shared/data/offices"
FOLDERS = {"cambridgeshire": "cambridgeshire-and-peterborough"}
KINDS = {"awards": "award", "decisions": "decision", "funds": "fund", "opportunities": "opportunity"}
TOTALS = {name: pounds for name, pounds in SUMS.items() if name != "barsetshire"}  # of the offices that there are
FACTS = {
    "avon-and-somerset": (
        "small grants, three quotes, competitive grants through to OJEU procurement",
        "More than one year period of commitment",
        "Decisions made by an evaluation panel",
        "quarterly",
        "successful recipients are required to sign a Conditions of Grant Form",
    ),
    "cambridgeshire": (
        "£5,000 - £50,000 – three written quotes",
        "£50,000 and above – competitive tender",
        "six-monthly monitoring return",
        "three monthly for victim services",
        "can only be used for activities which prevent road crashes",
    ),
    "cumbria": (
        "Grants will be awarded up to the value of £2,500",
        "between £1,000 and £10,000",
        "£300,000 over 3 years",
        "annual pot of £100,000",
        "four times a year",
    ),
    "dorset": (
        "between £100 and £3,000",
        "two or more years",
        "approximately 93%",
        "In the final 12-18 months of the contracted service period",
        "£12,000 per annum",
    ),
    "south-yorkshire": (
        "attributed to one of the three police and crime plan priorities",
        "10% of the overall quality score",
        "Following each POCA Community Grant panel a decision record is published",
        "required outputs, intended outcomes, terms and conditions, monitoring and payment schedule",
        "duration, functions, financial liabilities and manner of dispute resolution",
    ),
}
EVERY = [*TOTALS, "barsetshire"]


@pytest.fixture(scope="module", params=EVERY)
def office(request, tmp_path_factory) -> tuple[str, Path]:
    return request.param, example(request.param, tmp_path_factory)


def plain(text: str) -> str:
    """Text without differences of spaces and quotation marks."""
    return " ".join(text.replace("’", "'").split())


def test_it_has_no_error_and_no_warning(office):
    found = check(home_of(office[0]), TODAY)[1]
    assert [f.text() for f in found if f.severity in (ERROR, WARNING)] == []


def test_page_csv_and_json_add_up_to_the_published_sum(office):
    name, out = office
    with (out / "data/awards.csv").open(encoding="utf-8", newline="") as f:
        in_csv = sum(Decimal(row["countable_amount"] or 0) for row in csv.DictReader(f))
    awards = json.loads((out / "data/awards.json").read_text("utf-8"), parse_float=Decimal)["records"]
    in_json = sum(Decimal(a.get("countable_amount", 0)) for a in awards)
    page = html.fromstring((out / "awards/index.html").read_bytes())
    said = Decimal(re.sub("[£,]", "", page.xpath("string(//*[@class='dl-total'])")))
    assert in_csv == in_json == said
    assert name not in TOTALS or said == Decimal(TOTALS[name])


@pytest.mark.parametrize("kind", ["funds", "priorities", "budget-areas"])
def test_the_lines_of_a_division_make_the_whole(office, kind):
    page = html.fromstring((office[1] / f"{kind}/index.html").read_bytes())
    tables = page.xpath("//table[.//th[text()='Added up']]")
    for table in tables:
        cells = [Decimal(re.sub("[£,]", "", td.text_content())) for td in table.xpath(".//td[@data-label='Added up']")]
        assert sum(cells[:-1]) == cells[-1]
    assert tables or not list((office[1] / kind).glob("*/index.html"))


def test_its_strategy_is_shown_in_its_own_words(office):
    name, out = office
    said = plain(html.fromstring((out / "how-we-fund/index.html").read_bytes()).text_content())
    assert [fact for fact in FACTS.get(name, ()) if plain(fact) not in said] == []


def test_each_rule_of_its_strategy_is_on_the_page_of_checks(office):
    name, out = office
    site = load(home_of(name), load_schemas(), TODAY)[0]
    page = html.fromstring((out / "checks/index.html").read_bytes())
    said = {cell.text_content() for cell in page.xpath("//tbody//th")}
    assert {row.get("rule") for row in site.publisher.rows("rules")} - said == set()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published facts are not here")
@pytest.mark.parametrize("name", TOTALS)
def test_every_published_row_is_a_record_with_its_source(name):
    site = load(home_of(name), load_schemas(), TODAY)[0]
    missing = []
    for table, kind in KINDS.items():
        with (SHARED / FOLDERS.get(name, name) / f"{table}.csv").open(encoding="utf-8", newline="") as f:
            for row in csv.DictReader(f):
                record = site.get(kind, row["id"].lower()) or site.get("document", row["id"].lower())
                if record is None or not (record.get("source") or record.get("source_note")):
                    missing.append(row["id"])
                elif kind == "award":
                    printed = row["amount_as_published"]
                    assert record.get("amount_as_published", printed) == printed, row["id"]
    assert missing == []


@pytest.mark.parametrize("name", TOTALS)
def test_what_keeps_a_rule_by_its_own_words_is_there(name):
    text = (home_of(name) / "data/publisher.yml").read_text("utf-8")
    named = re.findall(r"(?:generator|tests)/[\w/]+\.\w+", text)
    assert [path for path in named if not (ROOT / path).is_file()] == []
