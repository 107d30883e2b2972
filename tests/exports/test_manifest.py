"""The manifest names every download as it is, and the releases; and so does the list of sums beside it."""

import hashlib
import json
import shutil
import subprocess

import pytest
from tests.built import example
from tests.exports.test_exports import a_site, everything
from tests.released import FIRST, SECOND, site, two

from daylight.exports import manifest
from daylight.exports.file import Info

OFFICES = ("south-yorkshire", "avon-and-somerset", "barsetshire", "cambridgeshire", "cumbria", "dorset")


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, bytes]:
    return everything(site(two(tmp_path_factory.mktemp("manifest") / "office")))


def said(files: dict[str, bytes]) -> dict:
    return json.loads(files["data/manifest.json"])


def test_every_download_is_named_with_its_size_and_its_hash(files):
    named = {of["path"]: (of["bytes"], of["sha256"]) for of in said(files)["files"]}
    for path, (size, sum) in named.items():
        assert (size, sum) == (len(files[path]), hashlib.sha256(files[path]).hexdigest())
    own = {path for path in files if path.startswith("data/") and not path.startswith("data/releases/")}
    assert own - set(named) == {"data/manifest.json", "data/SHA256SUMS"}


def test_the_rows_of_a_table_are_said(files):
    rows = {of["path"]: of.get("rows") for of in said(files)["files"]}
    assert rows["data/awards.csv"] == files["data/awards.csv"].count(b"\r\n") - 1 == 4


def test_each_release_is_named_by_the_hash_of_its_own_list(files):
    of = said(files)
    assert (of["release"], of["version"]) == (SECOND, "1.1.0")
    assert [(r["release"], r["version"]) for r in of["releases"]] == [(SECOND, "1.1.0"), (FIRST, "1.0.0")]
    for release in of["releases"]:
        assert release["sha256"] == hashlib.sha256(files[f"{release['path']}SHA256SUMS"]).hexdigest()
    named = {of["path"] for of in of["files"] if of["path"].startswith("data/releases/")}
    assert named == {f"data/releases/{day}/SHA256SUMS" for day in (FIRST, SECOND, "latest")}


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum here")
@pytest.mark.parametrize("name", OFFICES)
def test_sha256sum_finds_the_data_of_each_site_as_it_was_published(name, tmp_path_factory):
    folder = example(name, tmp_path_factory) / "data"
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
    listed = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {path for path in there if path.endswith("index.html")}
    assert {path for path in there - pages - listed if not path.startswith("releases/")} == {"SHA256SUMS"}


def test_a_file_that_lies_elsewhere_is_in_the_manifest_alone(files):
    infos = [Info("feeds/all.atom", 3, "abc"), Info("data/x", 1, "d")]
    found = {file.path: file.data for file in manifest.outputs(a_site(), infos)}
    assert [file["path"] for file in json.loads(found["data/manifest.json"])["files"]] == ["feeds/all.atom", "data/x"]
    assert b"feeds" not in found["data/SHA256SUMS"]
    assert b"d  x\n" in found["data/SHA256SUMS"]
