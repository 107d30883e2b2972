"""What is written reads back as what was given, and an edit changes nothing but what it is about."""

import string
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.built import ROOT

from daylight.schema import load_schemas
from daylight.sources import read_csv, read_yaml
from daylight.writing import record, tables
from daylight.writing.edits import edited

SCHEMAS = load_schemas()
AWARD = """# Awards of the invented town of Barchester
title: Evening sessions   # as printed
amount_as_published: "£5"
# taken from the minutes
amount: 5.00
purpose: >
  Boxing and
  football

source: https://www.barsetshire-pcc.example/awards
conditions:
  - The money is spent by March.
  - text: The hall is insured.
    subject: insurance
  # no others

areas:
  - area: barchester
"""
seen = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\u2028\u2029\ufeff\x85")
texts = st.text(seen | st.sampled_from(list(string.punctuation + " \n")), min_size=1, max_size=60).map(str.strip).filter(bool)


def read(text: str):
    entries, wrong = read_yaml("data/awards/x.yml", text.encode())
    assert wrong == []
    return entries[0]


def rows(text: str, name: str) -> list[dict]:
    return [entry.texts for entry in read(text).lists.get(name, [])]


def award(text: str, fields: dict, **lists: dict) -> str:
    return edited(text, SCHEMAS, "award", fields, lists)


@given(texts, texts, texts)
def test_any_text_reads_back_as_it_was_given(title, purpose, condition):
    said = record(SCHEMAS, "award", {"title": title, "purpose": purpose}, {"conditions": [{"text": condition}]})
    assert read(said).texts == {"title": title, "purpose": purpose}
    assert rows(said, "conditions") == [{"text": condition}]


@given(texts, texts)
def test_any_text_can_take_the_place_of_another(old, new):
    before = record(SCHEMAS, "award", {"title": old, "source": "x", "purpose": old}, {"conditions": [{"text": old}] * 2})
    after = award(before, {"purpose": new}, conditions={2: {"text": new}, 3: {"text": new}})
    assert read(after).texts == {"title": old, "source": "x", "purpose": new}
    assert rows(after, "conditions") == [{"text": old}, {"text": new}, {"text": new}]


MARKS = ("a # b", "a: b", "a:", "--- a", "...", "- a", "-", "-a", "? a", "?a", "[a", "{a", "#a", "&a", "*a", "!a", "|", ">")
MARKS += (
    "'a",
    '"a',
    "%a",
    "@a",
    "`a",
    "a\tb",
    "£5",
    "é",
    "a\\nb",
    "a\xa0b",
    "a\nb",
    "a\n- b",
    "a\n\n b",
    "a\nb \nc",
    "a\nb\tc",
)


@pytest.mark.parametrize("text", MARKS)
def test_what_yaml_takes_for_a_mark_reads_back(text):
    said = record(SCHEMAS, "award", {"title": "t", "purpose": text, "source": "s"}, {"conditions": [{"text": text}]})
    assert read(said).texts == {"title": "t", "purpose": text, "source": "s"}
    assert rows(said, "conditions") == [{"text": text}]
    assert read(award(AWARD, {"title": text})).texts["title"] == text


@pytest.mark.parametrize("text", ["no", "0123456", "2024", "1_000", "2024-05-01", "~", "=", "1:30", "true"])
def test_a_text_that_others_would_take_for_something_else_is_quoted(text):
    assert f'reference: "{text}"\n' in record(SCHEMAS, "award", {"reference": text})


def test_days_and_amounts_stand_plain():
    assert record(SCHEMAS, "award", {"award_date": "2024-05-01", "amount": "5.00"}) == "amount: 5.00\naward_date: 2024-05-01\n"


def test_a_new_record_is_in_the_order_of_its_schema_and_without_its_key():
    said = record(SCHEMAS, "award", {"source": "s", "key": "k", "title": "t", "purpose": ""}, {"areas": [{}], "payments": []})
    assert said == "title: t\nsource: s\n"


def test_a_name_that_no_schema_knows_is_our_bug():
    with pytest.raises(KeyError):
        record(SCHEMAS, "award", {"titel": "t"})
    with pytest.raises(KeyError):
        record(SCHEMAS, "award", {}, {"sums": [{"amount": "1"}]})


def test_nothing_to_change_changes_nothing():
    assert award(AWARD, {}) == AWARD


@pytest.mark.parametrize(
    ("fields", "before", "after"),
    [
        ({"title": "Morning: sessions"}, "title: Evening sessions   #", 'title: "Morning: sessions"   #'),
        ({"amount": None}, "# taken from the minutes\namount: 5.00\n", "# taken from the minutes\n"),
        ({"amount": "6.00"}, "amount: 5.00", "amount: 6.00"),
        ({"purpose": "Chess"}, "purpose: >\n  Boxing and\n  football\n\n", "purpose: Chess\n\n"),
        ({"purpose": "Chess\n\nand go"}, "purpose: >\n  Boxing and\n  football\n", "purpose: |-\n  Chess\n\n  and go\n"),
        ({"amount_basis": "exact"}, '"£5"\n', '"£5"\namount_basis: exact\n'),
        ({"type": None}, "", ""),
    ],
)
def test_an_edit_leaves_every_other_byte(fields, before, after):
    assert award(AWARD, fields) == AWARD.replace(before, after)


@pytest.mark.parametrize(
    ("lists", "before", "after"),
    [
        ({"conditions": {1: {"text": "Spent by May."}}}, "- The money is spent by March.", "- Spent by May."),
        ({"conditions": {1: {"subject": "time"}}}, "- The money", "- text: The money"),
        ({"conditions": {2: {"text": None}}}, "- text: The hall is insured.\n    subject:", "- subject:"),
        ({"conditions": {2: {"subject": None}}}, "    subject: insurance\n", ""),
        ({"conditions": {3: {"text": "New"}}}, "insurance\n", "insurance\n  - text: New\n"),
        ({"areas": {1: {"area": None}}}, "  - area: barchester\n", ""),
        ({"yearly_amounts": {1: {"amount": "5.00"}}}, "conditions:\n", "yearly_amounts:\n  - amount: 5.00\nconditions:\n"),
        (
            {"documents": {1: {"document": "d"}}},
            "  - area: barchester\n",
            "  - area: barchester\ndocuments:\n  - document: d\n",
        ),
    ],
)
def test_an_edit_of_a_list_leaves_every_other_byte(lists, before, after):
    expected = AWARD.replace(before, after)
    if lists == {"conditions": {1: {"subject": "time"}}}:
        expected = expected.replace("by March.\n", "by March.\n    subject: time\n")
    assert award(AWARD, {}, **lists) == expected


def test_line_ends_and_a_byte_order_mark_stay():
    windows = "\ufeff" + AWARD.replace("\n", "\r\n")
    said = award(windows, {"title": "T", "type": "grant"}, areas={2: {"area": "ely"}})
    assert (
        said
        == windows.replace("Evening sessions", "T")
        .replace("source:", "type: grant\r\nsource:")
        .replace("football\r\n\r\ntype: grant\r\n", "football\r\ntype: grant\r\n\r\n")
        + "  - area: ely\r\n"
    )


def test_the_line_ends_of_an_old_mac_stay():
    old = AWARD.replace("\n", "\r")
    assert award(old, {"title": "T"}, areas={2: {"area": "ely"}}) == old.replace("Evening sessions", "T") + "  - area: ely\r"


def test_a_list_in_brackets_becomes_one_of_lines():
    assert award("title: t\nareas: [ely, barchester]\nsource: s\n", {}, areas={2: {"area": "wells"}}) == (
        "title: t\nareas:\n  - area: ely\n  - area: wells\nsource: s\n"
    )


def test_several_edits_at_once_do_not_disturb_each_other():
    said = award(
        AWARD,
        {"title": None, "amount": "1.00", "purpose": "P", "type": "grant", "source": "s"},
        conditions={1: {"text": None}, 2: {"text": "A: b", "subject": None}, 3: {"text": "C"}, 4: {"text": "D"}},
        areas={1: {"area": "ely"}},
    )
    assert read(said).texts == {"amount_as_published": "£5", "amount": "1.00", "purpose": "P", "type": "grant", "source": "s"}
    assert rows(said, "conditions") == [{"text": "A: b"}, {"text": "C"}, {"text": "D"}]
    assert rows(said, "areas") == [{"area": "ely"}]
    assert "# taken from the minutes" in said and "# no others" in said


def yaml_records() -> list[Path]:
    homes = (ROOT, *sorted(ROOT.glob("examples/*/")))
    found = [path for home in homes for path in sorted((home / "data").rglob("*.yml"))]
    return [path for path in found if "releases" not in path.parts]


def test_every_field_of_every_real_record_can_be_changed_and_changed_back():
    for path in yaml_records():
        text = path.read_text("utf-8")
        kind = "publisher" if path.name == "publisher.yml" else kind_of(path)
        fields = {name: said for name, said in read(text).texts.items() if name in SCHEMAS[kind].by_name}
        other = edited(text, SCHEMAS, kind, dict.fromkeys(fields, "x: y"))
        assert set(read(other).texts.values()) == {"x: y"}
        assert read(edited(other, SCHEMAS, kind, fields)).texts == read(text).texts
        assert other.count("\n") == text.count("\n")


def kind_of(path: Path) -> str:
    folder = path.parts[len(path.parts) - 1 - path.parts[::-1].index("data") + 1]
    return next(schema.name for schema in SCHEMAS.values() if schema.folder == folder)


TABLE = b'\xef\xbb\xbfkey,title,amount\r\na1,"One, or two",1.00\r\n\r\na2,"Two\r\nlines",2.00\r\n"a3","Three",""'


def test_a_row_of_a_table_changes_and_the_others_stay():
    assert tables.edited(TABLE, {2: {"title": "One"}}) == TABLE.replace(b'"One, or two"', b"One")
    assert tables.edited(TABLE, {4: {"amount": None}}) == TABLE.replace(b"2.00", b"")
    assert tables.edited(TABLE, {6: {"amount": "3.00"}}) == TABLE.replace(b'""', b'"3.00"')


def test_a_new_column_comes_last_and_stands_in_every_row():
    said = tables.edited(TABLE, {2: {"theme": "Youth"}})
    assert said == (
        b'\xef\xbb\xbfkey,title,amount,theme\r\na1,"One, or two",1.00,Youth\r\n\r\n'
        b'a2,"Two\r\nlines",2.00,\r\n"a3","Three","",""'
    )
    assert read_csv("t.csv", said)[1] == []


def test_rows_come_at_the_end():
    said = tables.appended(TABLE, [{"key": "a4", "title": "Four"}, {"key": "a5", "amount": "5.00"}])
    assert said == TABLE + b"\r\na4,Four,\r\na5,,5.00\r\n"


@given(st.lists(texts, min_size=3, max_size=3), st.lists(texts, min_size=3, max_size=3))
def test_any_cells_read_back(old, new):
    assume("\r" not in "".join(old + new))
    head = b"key,title,purpose\n"
    data = tables.appended(head, [dict(zip(("key", "title", "purpose"), old, strict=True))])
    data = tables.edited(data, {2: dict(zip(("key", "title", "purpose"), new, strict=True))})
    assert list(read_csv("t.csv", data)[0][0].texts.values()) == new
