"""JSON Lines: the records of the JSON files, each on a line."""

import json
from decimal import Decimal

import duckdb
import pytest
from tests.typed import HOSTILE, OFFICES, hostile, site_of, the, total

from daylight.exports import json_lines, json_tables


def read(data: bytes) -> list[dict]:
    return [json.loads(line, parse_float=Decimal) for line in data.split(b"\n")[:-1]]


@pytest.fixture(scope="module", params=OFFICES)
def site(request):
    return site_of(request.param)


def test_each_line_is_the_record_of_the_json_file(site):
    whole = {file.path: json.loads(file.data, parse_float=Decimal)["records"] for file in json_tables.outputs(site)}
    files = list(json_lines.outputs(site))
    assert {file.path for file in files} == {f"{path}l" for path in whole}
    for file in files:
        assert read(file.data) == whole[file.path.removesuffix("l")]
        assert file.rows == file.data.count(b"\n")
        assert not file.data or file.data.endswith(b"}\n")


def test_a_text_with_line_ends_stays_one_line():
    data = next(file.data for file in json_lines.outputs(hostile()) if file.path == "data/areas.jsonl")
    assert [record["name"] for record in read(data)] == list(HOSTILE)


def test_duckdb_reads_and_adds_it_up(site, tmp_path):
    path = tmp_path / "awards.jsonl"
    path.write_bytes(next(file.data for file in json_lines.outputs(site) if file.path == "data/awards.jsonl"))
    columns = "columns={key: 'VARCHAR', countable_amount: 'DECIMAL(18,2)'}"
    found = duckdb.execute(f"SELECT count(*), sum(countable_amount) FROM read_ndjson('{path}', {columns})").fetchone()  # noqa: S608
    assert found == (the(site, "awards").count, total(the(site, "awards")))
