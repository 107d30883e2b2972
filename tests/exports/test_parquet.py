"""Parquet: DuckDB and Arrow read the same rows as the records, with their types, and texts as they were recorded."""

from datetime import date
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest
from pyarrow import parquet as arrow
from tests.typed import HOSTILE, LONG, OFFICES, awkward, hostile, rows_of, same, site_of, the, total

from daylight.exports import parquet, tables
from daylight.exports.stamp import stamp

TYPES = {"integer": "BIGINT", "number": "DOUBLE", "date": "DATE", "boolean": "BOOLEAN"}


def write(site, folder):
    for file in parquet.outputs(site):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder / "data/parquet"


@pytest.fixture(scope="module", params=OFFICES)
def office(request, tmp_path_factory):
    site = site_of(request.param)
    return site, write(site, tmp_path_factory.mktemp("parquet"))


def read(path) -> list[tuple]:
    return duckdb.execute(f"SELECT * FROM read_parquet('{path}')").fetchall()  # noqa: S608


def exact(row: tuple) -> tuple:
    """Numbers that are no money are floats: the decimal that each prints as."""
    return tuple(Decimal(repr(value)) if isinstance(value, float) else value for value in row)


def test_duckdb_reads_the_same_rows(office):
    site, folder = office
    for table in tables.every(site):
        rows = [exact(row) for row in read(folder / f"{table.name}.parquet")]
        wanted = rows_of(table)
        assert len(rows) == len(wanted) == table.count
        assert [(row, of) for row, of in zip(rows, wanted, strict=True) if not same(row, of)] == []


def test_columns_have_types_also_without_rows(office):
    site, folder = office
    for table in tables.every(site):
        said = duckdb.execute(f"DESCRIBE SELECT * FROM read_parquet('{folder / table.name}.parquet')").fetchall()  # noqa: S608
        types = {row[0]: row[1] for row in said}
        fields = table.schema.fields
        wanted = {f.name: "DECIMAL(18,2)" if f.unit == "GBP" else TYPES.get(f.type, "VARCHAR") for f in fields}
        assert types == wanted


def test_adds_up_to_the_penny(office):
    site, folder = office
    (found,) = duckdb.execute(f"SELECT sum(countable_amount) FROM read_parquet('{folder}/awards.parquet')").fetchone()  # noqa: S608
    assert found == total(the(site, "awards"))


def test_says_whose_it_is_and_what_columns_mean(office):
    site, folder = office
    schema = arrow.read_schema(folder / "awards.parquet")
    said = {name.decode(): text.decode() for name, text in schema.metadata.items()}
    assert said.items() >= stamp(site).items()
    field = site.schemas["award"].by_name["amount"]
    meaning = {name.decode(): text.decode() for name, text in schema.field("amount").metadata.items()}
    assert {"title": field.title, "description": field.description, "unit": "GBP"}.items() <= meaning.items()


def test_same_bytes_twice():
    assert list(parquet.outputs(site_of("barsetshire"))) == list(parquet.outputs(site_of("barsetshire")))


def test_texts_are_as_they_were_recorded(tmp_path):
    names = arrow.read_table(write(hostile(), tmp_path) / "areas.parquet")
    assert names["name"].to_pylist() == names["note"].to_pylist() == list(HOSTILE)


def test_much_money_long_texts_and_old_days(tmp_path):
    folder = write(awkward(), tmp_path)
    awards = arrow.read_table(folder / "awards.parquet", columns=["amount", "award_date", "is_pilot"]).to_pylist()
    assert [a["amount"] for a in awards] == [Decimal("99999999999999.99"), Decimal("0.10")]
    assert (awards[1]["award_date"], awards[1]["is_pilot"]) == (date(1899, 12, 31), False)
    assert arrow.read_table(folder / "award-conditions.parquet")["text"].to_pylist() == [LONG]


def test_money_that_nobody_has_makes_its_table_wider_and_breaks_nothing():
    site = awkward()
    site.get("award", "a0").values["amount"] = Decimal("999999999999999999.00")
    site.get("award", "a0").kept.clear()
    site.kept.clear()
    found = parquet.arrow(tables.of_kind(site, "award")["award"])
    assert found["amount"].to_pylist() == [Decimal("999999999999999999.00"), Decimal("0.10")]
    assert found.schema.field("amount").type == pa.decimal128(38, 2)
