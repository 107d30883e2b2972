"""The archive holds every CSV table as it is published, and what describes them; unpacked, the package is valid."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from frictionless import Package
from tests.built import example

FOLDER = "barsetshire/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return example("barsetshire", tmp_path_factory)


@pytest.fixture(scope="module")
def archive(site) -> ZipFile:
    return ZipFile(io.BytesIO((site / "data/barsetshire-csv.zip").read_bytes()))


def test_it_holds_every_table_and_what_describes_them(site, archive):
    tables = {f.name for f in (site / "data").glob("*.csv") if f.name != "changes.csv"}
    held = {name.removeprefix(FOLDER) for name in archive.namelist()}
    assert held == tables | {"datapackage.json", "csv-metadata.json"}
    assert all(archive.read(name) == (site / "data" / name.removeprefix(FOLDER)).read_bytes() for name in archive.namelist())


def test_unpacked_it_is_a_valid_package(archive, tmp_path):
    archive.extractall(tmp_path)
    package = Package(str(tmp_path / FOLDER / "datapackage.json"))
    assert len(package.resources) == len(archive.namelist()) - 2
    awards = package.get_resource("awards")
    assert awards.infer(stats=True) is None
    assert awards.bytes == len(archive.read(f"{FOLDER}awards.csv"))


def test_nothing_in_it_says_when_or_by_whom_it_was_packed(archive):
    assert {(entry.date_time, entry.comment, entry.extra) for entry in archive.infolist()} == {
        ((1980, 1, 1, 0, 0, 0), b"", b"")
    }
