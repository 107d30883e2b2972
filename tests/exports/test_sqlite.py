"""SQLite: the same rows as the records, sums to the penny, and references that lead where they say."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from tests.typed import HOSTILE, LONG, OFFICES, PENNY, awkward, hostile, rows_of, same, site_of, the, total

from daylight.exports import sqlite, tables
from daylight.exports.stamp import stamp
from daylight.exports.table import Table
from daylight.views.citation import citation_of_all

TYPEOF = {"integer": "integer", "number": "real", "boolean": "integer"}


def opened(site) -> sqlite3.Connection:
    (file,) = sqlite.outputs(site)
    database = sqlite3.connect(":memory:")
    database.deserialize(file.data)
    return database


@pytest.fixture(scope="module", params=OFFICES)
def office(request):
    site = site_of(request.param)
    with closing(opened(site)) as database:
        yield site, database


def read(database: sqlite3.Connection, table: Table) -> list[tuple]:
    """The rows with their types, money from the pence."""
    fields = table.schema.fields
    names = ", ".join(f'"{f.name}_pence"' if f.unit == "GBP" else f'"{f.name}"' for f in fields)
    rows = database.execute(f"SELECT {names} FROM {sqlite.named(table.schema)}")  # noqa: S608
    return [tuple(_value(f, v) for f, v in zip(fields, row, strict=True)) for row in rows]


def _value(field, value):
    if value is None:
        return None
    if field.unit == "GBP":
        assert type(value) is int
        return value * PENNY
    of = {"number": lambda v: Decimal(repr(v)), "date": date.fromisoformat, "boolean": {0: False, 1: True}.get}
    return of.get(field.type, lambda v: v)(value)


def test_every_table_has_the_same_rows(office):
    site, database = office
    for table in tables.every(site):
        rows, wanted = read(database, table), rows_of(table)
        assert len(rows) == len(wanted) == table.count
        assert [pair for pair in zip(rows, wanted, strict=True) if not same(_exact(pair[0]), _exact(pair[1]))] == []


def _exact(row: tuple) -> tuple:
    return tuple(value.normalize() if isinstance(value, Decimal) else value for value in row)


def test_values_have_the_types_that_sums_need(office):
    site, database = office
    for table in tables.every(site):
        for field in table.schema.fields:
            name = sqlite.named(table.schema)
            types = {t for (t,) in database.execute(f'SELECT DISTINCT typeof("{field.name}") FROM {name}')}  # noqa: S608
            assert types <= {TYPEOF.get(field.type, "text"), "null"}, (name, field.name)


def test_adds_up_to_the_penny(office):
    site, database = office
    pence, pounds = database.execute("SELECT sum(countable_amount_pence), sum(countable_amount) FROM awards").fetchone()
    wanted = total(the(site, "awards"))
    assert (pence or 0) * PENNY == wanted == Decimal(pounds or 0).quantize(PENNY)


def test_pounds_and_pence_are_the_same_money(office):
    site, database = office
    for table in tables.every(site):
        for field in table.schema.fields:
            if field.unit == "GBP":
                name, both = sqlite.named(table.schema), f'round("{field.name}" * 100), "{field.name}_pence"'
                rows = database.execute(f"SELECT {both} FROM {name}").fetchall()  # noqa: S608
                assert [row for row in rows if row[0] != row[1]] == []


def test_is_whole_and_references_lead_somewhere(office):
    _site, database = office
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_keys_and_references_are_declared(office):
    site, database = office
    for table in tables.every(site):
        name = sqlite.named(table.schema)
        columns = database.execute(f"PRAGMA table_info({name})").fetchall()
        assert tuple(c[1] for c in sorted(columns, key=lambda c: c[5]) if c[5]) == table.schema.key
        leads = {(row[3], row[2], row[4]) for row in database.execute(f"PRAGMA foreign_key_list({name})")}
        schemas = site.schemas
        assert leads == {(f.name, schemas[f.refers].resource.replace("-", "_"), "key") for f in table.schema.references}


@pytest.mark.parametrize(
    "where",
    [
        "awards WHERE fund = 'x'",
        "awards WHERE award_financial_year = 'x'",
        "award_areas WHERE area = 'x'",
        "award_areas WHERE award = 'x'",
    ],
)
def test_what_is_looked_up_has_an_index(office, where):
    _site, database = office
    (plan,) = database.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {where}").fetchall()  # noqa: S608
    assert "USING INDEX" in plan[3]


def test_says_whose_it_is_and_how_money_is_kept(office):
    site, database = office
    said = dict(database.execute("SELECT key, value FROM about"))
    assert said.items() >= stamp(site).items()
    assert said["citation"] == citation_of_all(site)
    assert "_pence" in said["money"]
    (schema,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'awards'").fetchone()
    assert '"countable_amount" REAL, -- Amount that is added up' in schema


def test_same_bytes_twice_whatever_library_wrote_it():
    (first,), (second,) = (list(sqlite.outputs(site_of("barsetshire"))) for _ in range(2))
    assert first == second
    assert first.data.startswith(b"SQLite format 3\0" + (4096).to_bytes(2, "big"))
    assert first.data[96:100] == bytes(4)


def test_texts_are_as_they_were_recorded():
    with closing(opened(hostile())) as database:
        assert database.execute("SELECT name, note FROM areas ORDER BY key").fetchall() == [(text, text) for text in HOSTILE]


def test_much_money_long_texts_old_days_and_a_reference_to_nowhere():
    with closing(opened(awkward())) as database:
        rows = database.execute("SELECT amount_pence, award_date, is_pilot, fund FROM awards ORDER BY key").fetchall()
        assert rows == [(9999999999999999, None, None, None), (10, "1899-12-31", 0, "nowhere")]
        assert database.execute("SELECT text FROM award_conditions").fetchall() == [(LONG,)]
        missing = [row[:3:2] for row in database.execute("PRAGMA foreign_key_check")]
        assert missing == [("awards", "funds")]


def test_duckdb_reads_it(tmp_path):
    """Its reader of SQLite is an extension, which is not in every place where there is DuckDB."""
    with closing(duckdb.connect(config={"autoinstall_known_extensions": "false"})) as duck:
        try:
            duck.execute("LOAD sqlite_scanner")
        except duckdb.Error:
            pytest.skip("DuckDB has no reader of SQLite here: INSTALL sqlite")
        for number, name in enumerate(OFFICES):
            site = site_of(name)
            (file,) = sqlite.outputs(site)
            (tmp_path / name).write_bytes(file.data)
            duck.execute(f"ATTACH '{tmp_path / name}' AS office{number} (TYPE sqlite)")
            (pence,) = duck.execute(f"SELECT sum(countable_amount_pence) FROM office{number}.awards").fetchone()  # noqa: S608
            assert (pence or 0) * PENNY == total(the(site, "awards"))
            for table in tables.every(site):
                rows = duck.execute(f"SELECT * FROM office{number}.{sqlite.named(table.schema)}").fetchall()  # noqa: S608
                assert len(rows) == table.count
