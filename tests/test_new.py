"""What `new` writes is a record: every field that must be there, each with an example that check takes."""

import re
import shutil
from collections.abc import Iterable, Set
from dataclasses import replace
from pathlib import Path

import pytest

from daylight import new
from daylight.build import check
from daylight.findings import NOTE
from daylight.schema import KINDS, Field, load_schemas
from daylight.sources import read_yaml
from tests.built import PUBLISHER, TODAY
from tests.test_build import tree
from tests.test_cli import daylight

SCHEMAS = load_schemas()
MADE = [kind for kind in KINDS if kind != "publisher"]


@pytest.fixture
def home(tmp_path) -> Path:
    """The office of the examples, which has nothing but its name."""
    (tmp_path / "data").mkdir()
    shutil.copy(PUBLISHER, tmp_path / "data/publisher.yml")
    return tmp_path


def filled(text: str) -> str:
    """A record in which every line is read."""
    first, *lines = text.splitlines()
    return "\n".join([first, *(line.removeprefix("# ") for line in lines)]) + "\n"


def texts(text: str) -> dict[str, str]:
    (entry,), said = read_yaml("x.yml", text.encode())
    assert said == []
    return entry.texts


def make(home: Path, kind: str, key: str) -> Path:
    """A record filled in with all examples, and those that it speaks of."""
    path = new.write(home, SCHEMAS[kind], key)
    path.write_text(filled(path.read_text("utf-8")), "utf-8")
    for name, text in texts(path.read_text("utf-8")).items():
        refers = SCHEMAS[kind].by_name[name].refers
        if refers and not (home / "data" / SCHEMAS[refers].folder / f"{text}.yml").exists():
            make(home, refers, text)
    return path


# What is measured, and what a record that has just been begun cannot have yet, by the folder of the record and the rule.
OF_MANY = {
    ("publisher.yml", "SIO-06"),  # asks for a publication of each paragraph of the order, so for some twenty records
    ("awards", "DQ-LOCATION"),  # asks for the list of areas, and `new` writes no lists
}
NOT_FOR_EXAMPLES = OF_MANY | {
    ("awards", "SIO-POWER"),  # only the office can say it, and most powers ask for lists of conditions and reasons
}
BEHIND_THEIR_MARKS = NOT_FOR_EXAMPLES | {
    ("awards", "DEC-03"),  # decision
    ("awards", "DQ-PERIOD"),  # start_date and end_date
    ("awards", "DQ-PROGRAMME"),  # fund or scheme
    ("awards", "TIME-01"),  # award_date
    ("decisions", "TIME-01"),  # taken_on
    ("areas", "DQ-LOCATION"),  # code
}


def wrong(home: Path, may_miss: Set[tuple[str, str]]) -> list[str]:
    """What check says of an office, without the notes of the rules that may find something there."""
    found = check(home, TODAY)[1]
    return [f.text() for f in found if f.severity != NOTE or (f.path.split("/")[1], f.rule) not in may_miss]


EACH = pytest.mark.parametrize("kind", MADE)


def given(fields: Iterable[Field]) -> dict[str, str]:
    """The examples of fields that a person types."""
    return {f.name: f.example for f in fields if f.example and f.name != "key" and not f.derived}


@EACH
def test_every_field_that_must_be_there_or_that_a_rule_asks_for_is_there_with_an_example(kind):
    schema = SCHEMAS[kind]
    there = texts(new.text(schema))
    must = {field.name for field in schema.required} - {"key"}
    assert there.keys() == must | {"source", "amount"} & given(schema.fields).keys()
    assert given(schema.by_name[name] for name in there).items() <= there.items()


@EACH
def test_every_other_field_that_has_an_example_waits_behind_its_mark(kind):
    schema = SCHEMAS[kind]
    there = texts(filled(new.text(schema)))
    assert given(schema.fields).items() <= there.items()
    assert there.keys() - given(schema.fields) <= {field.name for field in schema.required}


def test_a_text_of_which_the_schema_has_no_example_says_what_to_write(tmp_path):
    plan = replace(SCHEMAS["priority"].by_name["plan"], example="", description="The plan: its name # and year.")
    date = Field("day", "Day", "date", "A day.", constraints={"required": True})
    schema = replace(SCHEMAS["priority"], fields=(plan, date))
    assert texts(new.text(schema)) == {"plan": plan.description, "day": "2024-05-01"}


@EACH
def test_filled_with_its_examples_it_passes_check(home, kind):
    path = make(home, kind, SCHEMAS[kind].by_name["key"].example)
    assert path.parent == home / "data" / SCHEMAS[kind].folder
    assert wrong(home, NOT_FOR_EXAMPLES) == []


def test_in_a_real_office_the_example_of_a_source_must_be_replaced(home):
    text = PUBLISHER.read_text("utf-8")
    assert "https://barsetshire.example/" in text
    (home / "data/publisher.yml").write_text(text.replace("barsetshire.example", "www.southyorkshire-ca.gov.uk"), "utf-8")
    new.write(home, SCHEMAS["fund"], "new")
    assert ["only an example" in said for said in wrong(home, OF_MANY)] == [True]


@EACH
def test_with_the_examples_that_are_read_at_once_it_passes_check(home, kind):
    new.write(home, SCHEMAS[kind], "new")
    assert wrong(home, BEHIND_THEIR_MARKS) == []


def test_no_more_is_let_pass_than_is_found(home):
    for kind in MADE:
        new.write(home, SCHEMAS[kind], "new")
    found = {(f.path.split("/")[1], f.rule) for f in check(home, TODAY)[1]}
    assert found >= BEHIND_THEIR_MARKS


def test_a_record_that_is_there_stays_as_it_is(home):
    path = home / "data/awards/sy-1.yml"
    assert new.write(home, SCHEMAS["award"], "sy-1") == path
    path.write_text("title: Mine\n", "utf-8")
    assert new.write(home, SCHEMAS["award"], "sy-1") is None
    assert path.read_text("utf-8") == "title: Mine\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [("2023-24/sy-1.yml", "title: Mine\n"), ("many.csv", "key,title\nsy-1,Mine\n")],
    ids=["a folder", "a table"],
)
def test_a_record_that_is_there_in_a_folder_or_a_table_is_not_begun_again(home, name, text):
    (home / "data/awards" / name).parent.mkdir(parents=True)
    (home / "data/awards" / name).write_text(text, "utf-8")
    assert new.write(home, SCHEMAS["award"], "sy-1") is None


KEYS = ["a", "0", "sy-2023-041", "9th-rotherham-scout-group", "a" * 80]
NO_KEYS = ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "a.b", "a/b", "../a", "é", "a\n", "٣", "a.yml"]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_new_takes_is_one_that_check_takes(home, key):
    assert new.is_key(key)
    make(home, "fund", key)
    assert wrong(home, OF_MANY) == []


@pytest.mark.parametrize("key", [*NO_KEYS, "a" * 81])
def test_what_is_no_key_is_refused(key):
    limit = SCHEMAS["fund"].by_name["key"].constraints
    assert not re.fullmatch(limit["pattern"], key) or len(key) > limit["maxLength"]
    assert not new.is_key(key)


# --- the command ---


def test_new_asks_for_what_is_not_given(home):
    said = daylight("new", "--office", home, typed="aword\naward\nsy-1\n").stdout
    path = home / "data/awards/sy-1.yml"
    assert f"Now fill in {path}" in said
    assert "title: " in path.read_text("utf-8")
    for word in ("What kind of record", "'aword' is not one of", "Its key", "sy-2023-041"):
        assert word in said


def test_new_leaves_what_is_there(home):
    make(home, "award", "sy-1")
    before = tree(home)
    said = daylight("new", "award", "sy-1", "--office", home, ends=1).stdout
    assert said == "There is already an award sy-1 in data/awards/sy-1.yml; nothing was written.\n"
    assert tree(home) == before


def test_new_says_in_which_table_a_key_stands_already(home):
    (home / "data/budget-areas").mkdir()
    (home / "data/budget-areas/many.csv").write_text("key,title\nsy-1,Mine\n", "utf-8")
    said = daylight("new", "budget_area", "sy-1", "--office", home, ends=1).stdout
    assert said == "There is already a budget area sy-1 in data/budget-areas/many.csv; nothing was written.\n"


def test_a_key_may_stand_in_two_kinds_and_in_a_file_that_cannot_be_read(home):
    assert new.write(home, SCHEMAS["fund"], "sy-1")
    assert new.write(home, SCHEMAS["award"], "sy-1")
    (home / "data/funds/old").mkdir()
    (home / "data/funds/old/sy-2.yml").write_text("title: a: b\n", "utf-8")
    assert new.write(home, SCHEMAS["fund"], "sy-2") is None


NO_RECORDS = [("award", "SY-1"), ("award", "a/b"), ("award", "../a"), ("award", "."), ("aword", "sy-1"), ("publisher", "x")]


@pytest.mark.parametrize(("kind", "key"), [*NO_RECORDS, ("award", "a" * 300)])
def test_new_refuses_what_can_be_no_record(home, kind, key):
    before = tree(home)
    assert (f'"{key}"' if kind == "award" else f"'{kind}'") in daylight("new", kind, key, "--office", home, ends=2).stderr
    assert tree(home) == before


def test_new_can_be_left(home):
    before = tree(home)
    daylight("new", "--office", home, typed="award\n", ends=1)
    assert tree(home) == before
