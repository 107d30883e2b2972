"""The guide for staff is true: its day is lived through, and each link, picture and command on its pages is there."""

import re
from pathlib import Path

import pytest

from tests.built import ROOT
from tests.guide import GUIDE, Answer, begin, checks, day, pages, shortened, steps
from tests.test_plain_english import AVOIDED, LONGEST, SENTENCE, WORD

TEXTS = {page.name: page.read_text("utf-8") for page in pages()}
PICTURES = GUIDE / "pictures"
_CODE = re.compile(r"^```.*?^```$", re.M | re.S)
_TABLE = re.compile(r"^\|.*$|^<!--.*-->$", re.M)


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> list[Answer]:
    return list(day(begin(tmp_path_factory.mktemp("day"))))


def test_every_answer_is_as_the_guide_says(answers):
    assert len(answers) > 10
    wrong = [(a.step.page.name, a.typed, a.came) for a in answers if not a.is_right]
    assert wrong == [], "python -m tests.guide accept writes them anew"


def test_a_wrong_answer_is_seen():
    step = next(step for step in steps(GUIDE / "check.md") if step.kind == "console")

    def right(said: str, came: str) -> bool:
        return Answer(step, "make", 0, said, came).is_right

    assert right("a\nb\n", "a\nb\n") and right("a\n…\nd\n", "a\nb\nc\nd\n") and right("a\n…\n", "a\n") and right("", "")
    assert (
        not right("a\n", "a\nb\n")
        and not right("a\n…\nd\n", "a\nd\nb\n")
        and not right("", "a\n")
        and not right("a.\n", "ab\n")
    )


@pytest.mark.parametrize(
    ("said", "came", "shown"),
    [
        ("a\nb\n", "c\nd\n", "c\nd\n"),
        ("a\n…\nd\n", "A\nB\nC\nD\n", "A\n…\nD\n"),
        ("a\n…\n", "A\nB\n", "A\n…\n"),
        ("…\nd\n", "A\nD\n", "…\nD\n"),
        ("a\n…\nb\n…\nx\n…\nd\n", "A\nb\nc\nD\n", "A\n…\nb\n…\nD\n"),
    ],
)
def test_an_answer_that_is_written_anew_stays_as_short_as_it_was(said, came, shown):
    assert shortened(said, came) == shown
    assert Answer(next(steps(GUIDE / "check.md")), "make", 0, shown, came).is_right


def test_every_page_is_named_on_the_first_in_an_order():
    assert {path.name for path in GUIDE.glob("*.md")} == set(TEXTS)
    assert len(TEXTS) == len(pages())


def test_every_link_leads_to_a_file():
    for name, text in TEXTS.items():
        for target in re.findall(r"\]\(([^)#]+)", _CODE.sub("", text)):
            assert "://" in target or (GUIDE / target).is_file(), (name, target)


def test_each_picture_is_shown_once_and_says_what_is_on_it():
    shown = [found for text in TEXTS.values() for found in re.findall(r"!\[([^\]]*)\]\(pictures/([^)]+)\)", text)]
    assert sorted(name for _, name in shown) == sorted(path.name for path in PICTURES.iterdir())
    assert all(len(said.split()) >= 5 for said, _ in shown)


def test_make_knows_every_command():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = {(name, target) for name, text in TEXTS.items() for target in re.findall(r"(?:`|\$ )make ([a-z]+)", text)}
    assert {target for _, target in named} <= targets
    assert {"check", "fix", "new", "due", "workbook", "import", "review", "release", "serve", "forms", "hooks"} <= {
        t for _, t in named
    }


def test_the_table_of_checks_is_complete():
    assert checks() in TEXTS["rules.md"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_is_short_and_in_plain_english(name):
    prose = _TABLE.sub("", _CODE.sub("", TEXTS[name]))
    assert len(prose.split()) < 750
    prose = re.sub(r"^#+ (.*)$", r"\1.", prose, flags=re.M)
    said = [
        WORD.findall(sentence) for block in re.split(r"\n\s*\n|\n(?=\s*[*\d])", prose) for sentence in SENTENCE.split(block)
    ]
    assert [" ".join(words) for words in said if len(words) > LONGEST] == []
    for word in AVOIDED:
        assert not re.search(rf"(?<![\w-]){re.escape(word)}", prose.replace("![", "["), re.IGNORECASE), word


def test_no_page_names_a_machine():
    own = re.compile("|".join(re.escape(f"{path}/") for path in (Path.home(), "/tmp")))  # noqa: S108
    assert [name for name, text in TEXTS.items() if own.search(text)] == []
