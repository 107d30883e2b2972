"""The texts of a record in which something private may stand, for all rules that look for it.

Not among them are keys, chosen values and numbers of one form, which hold nothing else: a match would be chance. References,
notice numbers and amounts as published are looked at only for an e-mail address, web addresses for that and for a place.
"""

from collections.abc import Iterator
from typing import NamedTuple

from daylight.findings import Finding, finding, words
from daylight.keeping import kept
from daylight.private import maybe, maybe_in_address
from daylight.private.form import Form
from daylight.record import Record, Row
from daylight.rules.texts import rows
from daylight.schema import Schema
from daylight.site import Site

SENTENCE, NAME, NUMBER, ADDRESS = "sentence", "name", "number", "address"
ALL = (SENTENCE, NAME, NUMBER, ADDRESS)
WRITTEN = (SENTENCE, NAME)


class Text(NamedTuple):
    """A text that may hold something private: where it stands, and what it is (one of `ALL`)."""

    row: Row
    field: str
    value: str
    is_a: str


@kept
def texts(site: Site, record: Record) -> tuple[Text, ...]:
    """All such texts of a record and its lists: for most records none."""
    found = []
    for row, of in rows(site, record):
        for name, value in row.values.items():
            if name in of.written:
                said = value.replace("Sir ", "sir ") if name.endswith("_welsh") else value  # in Welsh it is a county
                found += [Text(row, name, said, _is_a(of, name))] if maybe(said) else []
            elif name in of.texts and maybe_in_address(value):
                found.append(Text(row, name, value, ADDRESS if of.texts[name].format == "uri" else NUMBER))
    return tuple(found)


def _is_a(schema: Schema, field: str) -> str:
    """What a written text is. The names of bodies are published as they are."""
    return NAME if schema.name in ("organisation", "organisation_name") and field.startswith("name") else SENTENCE


def told(site: Site, record: Record, rule: str, *forms: Form, of: tuple[str, ...] = WRITTEN) -> Iterator[Finding]:
    """A finding for each text of a record that holds one of some forms. What it holds is never repeated."""
    for text in texts(site, record):
        if text.is_a in of and any(form.within(text.value) for form in forms):
            yield finding(rule, "there", text.row.path, text.row.line_of(text.field), of=text.field, field=words(text.field))
