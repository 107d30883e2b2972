"""`daylight new award` asks for what an award needs, in plain English, and writes a record that check takes."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from daylight.asking import Asking, answers, naming, questions
from daylight.asking.settling import Settled, settle
from daylight.build import check
from daylight.findings import NOTE
from daylight.load import load
from daylight.schema import KINDS, load_schemas
from daylight.sources import read_yaml
from tests.built import ROOT, TODAY
from tests.cases import OFFICE
from tests.test_cli import put

SCHEMAS = load_schemas()
SOURCE = "https://www.barsetshire-pcc.example/awards"
CLUB = "data/organisations/barchester-boxing-club.yml"


class Script:
    """Somebody who answers each question by the last words of it, and nothing to all others."""

    def __init__(self, **given: str | list[str]):
        self.given = {name.replace("_", " "): [said] if isinstance(said, str) else list(said) for name, said in given.items()}
        self.told: list[str] = []
        self.asked = ""

    def say(self, text: str) -> None:
        self.told.append(text)
        if text.startswith("\n"):
            self.asked = (
                text.strip().splitlines()[0].removesuffix(" (Enter leaves it out)").removesuffix(" (Enter ends the list)")
            )

    def ask(self, prompt: str, usual: str = "") -> str:
        self.told.append(f"{prompt}? [{usual}]")
        assert len(self.told) < 1000, f"asked again and again: {self.asked}"
        left = self.given.get(self.asked, [])
        return (left.pop(0) if left else "") or usual

    @property
    def text(self) -> str:
        return "\n".join(self.told)


@pytest.fixture
def home(tmp_path) -> Path:
    home = shutil.copytree(OFFICE, tmp_path / "office")
    put(home, CLUB, f"name: Barchester Boxing Club\nsource: {SOURCE}\n")
    (home / "data/organisations/club.yml").unlink(missing_ok=True)
    return home


def asked(home: Path, kind: str, **given) -> tuple[Script, Settled]:
    talk = Script(**given)
    asking = Asking(load(home, SCHEMAS, TODAY)[0], talk)
    made = settle(home, asking, asking.record(kind), TODAY)
    for path, data in made.files.items():
        put(home, path, data.decode())
    return talk, made


def texts(home: Path, path: str) -> dict[str, str]:
    return read_yaml(path, (home / path).read_bytes())[0][0].texts


AWARD = {
    "Title": "Evening sessions",
    "Amount as published": "£1,250",
    "Purpose": "Boxing sessions on four evenings a week.",
    "Kind of award": "1",
    "Recipient": ["boxing", "1"],
    "Date of the award": "14th July 2025",
    "Source": SOURCE,
    "Conditions": ["The money is spent by 31 March 2026.", "A report is written."],
    "Why it reduces crime and disorder": "Young people have somewhere to go.",
    "Legal power": "1",
}


def test_an_award_is_asked_for_and_check_takes_what_is_written(home):
    talk, made = asked(home, "award", **AWARD)
    assert made.path.startswith("data/awards/2025-26/")
    assert texts(home, made.path) == {
        "title": "Evening sessions",
        "amount_as_published": "£1,250",
        "amount": "1250.00",
        "amount_basis": "exact",
        "purpose": "Boxing sessions on four evenings a week.",
        "type": "grant",
        "direction": "out",
        "recipient": "barchester-boxing-club",
        "award_date": "2025-07-14",
        "source": SOURCE,
        "cdr_reasons": "Young people have somewhere to go.",
        "legal_power": "PRSRA2011-s9",
    }
    conditions = read_yaml("", (home / made.path).read_bytes())[0][0].lists["conditions"]
    assert [row.texts for row in conditions] == [
        {"text": said} if row.texts.get("text") else {"": said}
        for row, said in zip(conditions, AWARD["Conditions"], strict=True)
    ]
    assert "Read as 2025-07-14." in talk.text
    left = [f for f in check(home, TODAY)[1] if f.path == made.path and f.severity != NOTE]
    assert [(f.rule, f.severity) for f in made.found] == [(f.rule, f.severity) for f in left]


def test_each_question_says_what_the_field_is_and_what_it_looks_like(home):
    talk, _ = asked(home, "award", **AWARD)
    assert "Title\n  A short name for the award" in talk.text
    assert "Like: Evening boxing sessions for young people" in talk.text
    assert "Date of the award (Enter leaves it out)\n" in talk.text
    assert "  1 Grant\n" in talk.text
    assert "reduction_of_crime" not in talk.text


def test_a_wrong_answer_is_told_as_check_would_and_asked_again(home):
    given = AWARD | {
        "Date of the award": ["01/02/2025", "31 June 2025", "2025-07-14"],
        "Kind of award": ["Grants of money", "Grant"],
        "Title": ["", "x"],
    }
    talk, made = asked(home, "award", **given)
    assert "could be either of two days." in talk.text
    assert "The title must be given." in talk.text
    assert "Type the number that stands before it, from 1 to 9." in talk.text
    assert "Its number? [1]" in talk.text  # what is usual, as it is typed
    assert texts(home, made.path)["award_date"] == "2025-07-14"
    assert texts(home, made.path)["type"] == "grant"


def test_a_recipient_that_has_no_record_is_made_with_its_own_questions(home):
    given = AWARD | {"Recipient": ["Silverbridge Watch", "n"], "Charity number": "1234567", "Source": [SOURCE, SOURCE]}
    talk, made = asked(home, "award", **given)
    body = "data/organisations/silverbridge-watch.yml"
    assert set(made.files) == {body, made.path}
    assert texts(home, body) == {"name": "Silverbridge Watch", "charity_number": "1234567", "source": SOURCE}
    assert texts(home, made.path)["recipient"] == "silverbridge-watch"
    assert 'There is no organisation like "Silverbridge Watch".' in talk.text


def test_another_name_can_be_typed_where_a_number_is_asked_for(home):
    _, made = asked(home, "award", **AWARD | {"Recipient": ["nobody at all", "boxing", "1"]})
    assert texts(home, made.path)["recipient"] == "barchester-boxing-club"


def test_what_check_finds_in_the_answers_is_asked_again(home):
    given = AWARD | {
        "Title": "Support after domestic abuse",
        "Precision of places": "1",
        "Purpose": ["Call 01632 960001.", "Support."],
    }
    talk, made = asked(home, "award", **given)
    assert 'must say "geo_policy: county"' in talk.text
    assert texts(home, made.path)["geo_policy"] == "county"
    assert texts(home, made.path)["purpose"] == "Support."
    assert "960001" not in talk.text.replace(" ", "")


def test_what_stays_wrong_is_written_too_and_said(home):
    given = AWARD | {"Title": "Support after domestic abuse"}
    talk, made = asked(home, "award", **given)
    assert talk.text.count('must say "geo_policy: county"') == 1, "what is left out a second time is not asked a third time"
    assert (home / made.path).is_file()
    assert [f.rule for f in made.found if f.severity == "error"] == ["SAFE-01"]
    assert {f.path for f in made.found} == {made.path}


def test_only_what_the_answers_make_necessary_is_asked(home):
    talk, _ = asked(home, "award", **AWARD | {"Direction": "2"})
    assert "Legal power" not in talk.text
    assert "Conditions" not in talk.text
    talk, _ = asked(home, "award", **AWARD | {"Kind of award": "3"})
    assert "Why it reduces crime" not in talk.text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "publisher"])
def test_every_kind_can_be_asked_for(home, kind):
    schema = SCHEMAS[kind]
    given = {f.title: f.example or "x" for f in schema.required if not f.categories}
    talk, made = (
        asked(home, kind, **given | {f.title: "1" for f in schema.required if f.categories or f.type == "boolean"})
        if (kind != "decision")
        else asked(home, kind, **given)
    )
    assert {f.name for f in schema.required} - {"key"} <= texts(home, made.path).keys()
    assert talk.told


# --- answers ---


@pytest.mark.parametrize(
    ("name", "typed", "text"),
    [
        ("type", "1", "grant"),
        ("type", "Paid invoice", "invoice"),
        ("type", "grnat", "grant"),
        ("type", "99", ""),
        ("award_date", "1/13/2025", ""),
        ("award_date", "13/1/2025", "2025-01-13"),
        ("amount", "£1,250.50", "1250.50"),
        ("amount", "£22.955", ""),
        ("in_year", "Y", "yes"),
        ("source", "www.example.org", "https://www.example.org"),
        ("title", "x" * 141, ""),
    ],
)
def test_an_answer_is_read_where_it_can_only_be_meant_so(name, typed, text):
    answer = answers.read(SCHEMAS["award"].by_name[name], typed)
    assert answer.text == text
    assert bool(answer.told) == (not text or (text != typed and not typed.isdecimal()))


NAMES = {"a-club": "Barchester Boxing Club", "b-club": "Boxing in Barset", "hall": "Village Hall"}


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("boxing", ["b-club", "a-club"]), ("CLUB barch", ["a-club"]), ("hall", ["hall"]), ("Vilage Hal", ["hall"]), ("zoo", [])],
)
def test_a_record_is_found_by_parts_of_its_name(typed, keys):
    assert answers.found(NAMES, typed) == keys


KEYS = [
    (["sy-a001", "sy-a002", "sy-a072", "sy-f1"], {}, "sy-a073"),
    (["ba-9", "ba-10"], {}, "ba-11"),
    (["bar-2024-001", "bar-2025-001", "bar-2025-002"], {"award_date": "2025-05-01"}, "bar-2025-003"),
    (["bar-2024-001", "bar-2024-002", "bar-2025-001"], {"award_date": "2026-05-01"}, "bar-2026-001"),
    (["bar-2024-001", "bar-2024-002", "bar-2025-001"], {}, "bar-2025-002"),
    (["one", "two"], {"title": "Évening sessions & more"}, "evening-sessions-and-more"),
    (["evening", "evening-2"], {"title": "Evening"}, "evening-3"),
    ([], {}, "award"),
]


@pytest.mark.parametrize(("there", "fields", "key"), KEYS)
def test_the_key_that_is_proposed_follows_those_that_are_there(there, fields, key):
    assert naming.key(SCHEMAS["award"], there, fields) == key


def test_a_key_that_is_taken_or_none_is_asked_again(home):
    put(home, "data/funds/chest.yml", f"title: Chest\nsource: {SOURCE}\n")
    talk, made = asked(home, "fund", Title="A fund", Source=SOURCE, Key=["chest", "A Fund", "a-fund"])
    assert "There is already a record chest." in talk.text
    assert "A key is made of at most 80 small letters" in talk.text
    assert made.path == "data/funds/a-fund.yml"


def test_every_field_that_is_asked_for_in_addition_is_one():
    for kind, names in questions.ALSO.items():
        assert set(names) <= {f.name for f in questions.fields(SCHEMAS[kind])}
    for kind, names in questions.LISTS.items():
        assert set(names) <= {SCHEMAS[child].list for child in SCHEMAS[kind].children}


# --- at a terminal ---


def typed_at_a_terminal(home: Path, *words: str, answers: str) -> str:
    """What `daylight` says to somebody at a terminal who types some answers."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "daylight", *words]
    program = {"PYTHONPATH": str(ROOT / "generator"), "PATH": os.environ["PATH"], "TERM": "dumb"}
    done = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=home, env=program)
    os.close(theirs)
    os.write(ours, answers.encode())
    said = done.communicate(timeout=60)[0].decode()
    os.close(ours)
    return said


def test_at_a_terminal_it_asks_writes_and_says_what_to_do_next(home):
    said = typed_at_a_terminal(home, "new", "fund", "--today", TODAY, answers=f"Evening fund\n{SOURCE}\n\n")
    assert "A new record: a fund. Nothing is written before the last question; Ctrl-C leaves." in said
    assert "Key [evening-fund]: " in said
    assert "Written: data/funds/evening-fund.yml" in said
    assert "Nothing to fix." in said
    assert "Next: open data/funds/evening-fund.yml" in said
    assert texts(home, "data/funds/evening-fund.yml") == {"title": "Evening fund", "source": SOURCE}


def test_at_a_terminal_it_can_be_left_and_nothing_is_written(home):
    before = sorted(home.rglob("*"))
    assert "Stopped." in typed_at_a_terminal(home, "new", "fund", "--today", TODAY, answers="Evening fund\n\x03\x04")
    assert sorted(home.rglob("*")) == before


def test_with_a_key_or_without_questions_it_writes_examples(home):
    said = typed_at_a_terminal(home, "new", "fund", "evening", answers="")
    assert "Now fill in" in said
    said = typed_at_a_terminal(home, "new", "fund", "--no-input", answers="late\n")
    assert "Its key, of small letters" in said
    assert (home / "data/funds/late.yml").is_file()
