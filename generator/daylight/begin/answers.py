"""What is asked of a new office, and what its answers make: the fields of data/publisher.yml, or findings."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from daylight.findings import Finding, close, finding, words
from daylight.read import slug
from daylight.rules.look_01 import LEAST, darker, on_white
from daylight.rules.official import names
from daylight.schema import load_schemas
from daylight.values import parse

Texts = Mapping[str, str]
WALES = "W"  # how the codes of Welsh police force areas begin
AREAS = "force-areas"
_WORD = re.compile(r"[^\W_]+")
_SMALL = {"and", "of", "the", "police"}  # words of the name of an area in which two spellings of it differ


def _nothing(given: Texts) -> str:
    return ""


@dataclass(frozen=True)
class Question:
    """One question: the field that it is about, its words, an answer that is taken where none is given, and whether it may
    stay unanswered. What is taken may follow from the answers before it."""

    name: str
    words: str
    usual: Callable[[Texts], str] = field(default=_nothing)
    optional: bool = False
    asked: Callable[[Texts], bool] = field(default=lambda given: True)


def in_wales(given: Texts) -> bool:
    return given.get("area_code", "").startswith(WALES)


def in_welsh(given: Texts) -> bool:
    return given.get("welsh") == "yes"


QUESTIONS = (
    Question("name", "The name of the office, like Police and Crime Commissioner for Dorset"),
    Question("demonstration", "A sentence for every page of a trial; nothing on an office's own site", optional=True),
    Question("area_name", "Its police force area, by name or code, like Dorset or E23000039"),
    Question("short_name", "What headings call the area", lambda given: given.get("area_name", "")),
    Question("key", "Its key, which never changes", lambda given: slug(given.get("short_name", ""))),
    Question("website", "The office's own website, like https://www.example.org"),
    Question("address", "Where this site will be published; nothing where that is not known", optional=True),
    Question("colour", "The colour of the header, like 12324d; nothing for that of Daylight", optional=True),
    Question("welsh", "Published in Welsh too, yes or no", lambda given: "yes" if in_wales(given) else "no"),
    Question("name_welsh", "The name of the office in Welsh", optional=True, asked=in_welsh),
    Question("short_name_welsh", "What headings call the area in Welsh", optional=True, asked=in_welsh),
)


def answer(question: Question, text: str, given: Texts, path: str = "", line: int = 1) -> tuple[dict[str, str], list[Finding]]:
    """The fields that the answer to a question makes, or what is wrong with it, on a line of a file if it stands in one.

    An area gives its code too. One in no list is taken for a demonstration only, whose area may be invented. The name of an
    office is without an article, which pages give it.
    """
    text = " ".join(text.split())
    if question.name == "name" and text[:4].lower() == "the ":
        text = text[4:]
    if not text:
        return {}, [] if question.optional else [_missing(question.name, path, line)]
    if question.name == "area_name":
        return _area(text, given, path, line)
    _, wrong = parse(load_schemas()["publisher"].by_name[question.name], text, path, line)
    if not wrong and question.name == "colour":
        text = text.lstrip("#").lower()
        if (contrast := on_white(text)) < LEAST:
            facts = {"colour": text, "contrast": f"{int(contrast * 10) / 10:.1f}", "darker": darker(text)}
            wrong = finding("LOOK-01", "contrast", path, line, **facts)
    return ({}, [wrong]) if wrong else ({question.name: text}, [])


def _missing(name: str, path: str, line: int) -> Finding:
    return finding("REQUIRED", "plain", path, line, field=words(name))


def _area(text: str, given: Texts, path: str, line: int) -> tuple[dict[str, str], list[Finding]]:
    there = names(AREAS)
    said = {_words(name): code for code, name in there.items()}
    if code := text.upper() if text.upper() in there else said.get(_words(text), ""):
        return {"area_name": there[code], "area_code": code}, []
    if given.get("demonstration"):
        _, wrong = parse(load_schemas()["publisher"].by_name["area_name"], text, path, line)
        return ({}, [wrong]) if wrong else ({"area_name": text}, [])
    facts = {"field": "police force area", "values": ", ".join(there.values()), "value": text}
    return {}, [finding("CONSTRAINT", "enum", path, line, close(text, there.values()), **facts)]


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold().replace("'", ""))) - _SMALL


def complete(texts: Texts, lines: Mapping[str, int], path: str) -> tuple[dict[str, str], list[Finding]]:
    """The fields of data/publisher.yml that answers in a file make, and what is wrong with them. What is usual is taken.

    What would follow from an answer that is wrong is not asked for, so that one mistake is told once.
    """
    given: dict[str, str] = {}
    found = list(_unknown(texts, lines, path))
    for question in QUESTIONS:
        if question.name in texts or question.asked(given):
            text = texts.get(question.name) or question.usual(given)
            if not text and found and question.usual is not _nothing:
                continue
            made, wrong = answer(question, text, given, path, lines.get(question.name, 1))
            given |= made
            found += wrong
    return given, found


def _unknown(texts: Iterable[str], lines: Mapping[str, int], path: str) -> Iterable[Finding]:
    known = [question.name for question in QUESTIONS]
    for name in texts:
        if name not in known:
            fix = close(name, known) or ", ".join(known)
            yield finding("FIELD", "unknown-close", path, lines.get(name, 1), fix, field=name, kind="answers")
