"""data/changes.json and data/changes.csv: what somebody must read who comes back."""

import csv
import io
import json

import pytest
from tests.cases import home_of
from tests.released import CORRECTED, FIRST, HELD, SECOND, TODAY, copied, put, released, site, two
from tests.test_frame import AWARD, small

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


WITHOUT = AWARD.replace("recipient_as_published: Somebody\n", "")
DANGER = AWARD.replace("title: New", "title: A refuge\ngeo_policy: county")


def of_day(home, day: str) -> list[dict]:
    """What is said now of the changes of a release; `''` for those that are in none."""
    said, rows, _ = made(home)
    of = said["unreleased"] if not day else next(of for of in said["releases"] if of["release"] == day)
    assert [row["key"] for row in rows if row["release"] == day] == [change.get("key", "") for change in of["changes"]]
    return of["changes"]


def everything(home) -> str:
    return "".join(file.data.decode() for file in made(home)[2].values())


def kept(home, day: str) -> list[dict]:
    """What a release says itself, for ever."""
    return json.loads((home / f"data/releases/{day}/changes.json").read_bytes())["changes"]


def test_what_was_taken_away_after_a_release_is_not_said_again_of_it(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "one", AWARD.replace("Somebody", "Another"))
    put(there, "come", AWARD.replace("title: New", "title: Rose Cottage") + "purpose: Boats\n")
    put(there, "cottage", AWARD.replace("title: New", "title: Rose Cottage"))
    assert released(there, TODAY).folder
    assert of_day(there, TODAY) == kept(there, TODAY)
    put(there, "one", WITHOUT + HELD)
    put(there, "come", DANGER)
    put(there, "cottage", DANGER)
    for day in ("", "2026-11-30"):
        if day:
            assert released(there, day).folder
        assert not any(text in everything(there) for text in ("Another", "Rose Cottage", "Boats"))
        found = {(c["key"], c.get("field", "")): c for c in of_day(there, TODAY)}
        about = {"kind": "award", "key": "one", "title": "New", "change": "changed", "field": "recipient_as_published"}
        assert found["one", "recipient_as_published"] == about | {"not_repeated": True, "page": "awards/one/"}
        assert (found["come", "title"]["title"], "after" in found["come", "title"]) == ("A refuge", False)
        assert found["cottage", ""]["title"] == "A refuge"
    assert "Another" in json.dumps(kept(there, TODAY))


def test_a_record_that_is_gone_has_no_values_and_is_named_only_where_the_release_that_it_went_in_names_it(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "rose-cottage", DANGER)
    put(there, "corrected", AWARD.replace("12.34", "99.00") + CORRECTED)
    assert released(there, TODAY).folder
    assert of_day(there, TODAY) == kept(there, TODAY)
    for key in ("rose-cottage", "corrected"):
        (there / f"data/awards/{key}.yml").unlink()
    for day in ("", "2026-11-30"):
        if day:
            assert released(there, day).folder
        assert not any(text in everything(there) for text in ("rose-cottage", "refuge", "99.00", "The point"))
        assert {"kind": "award", "change": "added", "not_repeated": True} in of_day(there, TODAY)
        (amount,) = [c for c in of_day(there, TODAY) if c.get("field") == "amount"]
        about = {"kind": "award", "key": "corrected", "change": "changed", "field": "amount", "not_repeated": True}
        assert amount == about | {"page": "awards/corrected/"}
        went = [c for c in of_day(there, day) if c["change"] == "withdrawn"]
        assert sorted(c.get("key", "") for c in went) == ["", "corrected"]
    said, _, _ = made(there)
    assert [of["counts"] for of in said["releases"]][1:] == [
        json.loads((there / f"data/releases/{of}/changes.json").read_bytes())["counts"] for of in (TODAY, SECOND, FIRST)
    ]


def test_a_record_that_came_back_does_not_bring_back_what_was_said_of_it(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "come", AWARD.replace("Somebody", "Another"))
    assert released(there, TODAY).folder
    (there / "data/awards/come.yml").unlink()
    assert released(there, "2026-11-30").folder
    put(there, "come", WITHOUT + "recipient_individual: true\n")
    for day in ("", "2026-12-01"):
        if day:
            assert released(there, day).folder
        assert "Another" not in everything(there)
    put(there, "come", DANGER)
    assert released(there, "2026-12-02").folder
    (there / "data/awards/come.yml").unlink()
    assert released(there, "2026-12-03").folder
    assert not any(text in everything(there) for text in ("refuge", "awards/come/"))


def test_a_reason_that_a_record_no_longer_gives_is_not_said_again(home, tmp_path):
    there = copied(home, tmp_path / "office")
    assert "The point" in everything(there)
    put(there, "corrected", AWARD.replace("12.34", "1234.00"))
    (amount,) = [c for c in of_day(there, SECOND) if c.get("field") == "amount"]
    assert (amount["before"], amount["after"], "reason" in amount) == ("12.34", "1234.00", False)
    assert "The point" not in everything(there)


@pytest.mark.parametrize("guarded", [WITHOUT + HELD, DANGER], ids=["withholds", "danger"])
def test_no_text_that_stood_in_a_record_is_said_that_is_guarded_now(home, tmp_path, guarded):
    there = copied(home, tmp_path / "office")
    put(there, "come", AWARD + "purpose: Rose\n")
    assert released(there, TODAY).folder
    put(there, "come", AWARD.replace("12.34", "12.35") + "purpose: Boats\n")
    assert released(there, "2026-11-30").folder
    assert "Rose" in everything(there)
    put(there, "come", guarded.replace("12.34", "12.35") + "purpose: Boats\n")
    assert "Rose" not in everything(there)
    found = {c["field"]: c for c in of_day(there, "2026-11-30") if c["key"] == "come"}
    assert (found["purpose"]["after"], found["amount"]["before"]) == ("Boats", "12.34")
    assert ["Rose" in json.dumps(kept(there, day)) for day in (TODAY, "2026-11-30")] == [True, True]


def test_an_organisation_that_goes_unnamed_is_not_named_by_an_award_that_moved_away(home, tmp_path):
    there = copied(home, tmp_path / "office")
    (there / "data/organisations").mkdir()
    for key, name in (("rose-cottage", "Rose Cottage"), ("oak", "Oak"), ("elm", "Elm")):
        (there / f"data/organisations/{key}.yml").write_text(f"name: {name}\nkind: charity\nsource: https://example.org/\n")
    of = {key: WITHOUT + f"recipient: {key}\n" for key in ("rose-cottage", "oak", "elm")}
    put(there, "come", of["oak"])
    for key in ("one", "last", "hides"):
        put(there, key, of["rose-cottage"])
    assert released(there, TODAY).folder
    put(there, "come", of["elm"])
    put(there, "one", of["elm"])
    assert released(there, "2026-11-30").folder
    assert "rose-cottage" in json.dumps(of_day(there, "2026-11-30"))
    put(there, "last", of["elm"])
    put(there, "hides", WITHOUT + HELD.replace("recipient_as_published", "recipient"))
    for key in ("rose-cottage", "oak"):
        (there / f"data/organisations/{key}.yml").unlink()
    for day in ("", "2026-12-01"):
        if day:
            assert released(there, day).folder
        assert "rose-cottage" not in everything(there)
        found = {c["key"]: c for c in (*of_day(there, "2026-11-30"), *of_day(there, day)) if c.get("field") == "recipient"}
        assert (found["come"]["before"], found["come"]["after"]) == ("oak", "elm")
        for key in ("one", "last"):
            assert ("before" in found[key], found[key]["after"], found[key]["not_repeated"]) == (False, "elm", True)


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
