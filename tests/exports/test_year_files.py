"""The files of years hold the rows of the whole table, each once."""

import csv
import io

import pytest
from tests.typed import site_of

from daylight.exports import tables, years
from daylight.views import groups


@pytest.mark.parametrize("kind", ["award", "decision"])
def test_years_together_are_the_whole_table(kind):
    site = site_of("barsetshire")
    whole = tables.of_kind(site, kind)[kind].data.splitlines(keepends=True)
    files = [f for f in years.outputs(site) if f.path.startswith(f"data/years/{site.schemas[kind].resource}-")]
    assert len(files) > 2
    assert {f.data.splitlines(keepends=True)[0] for f in files} == {whole[0]}
    assert sum(f.rows for f in files) == len(site.records[kind])
    rows = [row for f in files for row in csv.reader(io.StringIO(f.data.decode(), newline=""))]
    expected = list(csv.reader(io.StringIO(b"".join(whole).decode(), newline="")))
    assert sorted(row for row in rows if row[0] != "key") == sorted(expected[1:])


def test_each_year_of_the_register_has_its_file():
    site = site_of("barsetshire")
    paths = {file.path for file in years.outputs(site)}
    assert paths == {groups.file_of(site, k, g) for k in groups.FILED for g in groups.by_year(site, k)}
    assert "data/years/awards-2024-25.csv" in paths
