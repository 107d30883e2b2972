"""The published files: equal totals, harmless cells, a valid description, and the same bytes each time."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.days import financial_year
from daylight.describe import describe
from daylight.exports import EACH, LAST, WHOLE, csv_tables, json_tables
from daylight.exports.file import info
from daylight.exports.table import guard, unguard
from daylight.exports.tables import every, of_kind
from daylight.judge import check
from daylight.load import files as files_of
from daylight.load import load
from daylight.record import Record, Row
from daylight.schema import load_schemas
from daylight.site import Site

OFFICE = Path(__file__).parents[2]
TODAY = "2026-11-21"
TOTAL = Decimal("11403850.00")


def everything(site: Site) -> dict[str, bytes]:
    files = [file for module in WHOLE for file in module.outputs(site)]
    for module in LAST:
        files += list(module.outputs(site, [info(file) for file in files]))
    records = [record for of in site.records.values() for record in of.values()]
    outputs = [(file.path, file.data) for file in files]
    outputs += [output for module in EACH for record in records for output in module.record_outputs(site, record)]
    assert len(dict(outputs)) == len(outputs), "two exports write one path"
    return dict(outputs)


def write(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def a_site(**kinds: list[Record]) -> Site:
    schemas = load_schemas()
    records = {n: {r.key: r for r in kinds.get(n, [])} for n, s in schemas.items() if not s.parent}
    return Site(schemas, records, TODAY)


def a_record(kind: str, key: str, **values) -> Record:
    return Record("data/x.yml", 1, values={"key": key} | values, kind=kind, key=key)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def decimals(data: bytes):
    return json.loads(data, parse_float=Decimal)


@pytest.fixture(scope="module")
def site() -> Site:
    return load(OFFICE, load_schemas(), TODAY)[0]


@pytest.fixture(scope="module")
def files(site) -> dict[str, bytes]:
    return everything(site)


def test_csv_adds_up(files):
    assert sum(Decimal(r["countable_amount"] or 0) for r in rows_of(files["data/awards.csv"])) == TOTAL


def test_json_adds_up(files):
    assert sum(r.get("countable_amount", 0) for r in decimals(files["data/awards.json"])["records"]) == TOTAL


def test_records_add_up(files):
    records = [decimals(d)["record"] for p, d in files.items() if p.startswith("awards/")]
    assert sum(r.get("countable_amount", 0) for r in records) == TOTAL


def test_same_bytes_twice(files):
    assert everything(load(OFFICE, load_schemas(), TODAY)[0]) == files


def test_every_schema_has_a_table(files):
    for schema in load_schemas().values():
        header = ",".join(schema.by_name) + "\r\n"
        assert files[f"data/{schema.resource}.csv"].decode("utf-8").startswith(header)


def test_excel_gets_the_same_tables(files, site):
    for table in every(site):
        assert files[f"data/excel/{table.name}.csv"] == b"\xef\xbb\xbf" + files[f"data/{table.name}.csv"]


def test_a_table_gives_back_what_was_recorded():
    area = a_record("area", "a", name="=1+1", note="'quoted'\nand \"more\"")
    (row,) = of_kind(a_site(area=[area]), "area")["area"].rows()
    fields = load_schemas()["area"].places
    assert (row[fields["name"]], row[fields["note"]]) == ("=1+1", "'quoted'\nand \"more\"")


def test_what_a_file_says_of_itself(files):
    said = decimals(files["data/awards.json"])
    assert said["licence"] == "OGL-UK-3.0"
    assert said["time"] == f"{TODAY}T00:00:00Z"


def test_package_is_valid(files, tmp_path):
    write(files, tmp_path)
    assert check(tmp_path) == []


def test_package_finds_a_changed_table(files, tmp_path):
    write(files, tmp_path)
    table = tmp_path / "data/awards.csv"
    table.write_bytes(table.read_bytes().replace(b"sy-f006", b"nowhere"))
    found = check(tmp_path)
    assert {f.path for f in found} == {"data/awards.csv"}
    assert {f.message.partition(":")[0] for f in found} == {"the published table must be as its description says"}
    assert any("hash" in f.message for f in found)


def test_package_must_exist_and_be_json(tmp_path):
    assert [f.text() for f in check(tmp_path)] == [
        "data/datapackage.json:1: the published data must have its description in data/datapackage.json, and there is none"
    ]
    write({"data/datapackage.json": b"{"}, tmp_path)
    (said,) = check(tmp_path)
    assert said.message.startswith("the description of the published data must be a valid Data Package: ")


def test_hostile_text_at_its_limit_is_still_valid(tmp_path):
    formula = '=HYPERLINK("https://x.example";"a")'.ljust(140, "!")
    award = a_record(
        "award",
        "a-1",
        title=formula,
        type="grant",
        direction="out",
        amount=Decimal("0.10"),
        amount_basis="exact",
    )
    award.children["conditions"] = [Row("x", 1, {"text": "-1\n+1"})]
    office = a_record(
        "publisher",
        "barsetshire",
        name="Office",
        short_name="B",
        area_name="B",
        website="https://b.example",
        licence="OGL-UK-3.0",
        attribution="Office",
    )
    site = a_site(publisher=[office], award=[award])
    files = everything(site)
    write(files, tmp_path)
    assert check(tmp_path) == []
    row = rows_of(files["data/awards.csv"])[0]
    assert row["title"] == "'" + formula
    assert row["amount"] == "0.10"
    assert decimals(files["data/awards.json"])["records"][0]["title"] == formula
    assert b'"amount": 0.10' in files["awards/a-1/index.json"]


@given(st.text() | st.text(alphabet="=+-@\t\r'x"))
def test_guard_round_trip(text):
    guarded = guard(text)
    assert unguard(guarded) == text
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40))
def test_text_survives_the_table(text):
    row = rows_of(of_kind(a_site(area=[a_record("area", "a", name=text)]), "area")["area"].data)[0]
    assert unguard(row["name"]) == text


@given(st.decimals("0", "99999999999999.99", places=2))
def test_money_survives_every_file(amount):
    site = a_site(award=[a_record("award", "a", direction="out", amount_basis="exact", amount=amount)])
    files = {file.path: file.data for module in (csv_tables, json_tables) for file in module.outputs(site)}
    files |= dict(EACH[0].record_outputs(site, site.get("award", "a")))
    found = [
        Decimal(rows_of(files["data/awards.csv"])[0]["countable_amount"]),
        decimals(files["data/awards.json"])["records"][0]["countable_amount"],
        decimals(files["awards/a/index.json"])["record"]["countable_amount"],
    ]
    assert found == [amount] * 3


def test_source_package_is_valid_and_up_to_date():
    from frictionless import validate

    path = OFFICE / "data" / "datapackage.json"
    assert path.read_bytes() == describe(OFFICE, load_schemas(), files_of(OFFICE))
    report = validate(str(path))
    assert report.valid, report.flatten(["type", "message"])


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2023-04-01", "2023-24"),
        ("2024-03-31", "2023-24"),
        ("2024-12-31", "2024-25"),
        ("1999-06-01", "1999-00"),
    ],
)
def test_financial_year(day, year):
    assert financial_year(day) == year
