"""The index leads to the page and the JSON of every record, and tells by its hash whether one has changed."""

import hashlib
import json
from pathlib import Path

import pytest
from tests.built import TODAY, example
from tests.cases import home_of
from tests.small import small
from tests.test_cases import OFFICES

from daylight.exports import record_index
from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site


def index(site: Site) -> dict:
    (file,) = record_index.outputs(site)
    found = json.loads(file.data)
    assert file.rows == len(found["records"])
    return found


def below(folder: Path, address: str) -> Path:
    """The file of a built site that an address leads to."""
    path = address.split("/", 3)[3]
    return folder / path / "index.html" if path.endswith("/") else folder / path


@pytest.mark.parametrize("name", OFFICES)
def test_every_record_is_in_the_index_with_its_page_and_the_hash_of_its_json(tmp_path_factory, name):
    folder = example(name, tmp_path_factory)
    said = json.loads((folder / "data/index.json").read_bytes())["records"]
    site = load(home_of(name), load_schemas(), TODAY)[0]
    records = {(kind, key) for kind, of in site.records.items() for key in of if kind != "publisher"}
    assert {(entry["kind"], entry["key"]) for entry in said} == records
    assert len(said) == len(records)
    for entry in said:
        data = below(folder, entry["json"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert json.loads(data)["record"]["key"] == entry["key"]
        assert below(folder, entry["page"]).is_file()
        assert entry["title"]
    found = {path.relative_to(folder).as_posix() for path in folder.glob("*/*/index.json")}
    assert {entry["json"].split("/", 3)[3] for entry in said} == found - {"data/index.json"}


def test_a_changed_record_has_another_hash_and_the_others_keep_theirs(tmp_path):
    before = index(small(tmp_path / "a", awards=[{}, {}]))["records"]
    after = index(small(tmp_path / "b", awards=[{}, {"amount": "100.01"}]))["records"]
    changed = [b["key"] for a, b in zip(before, after, strict=True) if a["sha256"] != b["sha256"]]
    assert changed == ["a1"]


def test_what_is_not_known_of_the_last_change_is_left_out(tmp_path):
    said = index(small(tmp_path, awards=[{"modified": "2024-05-01"}, {}]))["records"]
    changed = {entry["key"]: entry.get("changed") for entry in said if entry["kind"] == "award"}
    assert changed == {"a0": "2024-05-01", "a1": None}
    assert all("changed" not in entry for entry in said if entry["key"] == "a1")


def test_it_says_of_when_it_is(tmp_path):
    assert index(small(tmp_path))["time"] == f"{TODAY}T00:00:00Z"
