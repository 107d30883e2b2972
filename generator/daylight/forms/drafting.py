"""Makes drafts of records from the answers of a form: the record that it is about, and its recipient where that is new."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from daylight.drafts import Draft, DraftRow
from daylight.forms.asked import Question
from daylight.forms.naming import find, inside, key_of_form, key_of_name, nearly, plain
from daylight.schema import Field
from daylight.site import Site
from daylight.values import parse

_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_RECIPIENT = "organisation"


class Understood(NamedTuple):
    """An answer that was not typed as it is written in a record, and could only be meant in one way."""

    label: str
    typed: str
    value: str


@dataclass(frozen=True)
class Drafted:
    """Drafts of records, which of their answers were `understood` rather than taken as they were typed, what to think over
    (`doubts`, sentences), and what must be put right before there can be a draft (`wrong`, sentences by the heading)."""

    drafts: list[Draft] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)


def drafted(site: Site, kind: str, asked: Iterable[Question], texts: dict[str, str], day: str, number: int) -> Drafted:
    """What a form about a new record says, sent on a day by the issue of a number. `texts` are its answers by question."""
    made = Drafted()
    fields: dict[str, str] = {}
    rows: dict[str, list[DraftRow]] = {}
    for question in asked:
        text = texts.get(question.id)
        if not text:
            continue
        if question.field is None:
            rows[question.id] = _rows(question.id, site, kind, text)
        else:
            fields[question.id] = value_of(site, question, text if question.long else " ".join(text.split()), made)
    source = {"source": fields["source"]} if "source" in fields else {}
    new = [Draft(d.kind, d.key, {**d.fields, **source}) for d in made.drafts]
    return replace(made, drafts=[*new, Draft(kind, key_of_form(site, kind, day, number), fields, rows)])


def value_of(site: Site, question: Question, text: str, made: Drafted) -> str:
    """The answer to a question about a field as a record has it. What cannot be understood stays as it was typed."""
    if question.options:
        same = (value for option, value in question.options.items() if option.casefold() == text.casefold())
        return next(same, text)
    if question.field.refers:
        return _key(site, question, " ".join(text.split()), made)
    _, wrong = parse(question.field, text, "", 1)
    if not wrong or not wrong.fix:
        return _written(question.field, text)
    made.understood.append(Understood(question.label, text, _written(question.field, wrong.fix)))
    return _written(question.field, wrong.fix)


def _written(field: Field, text: str) -> str:
    """A text as records have it: pounds with their pence. What is no value of the field stays as it is."""
    value, _ = parse(field, text, "", 1)
    return str(value) if value is not None and field.unit == "GBP" else text


def _key(site: Site, question: Question, text: str, made: Drafted) -> str:
    """The key of the record that is named. For a recipient that has no record, a draft of one is made."""
    kind = question.field.refers
    found = find(site, kind, text)
    if len(found) == 1:
        if text != found[0].key and plain(text) != plain(site.label(found[0])):
            made.understood.append(Understood(question.label, text, found[0].key))
        return found[0].key
    if found:
        keys = " or ".join(record.key for record in found)
        made.wrong.append((question.label, f"this must name one record, and several have the name; type {keys}"))
        return text
    if several := inside(site, kind, text):
        said = f"this must name one record, and it names several ({', '.join(several)})"
        made.wrong.append((question.label, f"{said}; name one here, and write the others into the file as a list"))
        return text
    near = nearly(site, kind, text)
    if kind != _RECIPIENT:
        if near:
            made.doubts.append(f"{question.label}: there is one with a name like it; to mean it, type {near.key}")
        return text
    return _new(site, text, near.key if near else "", made)


def _new(site: Site, name: str, near: str, made: Drafted) -> str:
    """The key of an organisation that has no record yet, for which a draft is made."""
    key = key_of_name(site, _RECIPIENT, name)
    if not key:
        return name
    made.drafts.append(Draft(_RECIPIENT, key, {"name": name}))
    made.doubts.append(
        "The recipient has no record yet, so one is proposed too. It must be a body, never a private person."
        + (f" If you mean {near}, which has a name like it, type that." if near else "")
    )
    return key


def _rows(name: str, site: Site, kind: str, text: str) -> list[DraftRow]:
    """A row of a list of texts for each line that says something."""
    child = next(site.schemas[c] for c in site.schemas[kind].children if site.schemas[c].list == name)
    first = next(f.name for f in child.fields if not f.derived and f.name != child.parent)
    lines = (_BULLET.sub("", line).strip() for line in text.split("\n"))
    return [DraftRow({first: line}) for line in lines if line]
