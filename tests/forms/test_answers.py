"""Whatever people type is found again as they typed it, or is said to be unclear; nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.forms.answers import NOTHING, form_of, read
from daylight.forms.asked import CORRECTION, Question, confirmation
from daylight.forms.templates import TICK

ASKED = (Question("title", "Title", ""), Question("purpose", "Purpose", "", long=True), Question("amount", "Amount", ""))
LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]) | st.sampled_from("#*-[]x `>_\n"), max_size=80
)


def sent(texts: dict[str, str], form: str = "award", box: str = "x", before: str = "", after: str = "") -> str:
    parts = [f"### {q.label}\n\n{texts.get(q.id, '_No response_')}\n" for q in ASKED]
    return f"{before}{chr(10).join(parts)}\n### {confirmation(form)}\n\n- [{box}] {TICK}\n{after}"


def tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


@given(st.dictionaries(st.sampled_from(["title", "purpose", "amount"]), LINES))
def test_every_answer_is_found_or_said_to_be_unclear(texts):
    said = read(sent(texts), "award", ASKED)
    if not said.twice:
        assert said.texts == {name: tidy(text) for name, text in texts.items() if tidy(text) not in NOTHING}
    assert said.ticked


@given(st.text(max_size=300))
def test_nothing_that_can_be_typed_ends_in_an_exception(text):
    for body in (text, sent({}, after=text), sent({}, before=text)):
        form_of(body)
        read(body, "award", ASKED)


@pytest.mark.parametrize("name", ["Title", "Purpose", "Amount", confirmation("award")])
def test_a_heading_that_stands_twice_is_told(name):
    assert read(sent({"purpose": f"x\n### {name}  \ny"}), "award", ASKED).twice == (name,)


@pytest.mark.parametrize("name", ["Title", "Purpose", "Amount"])
def test_a_heading_that_is_gone_is_told(name):
    assert read(sent({}).replace(f"### {name}\n", "\n"), "award", ASKED).gone == (name,)


@pytest.mark.parametrize(
    "line", ["#### Amount", "## Amount", " ### Amount", "### amount", "### Amount?", "###Amount", "Amount"]
)
def test_what_is_not_quite_a_heading_of_the_form_is_text(line):
    said = read(sent({"purpose": f"x\n{line}\ny"}), "award", ASKED)
    assert (said.texts["purpose"], said.twice) == (f"x\n{line}\ny", ())


def test_what_stands_outside_of_the_answers_is_kept_apart():
    said = read(sent({"title": "A"}, before="Dear all,\n", after="\nKind regards"), "award", ASKED)
    assert (said.texts, said.beside.split("\n")) == ({"title": "A"}, ["Dear all,", "", "", "Kind regards"])


@pytest.mark.parametrize(("box", "ticked"), [("x", True), ("X", True), (" ", False), ("", False)])
def test_the_box(box, ticked):
    assert read(sent({}, box=box), "award", ASKED).ticked is ticked


def test_a_ticked_box_in_an_answer_is_not_the_box():
    assert not read(sent({"purpose": f"- [x] {TICK}"}, box=" "), "award", ASKED).ticked


@pytest.mark.parametrize("form", ["award", "decision", "opportunity", CORRECTION])
def test_the_heading_above_the_box_tells_which_form_it_is(form):
    assert form_of(sent({}, form)) == form
    assert form_of(sent({}, form).replace("### Before", "## Before")) == ""
