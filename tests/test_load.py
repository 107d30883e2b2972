"""Files become a site: in either spelling the same record, and what has no place is said."""

import csv
import io
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight import load
from daylight.findings import Finding
from daylight.read import Part, read_file
from daylight.schema import load_schemas
from daylight.site import Site
from tests.built import PUBLISHER, TODAY

SCHEMAS = load_schemas()
FEW = settings(max_examples=50, deadline=None)  # each example writes files
CHILDREN = [SCHEMAS[name] for name in SCHEMAS["award"].children]


@pytest.fixture
def home(tmp_path) -> Path:
    """An office that has nothing but its name."""
    return put(tmp_path, {"data/publisher.yml": PUBLISHER.read_text("utf-8")})


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder in which a file is written over and over."""
    return tmp_path_factory.mktemp("office")


def put(home: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return home


def loaded(home: Path) -> tuple[Site, list[str]]:
    """The site of an office, and where something is wrong with it."""
    site, found = load.load(home, SCHEMAS, TODAY)
    return site, sorted(f"{f.path}:{f.line} {f.rule}" for f in found)


def part(home: Path, name: str, text: str | bytes) -> Part:
    return read_file(put(home, {name: text}), SCHEMAS, name)


def table(*rows: dict[str, str]) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list({name: "" for row in rows for name in row}))
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def words(found: list[Finding]) -> list[tuple[str, str]]:
    return sorted((f.rule, f.sentence()) for f in found)


# --- both spellings ---

TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029"), max_size=10)
TYPED |= st.sampled_from(
    ["12500.00", "£12,500", "0123", "2024-05-01", "01/05/2024", "yes", "No", "exact", "sy-1", "https://a.b/"]
)


def typed(schema, odd: bool = True, **more: st.SearchStrategy) -> st.SearchStrategy[dict[str, str]]:
    """What a person may type into the fields of a record or a row: the example, or anything; with `odd` also in odd fields."""
    fields = {
        f.name: TYPED | st.just(f.example) for f in schema.fields if f.name not in ("key", schema.parent) and not f.derived
    }
    return st.fixed_dictionaries(more, optional=fields | ({"titel": TYPED, "page": TYPED} if odd else {}))


def blank(schema) -> dict[str, str]:
    """A cell for each field that must be given, lest the whole column is missed."""
    return {field.name: "" for field in schema.required if field.name not in ("key", schema.parent)}


@FEW
@given(typed(SCHEMAS["award"], odd=False))
def test_a_record_says_the_same_in_a_file_of_its_own_and_in_a_table(folder, texts):
    alone = part(folder, "data/awards/sy-1.yml", yaml.safe_dump(texts, allow_unicode=True))
    row = part(folder, "data/awards/many.csv", table({"key": "sy-1"} | blank(SCHEMAS["award"]) | texts))
    (one,), (other,) = alone.records, row.records
    assert (one.kind, one.key, one.values) == (other.kind, other.key, other.values)
    assert words(alone.findings) == words(row.findings)


@pytest.mark.parametrize("child", CHILDREN, ids=lambda child: child.list)
@FEW
@given(data=st.data())
def test_what_repeats_says_the_same_in_its_record_and_in_a_table(folder, child, data):
    rows = data.draw(st.lists(typed(child, odd=False), min_size=1, max_size=3))
    record = part(folder, "data/awards/sy-1.yml", yaml.safe_dump({"title": "x", child.list: rows}, allow_unicode=True))
    apart = part(
        folder, f"data/awards/{child.list}/many.csv", table(*({"award": "sy-1"} | blank(child) | row for row in rows))
    )
    assert {(kind, key, name) for kind, key, name, _ in apart.loose} == {("award", "sy-1", child.list)}
    assert [row.values for row in record.records[0].rows(child.list)] == [row.values for *_, row in apart.loose]
    missing = words(part(folder, "data/awards/sy-1.yml", "title: x\n").findings)
    assert words(record.findings) == sorted(missing + words(apart.findings))


def test_what_is_wrong_with_a_column_is_said_once_and_its_cells_are_read_as_they_were_meant(home):
    found = part(home, "data/awards/many.csv", "key,titel,type,page,colour\nsy-1,One,grant,x,red\nsy-2,Two,grant,y,\n")
    said = [(f.line, f.rule, f.fix) for f in found.findings]
    assert said == [
        (1, "REQUIRED", ""),
        (1, "REQUIRED", ""),
        (1, "FIELD", "title"),
        (1, "FIELD", ""),
        (1, "FIELD", ""),
    ]
    assert [record.get("title") for record in found.records] == ["One", "Two"]


def test_what_has_a_slip_is_read_as_it_was_meant_so_that_all_else_is_said_too(home):
    found = part(home, "data/awards/sy-1.yml", "amont: 5.00\nunderspend: £1,500\naward_date: 01/05/2024\n")
    record = found.records[0]
    assert (record.get("amount"), record.get("underspend"), record.get("award_date")) == (5, 1500, None)
    assert record.line_of("amount") == 1
    assert [(f.line, f.fix) for f in found.findings if f.rule != "REQUIRED"] == [(1, "amount"), (2, "1500"), (3, "")]


def test_what_cannot_be_read_is_known_to_be_there(home):
    put(
        home,
        {"data/funds/one.yml": "title: a: b\n", "data/funds/Two.yml": "title: x\n", "data/funds/three.yaml": "title: x\n"},
    )
    put(home, {"data/fund/four.yml": "title: x\n", "data/five.yml": "title: x\n", "data/areas/all.csv": "key;name\nx;y\n"})
    site, _ = loaded(home)
    assert [key for key in ("one", "two", "three", "four", "five", "six") if not site.may_be("fund", key)] == ["six"]
    assert site.may_be("area", "anything")
    assert not site.may_be("award", "one")


def test_a_plain_text_in_a_list_stands_for_its_first_field(home):
    found = part(home, "data/awards/sy-1.yml", "conditions:\n  - Spent by March.\n  -\n  - text: Reported.\n").records[0]
    assert [row.values.get("text") for row in found.rows("conditions")] == ["Spent by March.", None, "Reported."]
    assert [row.line_of("text") for row in found.rows("conditions")] == [2, 3, 4]


def test_rows_from_tables_follow_those_of_the_record_in_the_order_of_the_files(home):
    put(home, {"data/awards/many.csv": "key,title\nsy-1,One\nsy-2,Two\n", "data/awards/sy-3.yml": "conditions: [a, b]\n"})
    put(home, {"data/awards/conditions/2.csv": "award,text\nsy-3,e\nsy-1,f\n"})
    put(home, {"data/awards/conditions/1/a.csv": "text,award\nc,sy-3\nd,sy-3\n"})
    site, _ = loaded(home)
    said = {a.key: [row.get("text") for row in a.rows("conditions")] for a in site.all("award")}
    assert said == {"sy-1": ["f"], "sy-2": [], "sy-3": ["a", "b", "c", "d", "e"]}
    assert site.get("award", "sy-3").get("title") is None
    last = site.get("award", "sy-3").rows("conditions")[-1]
    assert (last.path, last.line) == ("data/awards/conditions/2.csv", 2)


def test_a_row_of_a_record_that_is_not_there_is_said_and_the_others_join(home):
    put(home, {"data/awards/many.csv": "key\nsy-1\n", "data/funds/sy-2.yml": "title: x\n"})
    put(home, {"data/awards/conditions/a.csv": "award,text\nsy-2,a\nsy-1,b\n,c\n"})
    site, said = loaded(home)
    assert [row.get("text") for row in site.get("award", "sy-1").rows("conditions")] == ["b"]
    assert [place for place in said if "conditions" in place] == [
        "data/awards/conditions/a.csv:2 REF-01",
        "data/awards/conditions/a.csv:4 FILE",
    ]


def test_a_row_that_names_another_record_than_its_own_is_said(home):
    text = "conditions:\n  - award: sy-1\n    text: a\n  - award: sy-2\n    text: b\n"
    found = part(home, "data/awards/sy-1.yml", text)
    assert [(f.line, f.rule) for f in found.findings if f.line > 1] == [(2, "FIELD"), (4, "FIELD")]
    assert {row.values["award"] for row in found.records[0].rows("conditions")} == {"sy-1"}


def test_of_two_records_with_one_key_the_first_is_kept_and_the_second_is_said(home):
    put(home, {"data/funds/b.csv": "title,key\nThird,sy-1\n", "data/funds/a/sy-1.yml": "title: Second\n"})
    put(home, {"data/funds/a.csv": "key,title\nsy-1,First\n", "data/areas/sy-1.yml": "name: x\nkind: town\n"})
    site, said = loaded(home)
    assert site.get("fund", "sy-1").get("title") == "First"
    assert [place for place in said if "CONSTRAINT" in place and "funds" in place] == [
        "data/funds/a/sy-1.yml:1 CONSTRAINT",
        "data/funds/b.csv:2 CONSTRAINT",
    ]


# --- where files lie ---

PLACES = {
    "data/funds/sy-1.yml": "",
    "data/funds/2023-24/north/sy-1.yml": "",
    "data/fund/sy-1.yml": "place",
    "data/sy-1.yml": "place",
    "data/sy-1.csv": "place",
    "data/publisher/sy-1.yml": "place",
    "data/publisher.csv": "place",
    "data/notes/sy-1.txt": "place",
    "data/funds/sy-1.yaml": "suffix",
    "data/funds/sy-1.YML": "suffix",
    "data/funds/sy-1.xlsx": "suffix",
    "data/funds/README": "suffix",
    "data/funds/SY 1.yml": "name",
    "data/funds/é.yml": "name",
}


@pytest.mark.parametrize("name", PLACES)
def test_a_file_that_has_no_place_is_said_and_not_read(home, name):
    found = read_file(put(home, {name: "title: x\n"}), SCHEMAS, name)
    assert [record.key for record in found.records] == ([] if PLACES[name] else ["sy-1"])
    assert [(f.path, f.line, f.rule) for f in found.findings] == ([(name, 1, "FILE")] if PLACES[name] else [])
    assert name in load.files(home)


IGNORED = [
    "data/.DS_Store",
    "data/funds/.sy-1.yml.swp",
    "data/funds/.old/sy-1.yml",
    "data/.git/x.yml",
    "data/datapackage.json",
]


@pytest.mark.parametrize("name", IGNORED)
def test_a_hidden_file_or_a_description_is_no_record(home, name):
    put(home, {name: "title: x\n"})
    assert load.files(home) == ["data/publisher.yml"]
    assert not load.is_record(Path(name))
    assert loaded(home)[1] == []


def test_an_office_may_lie_in_a_hidden_folder_and_hold_other_files(home, tmp_path):
    put(home, {"content/about.md": "# About\n", "README.md": "x\n", "data/README.md": "x\n"})
    shutil.copytree(home / "data", tmp_path / ".hidden/data")
    assert loaded(tmp_path / ".hidden")[1] == []


def test_without_its_publisher_an_office_is_told_so(tmp_path):
    site, said = loaded(tmp_path)
    assert said == ["data/publisher.yml:1 FILE"]
    assert (site.publisher.values, [*site.all("award")]) == ({}, [])


def test_a_file_is_read_alone_with_all_that_is_wrong_with_it(home):
    put(home, {"data/funds/sy-9.yml": "titel: x\n"})
    found = part(home, "data/funds/many.csv", "key,title,titel\nsy-1,One,\nsy-2,,x\n,Three,\nsy-4,Four\n")
    assert [(r.path, r.line, r.key) for r in found.records] == [
        ("data/funds/many.csv", 2, "sy-1"),
        ("data/funds/many.csv", 3, "sy-2"),
    ]
    assert sorted((f.line, f.rule) for f in found.findings) == [(1, "FIELD"), (3, "REQUIRED"), (4, "FILE"), (5, "FILE")]
    assert {f.path for f in found.findings} == {"data/funds/many.csv"}


@pytest.mark.parametrize(
    "name", ["data/publisher.yml", "data/awards/x.yml", "data/awards/x.csv", "data/awards/conditions/x.csv"]
)
@FEW
@given(data=st.binary(max_size=40) | typed(SCHEMAS["award_year"], key=TYPED).map(lambda t: yaml.safe_dump([t])[2:].encode()))
def test_nothing_that_can_be_in_a_file_ends_in_an_exception(folder, name, data):
    found = part(folder, name, data)
    assert {f.path for f in found.findings} <= {name}
    load.assemble(SCHEMAS, {name: found}, TODAY, {})
