"""The keys say what every column and code of every table means, and what is known not to be there: no more, no less."""

import csv
import io
import json
import re
from collections import Counter
from decimal import Decimal
from functools import partial

import pytest
from lxml import html
from tests.built import TODAY, example
from tests.cases import home_of
from tests.small import small

from daylight.exports import data_package, tables
from daylight.load import load
from daylight.schema import load_schemas

OFFICES = ("avon-and-somerset", "barsetshire", "cambridgeshire", "cumbria", "dorset", "south-yorkshire")
PUBLISHED = re.compile(r"(.+)_as_published")
Rows = dict[str, list[dict[str, str]]]


def rows_of(site) -> Rows:
    return {t.name: list(csv.DictReader(io.StringIO(t.data.decode(), newline=""))) for t in tables.every(site)}


@pytest.fixture(scope="module", params=OFFICES)
def office(request) -> tuple[str, Rows, list[dict]]:
    """The name of an office, its tables, and how its Data Package describes them."""
    site = load(home_of(request.param), load_schemas(), TODAY)[0]
    (package,) = data_package.outputs(site)
    return request.param, rows_of(site), json.loads(package.data)["resources"]


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path)


def fields(resources: list[dict]) -> list[tuple[dict, dict]]:
    return [(resource, field) for resource in resources for field in resource["schema"]["fields"]]


def test_the_code_lists_have_every_code_of_every_column_and_no_other(office):
    _name, rows, resources = office
    every = [
        (resource["name"], field["name"], code)
        for resource, field in fields(resources)
        for code in field.get("constraints", {}).get("enum", ())
    ]
    assert [(row["table"], row["column"], row["code"]) for row in rows["code-lists"]] == every
    assert {("awards", "type", "grant"), ("totals-by-fund", "kind", "shared"), ("known-gaps", "kind", "duty")} < set(every)


def test_every_code_that_stands_in_a_table_is_in_the_code_lists(office):
    _name, rows, _resources = office
    codes: dict[tuple[str, str], set[str]] = {}
    for row in rows["code-lists"]:
        codes.setdefault((row["table"], row["column"]), set()).add(row["code"])
    assert [key for key, of in codes.items() if not {row[key[1]] for row in rows[key[0]]} <= of | {""}] == []


def test_a_code_has_its_words(office):
    words = {(row["table"], row["column"], row["code"]): row["title"] for row in office[1]["code-lists"]}
    assert all(words.values())
    assert words["awards", "amount_basis", "exact"] == load_schemas()["award"].by_name["amount_basis"].labels["exact"]
    assert words["totals-by-priority", "kind", "shared"] == "Several, in parts that are not published"


def test_the_dictionary_has_every_column_of_every_table_in_its_order(office):
    _name, rows, resources = office
    every = [(resource["name"], field["name"]) for resource, field in fields(resources)]
    assert [(row["table"], row["column"]) for row in rows["dictionary"]] == every
    for name in rows:
        of = [row for row in rows["dictionary"] if row["table"] == name]
        assert [row["number"] for row in of] == [str(n) for n in range(1, len(of) + 1)]
        assert not rows[name] or [row["column"] for row in of] == list(rows[name][0])


def test_the_dictionary_says_what_the_data_package_says(office):
    _name, rows, resources = office
    for row, (resource, field) in zip(rows["dictionary"], fields(resources), strict=True):
        rules = field.get("constraints", {})
        keys = {key["fields"][0]: key["reference"]["resource"] for key in resource["schema"].get("foreignKeys", ())}
        assert row["type"] == field["type"]
        assert row["title"] == field["title"]
        assert row["description"] == field["description"]
        assert row["required"] == str(bool(rules.get("required"))).lower()
        assert row["unique"] == str(bool(rules.get("unique"))).lower()
        assert row["coded"] == str("enum" in rules).lower()
        assert row["pattern"].removeprefix("'") == rules.get("pattern", "")
        assert (row["minimum"], row["maximum"]) == tuple(str(rules.get(name, "")) for name in ("minimum", "maximum"))
        assert row["example"].removeprefix("'") == field.get("example", "")
        if row["refers_to"] != "publisher":
            assert row["refers_to"] == (keys.get(row["column"], "") or (resource["name"] if row["column"] in keys else ""))


def test_a_required_column_is_never_empty_and_a_unique_one_never_the_same(office):
    _name, rows, _resources = office
    for of in rows["dictionary"]:
        cells = [row[of["column"]] for row in rows[of["table"]]]
        assert of["required"] == "false" or all(cells), of
        assert of["unique"] == "false" or max(Counter(filter(None, cells)).values(), default=1) == 1, of


def test_units_laws_and_limits(office):
    said = {(row["table"], row["column"]): row for row in office[1]["dictionary"]}
    amount = said["awards", "amount"]
    assert (amount["unit"], amount["minimum"], amount["derived"]) == ("GBP", "0", "false")
    assert amount["law"] == "Local Government Transparency Code 2015, grants"
    assert amount["expected_where"] == "direction: out"
    assert said["awards", "vfm_reasons"]["expected_where"] == "direction: out; type: contract or invoice or co_commissioning"
    assert said["decisions", "taken_on"]["expected_where"] == "every row"
    assert said["opportunities", "closes_on"]["expected_where"] == "rolling: empty or false"
    assert said["awards", "countable_amount"]["derived"] == "true"
    assert said["awards", "title"]["max_length"] == "140"
    assert said["award-funds", "fund"]["refers_to"] == "funds"
    assert said["publications", "address"]["format"] == "uri"
    assert {row["unit"] for row in said.values()} == {"", "GBP"}
    assert all(said[table, "amount"]["unit"] == "GBP" for table, column in said if column == "amount")


# what is known not to be there


def columns(rows: Rows) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["table"], row["item"]): row for row in rows["known-gaps"] if row["kind"] == "column"}


def recorded(rows: Rows) -> list[str]:
    """The tables of records and of their lists."""
    return [name for name in rows if not name.startswith("totals-") and name not in ("code-lists", "dictionary", "known-gaps")]


def test_every_column_with_empty_cells_is_known_and_no_other(office):
    _name, rows, _resources = office
    every = {}
    for name in recorded(rows):
        for column in rows[name][0] if rows[name] else ():
            if empty := sum(not row[column] for row in rows[name]):
                every[name, column] = (len(rows[name]), empty)
    assert {at: (int(row["rows"]), int(row["empty"])) for at, row in columns(rows).items()} == every


def test_what_stands_in_the_words_of_the_source(office):
    _name, rows, _resources = office
    found = columns(rows)
    for (table, column), row in found.items():
        words = f"{column}_as_published"
        if words not in rows[table][0]:
            assert row["as_published"] == ""
        else:
            assert int(row["as_published"]) == sum(bool(of[words]) and not of[column] for of in rows[table])


def test_where_the_law_expects_a_value_it_is_counted(office):
    _name, rows, _resources = office
    found = columns(rows)
    held = {(row["award"], row["applies_to"].casefold()) for row in rows["award-withholdings"]}
    paid = [award for award in rows["awards"] if award["direction"] == "out"]
    lists = {name: {row["award"] for row in rows[f"award-{name}"]} for name in ("decisions", "priorities")}
    missing = {
        "amount": [a for a in paid if not a["amount"] and not a["amount_as_published"]],
        "purpose": [a for a in paid if not a["purpose"]],
        "award_date": [a for a in paid if not a["award_date"]],
        "priority": [a for a in paid if not a["priority"] and a["key"] not in lists["priorities"]],
        "decision": [
            a for a in paid if not a["decision"] and not a["decision_as_published"] and a["key"] not in lists["decisions"]
        ],
    }
    said = {name: int(row["expected"]) for name in missing if (row := found.get(("awards", name)))}
    assert said == {name: sum((a["key"], name) not in held for a in missing[name]) for name in said}
    assert all(name in said or not of for name, of in missing.items())
    funds = [f for f in rows["funds"] if not f["envelope"] and not f["envelope_as_published"]]
    assert int(found["funds", "envelope"]["expected"]) == len(funds)
    assert {at for at, row in found.items() if row["expected"]} <= {
        (row["table"], row["column"]) for row in rows["dictionary"] if row["expected_where"]
    }


def test_what_is_withheld_is_not_said_to_be_missing(make):
    held = {"applies_to": "purpose", "ground": "safeguarding", "opinion_of_role": "x", "date": "2024-01-01", "reason": "x"}
    rows = rows_of(make(awards=[{"withholdings": [held]}, {}, {"purpose": "Sessions."}, {"direction": "in"}]))
    purpose = columns(rows)["awards", "purpose"]
    assert [purpose[name] for name in ("rows", "empty", "expected", "withheld")] == ["4", "3", "1", "1"]


def test_a_number_that_is_left_out_is_known_with_its_reason(make):
    given = {"reference": "002-2024", "reason": "not_used", "note": "Counted twice."}
    numbers = [{"reference": f"{n:03d}-2024"} for n in (1, 4)]
    rows = rows_of(make({"reference_pattern": r"(?P<number>\d{3})-(?P<year>\d{4})", "gaps": [given]}, decisions=numbers))
    found = [(r["table"], r["item"], r["explanation"]) for r in rows["known-gaps"] if r["kind"] == "number"]
    assert found == [("decisions", "002-2024", "The number was not used: Counted twice."), ("decisions", "003-2024", "")]


def test_the_months_between_records_are_known(office):
    _name, rows, _resources = office
    for table, day in (("decisions", "taken_on"), ("awards", "award_date")):
        if table == "awards":
            days = [row["award_date"] or row["announced_on"] for row in rows[table]]
        else:
            days = [row[day] for row in rows[table]]
        there = {day[:7] for day in days if day}
        between = [m for m in months(min(there), max(there)) if m not in there] if there else []
        assert [r["item"] for r in rows["known-gaps"] if (r["kind"], r["table"]) == ("month", table)] == between


def months(first: str, last: str):
    year, month = int(first[:4]), int(first[5:])
    while (name := f"{year}-{month:02d}") <= last:
        yield name
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def test_what_a_duty_asks_for_and_is_not_here_is_known_one_by_one(make):
    lists = [{"duty": "3g", "period": month} for month in ("2024-01", "2024-04")]
    bought = {"type": "contract", "amount": "10000.01"}
    rows = rows_of(make(awards=[bought, {"type": "contract", "amount": "10000.00"}], publications=lists))
    found = [(r["table"], r["item"]) for r in rows["known-gaps"] if r["kind"] == "owed"]
    assert found == [("publications", "3g/2024-02"), ("publications", "3g/2024-03"), ("awards", "4b/a0")]
    duties = {r["item"] for r in rows["known-gaps"] if r["kind"] == "duty"}
    assert {"1a", "4c"} < duties
    assert not duties & {"3g", "4b"}


@pytest.mark.parametrize("name", OFFICES)
def test_the_pages_say_as_many_gaps_as_the_download(name, tmp_path_factory):
    built = example(name, tmp_path_factory)
    with (built / "data/known-gaps.csv").open(encoding="utf-8", newline="") as f:
        found = Counter(row["kind"] for row in csv.DictReader(f))
    duties = html.fromstring((built / "is-it-all-here/index.html").read_bytes())
    states = [cell.text_content() for cell in duties.xpath("//td[@data-label='State']")]
    assert states.count("Not recorded here") == found["duty"]
    page = html.fromstring((built / "coverage/index.html").read_bytes())
    captions = [caption.text_content() for caption in page.xpath("//caption")]
    said = [int(text.rpartition(" ")[2]) for text in captions if text.startswith("Missing numbers")]
    assert sum(said) == found["number"]
    cells = [cell.text_content() for cell in page.xpath("//table[contains(@class, 'dl-grid')]//td[position() < last()]")]
    assert cells.count("0") == found["month"]


def test_no_count_is_more_than_there_are(office):
    for row in columns(office[1]).values():
        empty = int(row["empty"])
        assert 0 < empty <= int(row["rows"])
        assert all(Decimal(row[name] or 0) <= empty for name in ("expected", "as_published", "withheld"))
