"""`daylight form` and `daylight forms` as a workflow and a person use them."""

import json
from pathlib import Path

import pytest
from tests.built import TODAY
from tests.forms.filled import AWARD, body, event, office, site_of
from tests.test_build import tree
from tests.test_cli import daylight

from daylight.forms.asked import CORRECTION, KINDS


@pytest.fixture
def home(tmp_path) -> Path:
    return office(tmp_path)


def sent(home: Path, given: dict, **of) -> Path:
    """The file in which GitHub tells of a form."""
    path = home.parent / "event.json"
    path.write_text(json.dumps(event(body(site_of(home), "award", given), **of)), "utf-8")
    return path


def test_a_form_is_answered_and_written_only_when_that_is_asked_for(home):
    before, reply = tree(home), home.parent / "reply.md"
    path = sent(home, AWARD)
    assert "Nothing to fix" in daylight("form", path, home, "--today", TODAY).stdout
    assert tree(home) == before
    said = daylight("form", path, home, "--today", TODAY, "--reply", reply, "--write")
    assert (said.stdout, said.stderr) == ("", "Wrote 1 file.\n")
    assert "Nothing to fix" in reply.read_text("utf-8")
    ((name, data),) = tree(home).items() - before.items()
    assert name.endswith("-2026-f012.yml") and b"Evening walks" in data


def test_what_must_be_put_right_ends_with_1_and_writes_nothing(home):
    before = tree(home)
    for given in (AWARD | {"amount": "lots"}, AWARD | {"purpose": "Ask Mrs Grantly."}):
        daylight("form", sent(home, given), home, "--today", TODAY, "--write", ends=1)
        assert tree(home) == before


def test_what_was_typed_is_never_printed_when_the_reply_has_a_file(home):
    """A log of GitHub reads lines such as ::add-mask:: as commands, and keeps what it holds."""
    given = AWARD | {"purpose": "::error::x\nAsk Mrs Grantly.", "title": "::set-output name=x::y"}
    said = daylight("form", sent(home, given), home, "--today", TODAY, "--reply", home.parent / "r.md", "--write", ends=1)
    assert said.output == ""


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"issue": null}', '{"issue": {"number": "x"}}', "not json"])
def test_what_is_no_event_of_an_issue_is_refused(home, text):
    path = home.parent / "event.json"
    path.write_text(text, "utf-8")
    assert "the event of an issue" in daylight("form", path, home, ends=2).stderr


def test_an_issue_without_a_form_gets_no_reply(home):
    path = home.parent / "event.json"
    path.write_text(json.dumps(event("Hello.")), "utf-8")
    said = daylight("form", path, home, "--reply", home.parent / "reply.md")
    assert (said.stdout, (home.parent / "reply.md").exists()) == ("", False)


def test_forms_writes_every_form(home):
    assert daylight("forms", home).stdout == "Wrote 5 files into .github/ISSUE_TEMPLATE/.\n"
    there = {path.name for path in (home / ".github/ISSUE_TEMPLATE").iterdir()}
    assert there == {f"{name}.yml" for name in (*KINDS, CORRECTION, "config")}
