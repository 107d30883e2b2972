"""data/changes.json and data/changes.csv: what somebody must read who comes back."""

import csv
import io
import json

import pytest
from tests.cases import home_of
from tests.released import FIRST, SECOND, site, two
from tests.test_frame import small

from daylight.exports import changes, since
from daylight.exports.file import File


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return two(tmp_path_factory.mktemp("changes") / "office")


def made(home) -> tuple[dict, list[dict[str, str]], dict[str, File]]:
    files = {file.path: file for file in changes.outputs(site(home))}
    rows = list(csv.DictReader(io.StringIO(files["data/changes.csv"].data.decode(), newline="")))
    return json.loads(files["data/changes.json"].data), rows, files


def test_first_comes_what_is_in_no_release_yet_then_the_releases_newest_first(home):
    said, _, _ = made(home)
    assert [(of["release"], of["version"], of["counts"]) for of in said["releases"]] == [
        (SECOND, "1.1.0", {"added": 1, "changed": 2, "withdrawn": 1}),
        (FIRST, "1.0.0", {"added": 0, "changed": 0, "withdrawn": 0}),
    ]
    (change,) = said["unreleased"]["changes"]
    assert said["unreleased"]["since"] == "1.1.0"
    assert (change["key"], change["field"], change["before"], change["after"]) == ("one", "title", "New", "Newer")
    assert (said["release"], said["version"]) == (SECOND, "1.1.0")


def test_who_remembers_a_version_and_polls_misses_nothing(home):
    said, _, _ = made(home)
    known, read = "1.0.0", []
    for of in said["releases"]:
        if of["version"] == known:
            break
        read += of["changes"]
    assert {change["key"] for change in read if change["kind"] == "award"} == {"come", "gone", "corrected", "held"}


def test_a_release_has_its_changes_at_its_address_and_here_while_there_is_room(home, monkeypatch):
    said, _, _ = made(home)
    for of in said["releases"]:
        path = of["address"].partition("data/releases/")[2]
        kept = json.loads((home / "data/releases" / path).read_bytes())
        assert kept["changes"] == of["changes"]
    monkeypatch.setattr(changes, "INLINE", 2)
    less, _, _ = made(home)
    assert ["changes" in of for of in less["releases"]] == [False, False]
    assert [of["address"] for of in less["releases"]] == [of["address"] for of in said["releases"]]
    assert less["unreleased"] == said["unreleased"]


def test_the_table_holds_every_change_of_the_list(home):
    said, rows, files = made(home)
    listed = [("", said["unreleased"]["changes"]), *((of["release"], of["changes"]) for of in said["releases"])]
    wanted = [(day, str(n), c["kind"], c.get("field", "")) for day, of in listed for n, c in enumerate(of, 1)]
    assert [(row["release"], row["number"], row["kind"], row["field"]) for row in rows] == wanted
    assert {file.rows for file in files.values()} == {len(wanted)}


def test_what_was_withheld_stands_nowhere_in_what_is_said_of_changes(home):
    _, _, files = made(home)
    assert "Somebody" in (home / f"data/releases/{FIRST}/awards.csv").read_text()
    for file in files.values():
        assert b"Somebody" not in file.data
    for path in (home / f"data/releases/{SECOND}").glob("changes.*"):
        assert "Somebody" not in path.read_text()


def test_a_text_that_a_spreadsheet_would_run_is_harmless_in_the_table():
    found = since.listed(
        [("2026-10-01", "1.0.0", [since.Change("award", "a", "=1+1", "changed", field="title", before="=2")])]
    )
    assert b"'=1+1" in found.data
    assert b"'=2" in found.data


def test_without_a_release_there_is_nothing_to_compare(tmp_path):
    said, rows, _ = made(small(tmp_path / "office"))
    assert (said["unreleased"], said["releases"], rows) == (
        {"counts": {"added": 0, "changed": 0, "withdrawn": 0}, "changes": []},
        [],
        [],
    )


def test_the_same_site_has_the_same_changes(home):
    first = [file.data for file in changes.outputs(site(home))]
    assert [file.data for file in changes.outputs(site(home))] == first


@pytest.mark.parametrize(
    "name", ["south-yorkshire", "avon-and-somerset", "barsetshire", "cambridgeshire", "cumbria", "dorset"]
)
def test_what_changed_in_each_office_can_be_said(name):
    said, rows, _ = made(home_of(name))
    assert len(rows) >= len(said["unreleased"]["changes"])
    for of in (said["unreleased"], *said["releases"]):
        assert set(of["counts"]) == {"added", "changed", "withdrawn"}
