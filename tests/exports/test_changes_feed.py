"""The feeds of changes: an entry a release and one for what is not yet released, the same in Atom and JSON Feed."""

import json

import feedparser
import pytest
from tests.exports.rfc4287 import faults
from tests.released import FIRST, SECOND, TODAY, copied, put, released, two
from tests.test_frame import AWARD, small

from daylight.build import check
from daylight.exports import changes_feed

ADDRESS = "https://money.barsetshire.example/"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return two(tmp_path_factory.mktemp("feeds") / "office")


def made(home, today: str = TODAY) -> tuple[dict, dict]:
    """What other programs read of both feeds."""
    files = {file.path: file.data for file in changes_feed.outputs(check(home, today, ADDRESS)[0])}
    read = feedparser.parse(files["feeds/changes.atom"])
    assert not read.bozo, read.bozo_exception
    assert faults(files["feeds/changes.atom"], f"{ADDRESS}feeds/changes.atom") == []
    return read, json.loads(files["feeds/changes.json"])


def test_each_release_is_an_entry_and_so_is_what_is_not_yet_released(home):
    atom, feed = made(home)
    assert [entry.title for entry in atom.entries] == [
        "Since release 1.1.0: 0 added, 1 changed, 0 withdrawn",
        "Release 1.1.0 of 1 November 2026: 1 added, 2 changed, 1 withdrawn",
        "Release 1.0.0 of 1 October 2026",
    ]
    assert [(item["id"], item["title"]) for item in feed["items"]] == [(entry.id, entry.title) for entry in atom.entries]
    assert [entry.updated[:10] for entry in atom.entries] == [TODAY, SECOND, FIRST]


def test_an_entry_names_the_records_and_what_changed_of_each_and_nothing_that_was_withheld(home):
    atom, _feed = made(home)
    said = atom.entries[1].summary
    assert said == (
        "Added: Award New. Changed: Award New (amount, changes); Award New (recipient as published, what is not published)."
        " Withdrawn: Award gone."
    )
    assert all("Somebody" not in entry.summary for entry in atom.entries)
    assert atom.entries[2].summary == "Everything that was published on that day."


def test_a_record_that_is_gone_is_named_by_its_key_alone_or_not_at_all(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "rose-cottage", AWARD.replace("title: New", "title: A refuge\ngeo_policy: county"))
    put(there, "plain", AWARD.replace("title: New", "title: Boats"))
    put(there, "one", AWARD.replace("title: New", "title: Rose Cottage"))
    assert released(there, TODAY).folder
    said = made(there)[0].entries[0].summary
    assert said == "Added: Award Boats; Award A refuge. Changed: Award Rose Cottage (title)."
    for key in ("rose-cottage", "plain"):
        (there / f"data/awards/{key}.yml").unlink()
    put(there, "one", AWARD.replace("title: New", "title: A house for women\ngeo_policy: county"))
    for day in ("", "2026-11-30"):
        if day:
            assert released(there, day).folder
        atom, feed = made(there, "2026-12-01")
        assert [entry.summary for entry in atom.entries][:2] == [
            "Changed: Award A house for women (title, precision of places). Withdrawn: Award plain; Award that is not named.",
            "Added: Award plain; Award that is not named. Changed: Award A house for women (title).",
        ]
        assert not any(text in json.dumps(feed) for text in ("refuge", "Boats", "rose-cottage", "Rose Cottage"))
        assert atom.entries[1].title.endswith(": 2 added, 1 changed, 0 withdrawn")


def test_what_changed_of_a_record_that_is_not_named_is_not_told(home, tmp_path):
    there = copied(home, tmp_path / "office")
    hidden = AWARD.replace("title: New", "title: A refuge\ngeo_policy: county")
    put(there, "rose-cottage", hidden)
    assert released(there, TODAY).folder
    put(there, "rose-cottage", hidden.replace("12.34", "12.35"))
    assert released(there, "2026-11-30").folder
    assert made(there)[0].entries[0].summary == "Changed: Award A refuge (amount)."
    (there / "data/awards/rose-cottage.yml").unlink()
    assert made(there, "2026-12-01")[0].entries[1].summary == "Changed: Award that is not named."


def test_what_is_not_yet_released_stays_one_entry_until_it_is_released(home, tmp_path):
    there = copied(home, tmp_path / "office")
    before, _ = made(there)
    put(there, "later", AWARD)
    after, _ = made(there)
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert after.entries[0].title == "Since release 1.1.0: 1 added, 1 changed, 0 withdrawn"
    assert released(there, TODAY).folder
    last, _ = made(there, "2026-11-22")
    assert last.entries[0].title.startswith("Release 1.2.0 of 21 November 2026")
    assert after.entries[0].id not in {entry.id for entry in last.entries}
    assert [entry.id for entry in last.entries[1:]] == [entry.id for entry in after.entries[1:]]


def test_many_records_are_counted_and_not_all_named(home, tmp_path):
    there = copied(home, tmp_path / "office")
    for number in range(25):
        put(there, f"a-{number}", AWARD.replace("title: New", f"title: Award number {number}"))
    (said,) = (entry.summary for entry in made(there)[0].entries[:1])
    assert said.count("Award number") == changes_feed.NAMED
    assert "and 5 more." in said


def test_without_a_release_the_feed_is_whole_and_empty(tmp_path):
    atom, feed = made(small(tmp_path / "office"))
    assert (atom.entries, feed["items"]) == ([], [])
    assert atom.feed.updated
