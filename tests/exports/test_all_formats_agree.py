"""Every total in every format of a built site is the same to the penny, read by the programs that people use."""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as parquet
import pytest
from lxml import html
from tests.built import SUMS, example

TOTALS = tuple(f"totals-by-{name}" for name in ("year", "fund", "recipient", "priority", "area", "route"))
COLUMNS = {"awards": "countable_amount"} | dict.fromkeys(TOTALS, "amount")
PENNY = Decimal("0.01")


@pytest.fixture(scope="module", params=SUMS)
def office(request, tmp_path_factory) -> tuple[str, Path]:
    return request.param, example(request.param, tmp_path_factory)


def total(values: Iterable) -> Decimal:
    return sum((Decimal(value) for value in values if value not in (None, "")), Decimal(0))


def pounds(text: str) -> Decimal:
    """The amount of pounds in a text that has one."""
    (found,) = re.findall(r"£([\d,]+\.\d\d)", text)
    return Decimal(found.replace(",", ""))


def to_the_penny(value: float) -> Decimal:
    """A number of a format that has no decimals: the pounds and pence that it is nearest to, which must be very near."""
    found = Decimal(value).quantize(PENNY)
    assert abs(Decimal(value) - found) < Decimal("0.000001")
    return found


def column(text: str, name: str) -> Decimal:
    return total(row[name] for row in csv.DictReader(io.StringIO(text, newline="")))


# the pages


def in_register(built: Path, _name: str) -> Decimal:
    return pounds(html.fromstring((built / "awards/index.html").read_bytes()).xpath("string(//*[@class='dl-total'])"))


def in_lists_of_the_register(built: Path, _name: str) -> Decimal:
    captions = html.fromstring((built / "awards/index.html").read_bytes()).xpath("//caption/text()")
    return total(pounds(text) for text in captions if "added up" in text)


def on_totals_page(built: Path, _name: str) -> Decimal:
    """The last line of the table of each way to divide the money, which must be the same."""
    page = html.fromstring((built / "data/totals/index.html").read_bytes())
    tables = {table.xpath("string(caption)"): table for table in page.xpath("//table")}
    (only,) = {pounds(tables[name.replace("-", " ").capitalize()].xpath("string(tbody/tr[th='All'])")) for name in TOTALS}
    return only


def in_way_of_the_money(built: Path, _name: str) -> Decimal:
    """The table of the picture: each pound stands in it twice, on its way to the fund and from there to what it was for."""
    page = html.fromstring((built / "data/totals/index.html").read_bytes())
    return total(pounds(row.text_content()) for row in page.xpath("//*[@id='way-of-the-money']//tbody/tr")) / 2


def on_home_page(built: Path, _name: str) -> Decimal:
    return pounds(html.fromstring((built / "index.html").read_bytes()).xpath("string(//*[@class='dl-figures'])"))


# the downloads


def in_csv(built: Path, _name: str, table: str) -> Decimal:
    return column((built / f"data/{table}.csv").read_text("utf-8"), COLUMNS[table])


def in_csv_for_excel(built: Path, _name: str, table: str) -> Decimal:
    return column((built / f"data/excel/{table}.csv").read_text("utf-8-sig"), COLUMNS[table])


def in_zip(built: Path, _name: str, table: str) -> Decimal:
    (path,) = (built / "data").glob("*-csv.zip")
    with zipfile.ZipFile(path) as file:
        (member,) = [name for name in file.namelist() if Path(name).name == f"{table}.csv"]
        return column(file.read(member).decode("utf-8"), COLUMNS[table])


def in_workbook(built: Path, name: str, table: str) -> Decimal:
    with closing(openpyxl.load_workbook(built / f"data/{name}.xlsx", read_only=True, data_only=True)) as book:
        rows = book[table].iter_rows(values_only=True)
        place = next(rows).index(COLUMNS[table])
        return total(to_the_penny(row[place]) for row in rows if row[place] is not None)


def in_sqlite(built: Path, name: str, table: str) -> Decimal:
    """By the whole pence; the pounds beside them are the same."""
    wanted, of = COLUMNS[table], table.replace("-", "_")
    with closing(sqlite3.connect(f"file:{built}/data/{name}.sqlite?mode=ro", uri=True)) as database:
        rows = database.execute(f"SELECT {wanted}, {wanted}_pence FROM {of} WHERE {wanted} IS NOT NULL").fetchall()  # noqa: S608
    assert [row for row in rows if to_the_penny(row[0]) != row[1] * PENNY] == []
    return total(row[1] * PENNY for row in rows)


def in_parquet(built: Path, _name: str, table: str) -> Decimal:
    found = parquet.read_table(built / f"data/parquet/{table}.parquet")[COLUMNS[table]].to_pylist()
    assert all(value is None or isinstance(value, Decimal) for value in found)
    return total(found)


def in_parquet_by_duckdb(built: Path, _name: str, table: str) -> Decimal:
    """In one sum, by a program that knows decimals."""
    path = built / f"data/parquet/{table}.parquet"
    with duckdb.connect() as database:
        ((found,),) = database.execute(f"SELECT sum({COLUMNS[table]}) FROM read_parquet('{path}')").fetchall()  # noqa: S608
    assert isinstance(found, Decimal)
    return found


def in_json(built: Path, _name: str) -> Decimal:
    records = json.loads((built / "data/awards.json").read_text("utf-8"), parse_float=Decimal)["records"]
    return total(record.get("countable_amount") for record in records)


def in_json_lines(built: Path, _name: str) -> Decimal:
    lines = (built / "data/awards.jsonl").read_text("utf-8").splitlines()
    return total(json.loads(line, parse_float=Decimal).get("countable_amount") for line in lines)


def in_json_of_records(built: Path, _name: str) -> Decimal:
    texts = [path.read_text("utf-8") for path in built.glob("awards/*/index.json")]
    return total(json.loads(text, parse_float=Decimal)["record"].get("countable_amount") for text in texts)


PAGES = (in_register, in_lists_of_the_register, on_totals_page, in_way_of_the_money, on_home_page)
RECORDS = (in_json, in_json_lines, in_json_of_records)
TABLES = (in_csv, in_csv_for_excel, in_zip, in_workbook, in_sqlite, in_parquet, in_parquet_by_duckdb)


@pytest.mark.parametrize("read", [*PAGES, *RECORDS])
def test_the_awards_add_up_to_the_same(office, read):
    name, built = office
    assert read(built, name) == Decimal(SUMS[name])


@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.parametrize("read", TABLES)
def test_a_table_adds_up_to_the_same_in_every_format(office, read, table):
    name, built = office
    assert read(built, name, table) == Decimal(SUMS[name])


def test_the_home_page_says_the_same_of_every_year_as_the_totals(office):
    built = office[1]
    with (built / "data/totals-by-year.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["title"]: (row["listed"], row["awards"], Decimal(row["amount"])) for row in csv.DictReader(file)}
    page = html.fromstring((built / "index.html").read_bytes())
    (table,) = page.xpath("//*[@id='awards-by-year']//table")
    cells = [[cell.text_content() for cell in row] for row in table.xpath("tbody/tr[th!='All']")]
    assert {title: (listed, awards, pounds(amount)) for title, listed, awards, amount in cells} == rows


def test_a_fund_has_the_same_money_on_its_register_and_in_the_totals(office):
    built = office[1]
    with (built / "data/totals-by-fund.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sums = {key: total(r["amount"] for r in rows if r["fund"] == key) for key in {row["fund"] for row in rows} - {""}}
    page = html.fromstring((built / "funds/index.html").read_bytes())
    (table,) = page.xpath("//table[starts-with(caption, 'Money by')]")
    said = {}
    for row in table.xpath("tbody/tr[th/a]"):
        said[row.xpath("th/a")[0].get("href").rstrip("/").rpartition("/")[2]] = pounds(
            row.xpath("td[last()]")[0].text_content()
        )
    assert {key: amount for key, amount in said.items() if amount} == {key: amount for key, amount in sums.items() if amount}
