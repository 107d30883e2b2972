"""A release is frozen whole or not at all, proves itself, and is refused kindly where there must be none."""

import csv
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from daylight import exports, judge
from daylight.build import build, check
from daylight.exports import csv_tables, data_package
from daylight.load import files
from daylight.releases import hash_of, last_version, releases
from daylight.rules import rel_01
from daylight.warm import Warm
from tests.built import ROOT, TODAY, office
from tests.cases import home_of
from tests.released import FIRST, SECOND, copied, put, released, site, two
from tests.test_build import tree
from tests.test_cli import daylight, told
from tests.test_frame import AWARD, small

SUMS = "SHA256SUMS"


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return two(tmp_path_factory.mktemp("releases") / "office")


@pytest.fixture
def alone(tmp_path, monkeypatch) -> Path:
    """An office with one award and no release, outside of git."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return small(tmp_path / "office")


def git(home: Path, *words: str) -> str:
    me = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    when = {"GIT_COMMITTER_DATE": "2026-10-01T12:00:00Z", "GIT_AUTHOR_DATE": "2026-10-01T12:00:00Z"}
    done = subprocess.run(["git", *me, *words], cwd=home, env=os.environ | when, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def manifest(home: Path, day: str) -> dict:
    return json.loads((home / f"data/releases/{day}/manifest.json").read_bytes())


# --- what a release holds ---


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum here")
def test_sha256sum_finds_all_as_it_was_and_what_is_not(home, tmp_path):
    folder = shutil.copytree(home / f"data/releases/{SECOND}", tmp_path / "release")
    told = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    assert subprocess.run(told, cwd=folder, capture_output=True, check=True).stdout == b""
    assert {line.split("  ")[1] for line in (folder / SUMS).read_text().splitlines()} == set(tree(folder)) - {SUMS}
    (folder / "README.txt").write_text("x")
    assert b"README.txt: FAILED" in subprocess.run(told, cwd=folder, capture_output=True, check=False).stdout


def test_the_manifest_says_the_size_the_rows_and_the_hash_of_every_file(home):
    for day in (FIRST, SECOND):
        folder = home / f"data/releases/{day}"
        said = {file["path"]: file for file in manifest(home, day)["files"]}
        assert set(said) == set(tree(folder)) - {SUMS, "manifest.json"}
        for name, of in said.items():
            data = (folder / name).read_bytes()
            assert (of["bytes"], of["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
            if name.endswith(".csv"):
                assert of["rows"] == sum(1 for _ in csv.reader(io.StringIO(data.decode(), newline=""))) - 1


def test_the_manifest_says_what_it_is_and_proves_the_release_before(home):
    first, second = manifest(home, FIRST), manifest(home, SECOND)
    assert (first["release"], first["version"], "previous" in first) == (FIRST, "1.0.0", False)
    assert (second["release"], second["version"]) == (SECOND, "1.1.0")
    seal = hashlib.sha256((home / f"data/releases/{FIRST}/{SUMS}").read_bytes()).hexdigest()
    assert second["previous"] == {"day": FIRST, "version": "1.0.0", "sha256": seal}
    assert (second["licence"], second["time"]) == ("OGL-UK-3.0", f"{SECOND}T00:00:00Z")
    assert all(text in second["citation"] for text in ("Barsetshire", "1.1.0", "1 November 2026", f"data/releases/{SECOND}/"))


def test_a_release_holds_the_tables_that_were_published_and_says_that_it_is_of_itself(home):
    folder = home / f"data/releases/{SECOND}"
    package = json.loads((folder / "datapackage.json").read_bytes())
    assert (package["release"], package["version"]) == (SECOND, "1.1.0")
    assert {of["path"] for of in package["resources"]} <= set(tree(folder))
    assert "data/excel" not in " ".join(tree(folder))
    held = next(row for row in csv.DictReader((folder / "awards.csv").open(newline="")) if row["key"] == "held")
    assert held["recipient_as_published"] == ""


def test_a_release_is_a_valid_data_package(home, tmp_path):
    shutil.copytree(home / f"data/releases/{SECOND}", tmp_path / "data")
    assert judge.check(tmp_path) == []


def test_the_readme_says_how_to_cite_what_is_there_and_what_is_not(home):
    text = " ".join((home / f"data/releases/{SECOND}/README.txt").read_text().split())
    said = manifest(home, SECOND)
    assert all(
        part in text for part in (said["citation"], "It holds 4 awards.", "1 thing withheld", "Open Government Licence")
    )
    assert "sha256sum --check SHA256SUMS" in text


def test_the_changes_of_a_release_are_those_since_the_one_before(home):
    assert json.loads((home / f"data/releases/{FIRST}/changes.json").read_bytes())["changes"] == []
    said = json.loads((home / f"data/releases/{SECOND}/changes.json").read_bytes())
    assert said["counts"] == {"added": 1, "changed": 2, "withdrawn": 1}
    (amount,) = (c for c in said["changes"] if c.get("field") == "amount")
    assert (amount["key"], amount["before"], amount["after"]) == ("corrected", "12.34", "1234.00")
    assert amount["reason"] == "The point stood in the wrong place."
    (held,) = (c for c in said["changes"] if c.get("field") == "recipient_as_published")
    assert (held["key"], held["not_repeated"], "before" in held) == ("held", True, False)
    assert {"kind": "award", "key": "gone", "change": "withdrawn", "page": "awards/gone/"} in said["changes"]
    rows = list(csv.DictReader((home / f"data/releases/{SECOND}/changes.csv").open(newline="", encoding="utf-8")))
    assert [row["field"] for row in rows] == [c.get("field", "") for c in said["changes"]]
    assert {row["version"] for row in rows} == {"1.1.0"}


def test_everything_that_is_to_be_released_is(home):
    every = {
        f.path.removeprefix("data/") for m in exports.RELEASED for f in m.outputs(site(home)) if f.path.startswith("data/")
    }
    assert {name for name in every if not name.startswith("excel/")} <= set(tree(home / f"data/releases/{SECOND}"))
    assert {csv_tables, data_package} <= set(exports.RELEASED)


# --- git and the loader ---


def test_a_release_is_no_record_and_a_site_knows_its_releases(home):
    assert [path for path in files(home) if "releases" in path] == []
    assert [(release.day, release.version) for release in site(home).releases] == [(FIRST, "1.0.0"), (SECOND, "1.1.0")]


def test_git_keeps_a_release_to_the_byte_whatever_it_does_with_line_ends(home, tmp_path):
    there, copy = copied(home, tmp_path / "there"), tmp_path / "copy"
    for words in (["init", "-q"], ["config", "core.autocrlf", "true"], ["add", "-A"], ["commit", "-qm", "Release"]):
        git(there, *words)
    git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", str(there), str(copy))
    assert tree(copy / f"data/releases/{FIRST}") == tree(home / f"data/releases/{FIRST}")
    assert [f for f in check(copy, TODAY)[1] if f.rule == "REL-01"] == []


def test_a_release_says_of_which_commit_it_is_and_wants_one(alone):
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Records"]):
        git(alone, *words)
    put(alone, "more", AWARD)
    refused = daylight("release", alone, "--today", FIRST, ends=1)
    assert refused.output == "A release says of which commit it is. Commit what you changed in data/ first.\n"
    assert not (alone / "data/releases").exists()
    git(alone, "add", "-A")
    git(alone, "commit", "-qm", "More")
    daylight("release", alone, "--today", FIRST)
    said = manifest(alone, FIRST)
    assert (said["commit"], said["time"]) == (git(alone, "rev-parse", "HEAD"), "2026-10-01T12:00:00Z")


# --- the command ---


def test_the_command_writes_the_first_release_and_says_what_to_do_with_it(alone):
    said = daylight("release", alone, "--today", FIRST, "--address", "https://open.example.org").output.splitlines()
    assert said == [
        f"Wrote release 1.0.0 into data/releases/{FIRST}/.",
        'Now commit it: git add data/releases && git commit -m "Release 1.0.0"',
    ]
    assert manifest(alone, FIRST)["address"] == f"https://open.example.org/data/releases/{FIRST}/"
    assert told(daylight("check", alone, "--today", TODAY).output) == "Nothing to fix.\n"


def test_the_command_says_how_many_records_came_changed_and_went(alone):
    daylight("release", alone, "--today", FIRST)
    put(alone, "two", AWARD)
    put(alone, "one", AWARD.replace("New", "Newer"))
    said = daylight("release", alone, "--today", SECOND).output
    assert f"Wrote release 1.1.0 into data/releases/{SECOND}/ (records: 1 added, 1 changed, 0 withdrawn).\n" in said


def test_without_a_change_nothing_is_written_and_that_is_right(alone):
    daylight("release", alone, "--today", FIRST)
    before = tree(alone)
    said = daylight("release", alone, "--today", SECOND).output
    assert said == f"Nothing changed since release 1.0.0 of {FIRST}; nothing was written.\n"
    assert tree(alone) == before


@pytest.mark.parametrize(
    ("day", "why"), [(FIRST, "The next can be: make release TODAY=2026-10-02\n"), ("2026-09-30", "must be later")]
)
def test_a_second_release_of_a_day_and_an_earlier_one_are_refused(alone, day, why):
    daylight("release", alone, "--today", FIRST)
    put(alone, "two", AWARD)
    before = tree(alone)
    assert why in daylight("release", alone, "--today", day, ends=1).output
    assert tree(alone) == before


def test_with_an_error_in_the_records_nothing_is_written(alone):
    put(alone, "bad", AWARD.replace("12.34", "£1"))
    before = tree(alone)
    said = daylight("release", alone, "--today", FIRST, ends=1).output
    assert "data/awards/bad.yml:4: " in said
    assert said.endswith("Nothing was written.\n")
    assert tree(alone) == before


def test_a_table_that_the_validator_refuses_is_not_released(alone, monkeypatch):
    def spoiled(of):
        for file in csv_tables.outputs(of):
            yield file._replace(data=file.data.replace(b"12.34", b"twelve")) if file.path == "data/awards.csv" else file

    monkeypatch.setattr(exports, "RELEASED", (data_package, type("spoiled", (), {"outputs": staticmethod(spoiled)})))
    done = released(alone, FIRST)
    assert (done.right, done.folder, {f.rule for f in done.findings if f.severity == "error"}) == (False, "", {"RELEASE"})
    assert [path for path in tree(alone) if "releases" in path] == []


# --- what was taken out ---


def test_a_release_that_was_taken_out_leaves_its_day_and_its_version(home, tmp_path):
    there = copied(home, tmp_path / "office")
    folder = there / f"data/releases/{SECOND}"
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "manifest.json").write_text('{"version": "1.1.0", "taken_out": "2026-11-20"}')
    assert [release.day for release in releases(there)] == [FIRST]
    assert last_version(there) == "1.1.0"
    assert "already" in released(there, SECOND).why_not
    done = released(there, TODAY)
    assert (done.version, manifest(there, TODAY)["previous"]["day"]) == ("1.2.0", FIRST)


def test_versions_are_numbers_and_not_letters(tmp_path):
    for day, version in (("2026-01-01", "1.9.0"), ("2026-02-01", "1.10.0")):
        (tmp_path / f"data/releases/{day}").mkdir(parents=True)
        (tmp_path / f"data/releases/{day}/manifest.json").write_text(json.dumps({"version": version}))
    assert last_version(tmp_path) == "1.10.0"


# --- a release never changes (the wordings are in tests/cases/REL-01) ---


def test_a_release_is_hashed_again_only_after_it_was_written_again(home, tmp_path, monkeypatch):
    there = copied(home, tmp_path / "office")
    of = site(there)
    assert list(rel_01.check_site(of)) == []
    monkeypatch.setattr("hashlib.file_digest", lambda *_: pytest.fail("it was read again"))
    assert list(rel_01.check_site(of)) == []
    monkeypatch.undo()
    (there / f"data/releases/{FIRST}/awards.csv").write_bytes(b"x")
    assert [found.path for found in rel_01.check_site(of)] == [f"data/releases/{FIRST}/awards.csv"]
    assert hash_of(there / "none") == ""


def test_the_command_that_a_finding_gives_takes_the_release_back(home, tmp_path):
    there = copied(home, tmp_path / "office")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Releases"]):
        git(there, *words)
    (there / f"data/releases/{FIRST}/awards.csv").write_bytes(b"x")
    (there / f"data/releases/{SECOND}/README.txt").unlink()
    git(there, "commit", "-qam", "Spoil")
    found = [f.message for f in check(there, TODAY)[1] if f.rule == "REL-01"]
    assert len(found) == 2
    for message in found:
        subprocess.run(["sh", "-c", message.split("take it back: ")[1]], cwd=there, check=True)
    assert [f for f in check(there, TODAY)[1] if f.rule == "REL-01"] == []


# --- the six offices ---


@pytest.mark.parametrize("name", ["south-yorkshire", *sorted(p.name for p in (ROOT / "examples").iterdir() if p.is_dir())])
def test_every_office_can_make_a_release_and_its_releases_are_whole(tmp_path, name):
    there = office(tmp_path / "office", home_of(name))
    assert [f for f in check(there, TODAY)[1] if f.rule == "REL-01"] == []
    shutil.rmtree(there / "data/releases", ignore_errors=True)
    done = released(there, TODAY)
    assert (done.version, done.right) == ("1.0.0", True)
    assert released(there, "2026-11-22").why_not.startswith("Nothing changed")
    assert not re.search(r"\b(None|null|N/A)\b", (there / f"data/releases/{TODAY}/manifest.json").read_text())


def test_a_preview_that_is_kept_up_to_date_shows_a_release_as_a_whole_build_does(home, tmp_path):
    there, out = copied(home, tmp_path / "office"), tmp_path / "preview"
    warm = Warm(there, out, "2026-11-22")
    warm.build()
    assert released(there, TODAY).version == "1.1.1"
    warm.update(path for path in (there / f"data/releases/{TODAY}").iterdir())
    warm.finish()
    assert build(there, tmp_path / "whole", "2026-11-22").published
    assert tree(out) == tree(tmp_path / "whole")
