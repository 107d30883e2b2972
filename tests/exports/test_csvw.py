"""Two readers of CSV on the Web read every table by its description, with the values and types that were recorded."""

import csv
import json
import re
import shutil
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import csvw
import pytest
from tests.built import TODAY, example, serve
from tests.cases import home_of
from tests.small import small
from tests.test_cases import OFFICES

from daylight.exports import csv_tables
from daylight.exports import csvw as exported
from daylight.exports.table import Table, unguard
from daylight.exports.tables import every
from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site

TYPES = {
    "number": Decimal,
    "integer": int,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "boolean": {"true": True, "false": False}.get,
    "string": str,
}


@pytest.fixture(scope="module", params=OFFICES)
def office(request, tmp_path_factory) -> tuple[Site, Path]:
    """An office, and the data folder of its site."""
    site = load(home_of(request.param), load_schemas(), TODAY)[0]
    return site, example(request.param, tmp_path_factory) / "data"


def typed(table: Table) -> list[dict]:
    """The rows of a table as recorded, with the types of its schema."""
    fields = table.schema.fields
    return [
        {field.name: TYPES[field.type](cell) if cell else None for field, cell in zip(fields, row, strict=True)}
        for row in table.rows()
    ]


def plain(value, field):
    """A value as the first reader gave it: a day or a time without the rest that some versions of it add, an address as
    text, and a text without the apostrophe that guards it."""
    if isinstance(value, datetime):
        return value.time() if field.type == "time" else value.date()
    if value is None or field.type != "string":
        return value
    return unguard(value) if isinstance(value, str) else value.unsplit()


def test_the_first_reader_reads_what_was_recorded(office):
    site, folder = office
    group = csvw.TableGroup.from_file(folder / "csv-metadata.json")
    assert sorted(group.tabledict) == sorted(f"{table.name}.csv" for table in every(site))
    for table in every(site):
        fields = table.schema.by_name
        read = [{n: plain(v, fields[n]) for n, v in row.items()} for row in group.tabledict[f"{table.name}.csv"]]
        assert read == typed(table)


def test_the_first_reader_finds_every_key(office):
    group = csvw.TableGroup.from_file(office[1] / "csv-metadata.json")
    assert all(table.check_primary_key() for table in group.tables)
    assert group.check_referential_integrity()
    keys = [key for table in group.tables for key in table.tableSchema.foreignKeys]
    assert len(keys) > 20


def test_the_second_reader_reads_what_was_recorded(office, tmp_path):
    """It cannot read a table without rows, and is not given one."""
    functions = pytest.importorskip("csvw_functions", reason="the second reader of CSV on the Web is not installed")
    site, folder = office
    shutil.copytree(folder, tmp_path / "data", ignore=shutil.ignore_patterns("parquet", "excel", "releases", "*.json"))
    metadata = json.loads((folder / "csv-metadata.json").read_bytes())
    full = {f"{table.name}.csv": table for table in every(site) if table.count}
    metadata["tables"] = [table for table in metadata["tables"] if table["url"] in full]
    (tmp_path / "data/csv-metadata.json").write_text(json.dumps(metadata), "utf-8")
    server, address = serve(tmp_path)
    try:
        group = functions.create_annotated_table_group(f"{address}data/csv-metadata.json", validate=True)
    finally:
        server.shutdown()
    assert functions.get_errors(group) == []
    assert len(group["tables"]) == len(full)
    for read in group["tables"]:
        table = full[read["url"].rpartition("/")[2]]
        assert [[cell["stringValue"] for cell in row["cells"]] for row in read["rows"]] == cells(table)
        fields = table.schema.fields
        for row in read["rows"]:
            assert all(kind(cell) == field.type for cell, field in zip(row["cells"], fields, strict=True) if cell["value"])


def cells(table: Table) -> list[list[str]]:
    return list(csv.reader(table.data.decode().splitlines(keepends=True)))[1:]


def kind(cell: dict) -> str:
    """The type of a value as the second reader understood it, by our names."""
    name = cell["value"]["@type"].rpartition("#")[2]
    return {"decimal": "number", "anyURI": "string"}.get(name, name)


@pytest.mark.parametrize(
    ("was", "is_now"), [(",grant,", ",gift,"), ("2023-06-26", "26/06/2023"), ("4800.00", "about 4800"), (",false,", ",no,")]
)
def test_a_value_of_another_type_is_refused(tmp_path_factory, tmp_path, was, is_now):
    folder = example("barsetshire", tmp_path_factory) / "data"
    for name in ("csv-metadata.json", "awards.csv"):
        shutil.copy(folder / name, tmp_path / name)
    text = (tmp_path / "awards.csv").read_text("utf-8")
    assert was in text
    (tmp_path / "awards.csv").write_text(text.replace(was, is_now, 1), "utf-8")
    group = csvw.TableGroup.from_file(tmp_path / "csv-metadata.json")
    with pytest.raises(ValueError, match=re.escape(is_now.strip(","))):
        list(group.tabledict["awards.csv"])


def test_a_guarded_text_at_its_limit_is_read(tmp_path):
    title = "=SUM(A1)".ljust(140, "!")
    site = small(tmp_path, awards=[{"title": title}])
    for module in (csv_tables, exported):
        for file in module.outputs(site):
            path = tmp_path / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
    (award,) = csvw.TableGroup.from_file(tmp_path / "data/csv-metadata.json").tabledict["awards.csv"]
    assert award["title"] == f"'{title}"


def test_it_stands_where_readers_look_and_says_whose_it_is(tmp_path_factory):
    said = json.loads((example("barsetshire", tmp_path_factory) / "data/csv-metadata.json").read_bytes())
    assert said["@context"][0] == "http://www.w3.org/ns/csvw"
    assert said["dc:license"]["@id"].startswith("https://www.nationalarchives.gov.uk/doc/open-government-licence/")
    assert said["dc:publisher"]["schema:name"] == "Police, Fire and Crime Commissioner for Barsetshire"
    assert "apostrophe" in said["rdfs:comment"]
    for table in said["tables"]:
        assert all(all(of["titles"]) and of["dc:description"] for of in table["tableSchema"]["columns"])


def test_only_a_column_that_is_never_empty_is_a_foreign_key_and_every_other_reference_is_an_address(tmp_path_factory):
    """Strict readers refuse a foreign key that is empty."""
    said = json.loads((example("barsetshire", tmp_path_factory) / "data/csv-metadata.json").read_bytes())
    for table in said["tables"]:
        columns = {column["name"]: column for column in table["tableSchema"]["columns"]}
        for key in table["tableSchema"].get("foreignKeys", ()):
            assert all(columns[name]["required"] for name in key["columnReference"])
    awards = next(table for table in said["tables"] if table["url"] == "awards.csv")["tableSchema"]
    recipient = next(column for column in awards["columns"] if column["name"] == "recipient")
    assert recipient["valueUrl"] == "../organisations/{recipient}/"
    assert awards["aboutUrl"] == "../{+page}"
