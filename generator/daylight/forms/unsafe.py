"""Looks at what was typed into a form before anything else is done with it: nothing private, no unsafe place goes further."""

from collections.abc import Iterable
from pathlib import Path

from daylight.forms.answers import Answers
from daylight.forms.asked import Question
from daylight.guard.texts import caught, reached
from daylight.site import Site

TITLE = "the title of the issue"
BESIDE = "what stands outside of the answers"
CONTACT = "content/contact.md"
ANYWHERE = ("DP-01", "SAFE-02")  # what must not stand in an address or a reference either; all other digits are their own
PRIVATE = ("DP-", "SAFE-", "GUARD")  # how the rules begin that look for what must not be public


def own(office: Path) -> frozenset[str]:
    """How the office itself can be reached, which it may say."""
    page = office / CONTACT
    return reached(page.read_text("utf-8", errors="replace")) if page.is_file() else frozenset()


def unsafe(site: Site, asked: Iterable[Question], answers: Answers, title: str, own: frozenset[str]) -> list[str]:
    """The answers that hold something private, or that may tell where a refuge is, by the headings of their questions.

    The title of the issue is looked at too, and what stands between the answers. What is found is never told.
    """
    numbers = frozenset(id(s.by_name[name]) for s in site.schemas.values() for name in s.unwritten)
    found = [TITLE] if any(caught(title, own, refuge=True)) else []
    for question in asked:
        text, is_number = answers.texts.get(question.id, ""), id(question.field) in numbers
        names = bool(question.field and question.field.refers)
        if any(_counts(c.rule, is_number, names) for c in caught(text, own, refuge=not names)):
            found.append(question.label)
    return found + ([BESIDE] if any(caught(answers.beside, own, refuge=True)) else [])


def _counts(rule: str, is_number: bool, names: bool) -> bool:
    """Whether what a rule finds in an answer counts: a reference has digits, and a body may be called after a street."""
    return rule in ANYWHERE if is_number else not (names and rule == "SAFE-03")
