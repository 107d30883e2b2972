"""Finds the answers in an issue that was made with a form. GitHub writes each below a heading `### ` with the question."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from daylight.forms.asked import CORRECTION, KINDS, Question, confirmation

NOTHING = frozenset({"_No response_", "None", ""})  # GitHub writes these for a question that was not answered
_HEADING = re.compile(r"### (.*\S)\s*")
_FENCED = re.compile(r"```\w*\n((?:(?!```).)*)\n```", re.DOTALL)
_TICKED = re.compile(r"\s*[-*] \[[xX]\] ")


@dataclass(frozen=True)
class Answers:
    """What was typed, by the `id` of each question that has an answer.

    `twice` are the questions whose heading stands more than once: nobody can say which of the answers is meant. `gone` are
    those whose heading stands nowhere, so that an answer may have become a part of another. `ticked` tells whether the box
    is. `beside` is what stands outside of every answer.
    """

    texts: dict[str, str]
    twice: tuple[str, ...]
    gone: tuple[str, ...]
    ticked: bool
    beside: str


def form_of(body: str) -> str:
    """The form with which an issue was made; '' where it was not made with one."""
    headings = {found[1] for line in _lines(body) if (found := _HEADING.fullmatch(line))}
    return next((form for form in (*KINDS, CORRECTION) if confirmation(form) in headings), "")


def read(body: str, form: str, asked: Iterable[Question]) -> Answers:
    """The answers in the body of an issue. A heading that is no question belongs to the answer that it stands in."""
    ids = {q.label: q.id for q in asked}
    here, seen = "", Counter()
    parts: dict[str, list[str]] = {"": []}
    for line in _lines(body):
        found = _HEADING.fullmatch(line)
        if found and (found[1] in ids or found[1] == confirmation(form)):
            here = found[1]
            seen[here] += 1
        else:
            parts.setdefault(here, []).append(line)
    boxes = parts.pop(confirmation(form), [])
    ticked = any(_TICKED.match(line) for line in boxes)
    beside = "\n".join([*parts.pop(""), *(line for line in boxes if not re.match(r"\s*[-*] \[.\] ", line))])
    texts = {ids[label]: _text(lines) for label, lines in parts.items()}
    said = {name: text for name, text in texts.items() if text not in NOTHING}
    twice = tuple(label for label, times in seen.items() if times > 1)
    return Answers(said, twice, tuple(label for label in ids if label not in seen), ticked, beside.strip())


def _text(lines: Iterable[str]) -> str:
    """An answer without the blanks around it, and without a fence where all of it was set as code."""
    text = "\n".join(line.rstrip() for line in lines).strip()
    fenced = _FENCED.fullmatch(text)
    return fenced[1].strip() if fenced else text


def _lines(body: str) -> list[str]:
    return body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
