"""The texts of a record in which something private may stand, for all rules that look for it.

Not among them are keys, chosen values and numbers of one form, which hold nothing else: a match would be chance. References,
notice numbers and amounts as published are looked at only for what has no digits, addresses only for what an address can hold.
"""

from collections.abc import Iterator
from typing import NamedTuple

from daylight.findings import Finding, finding, words
from daylight.private import maybe
from daylight.private.form import Form
from daylight.schema import Field
from daylight.site import Record, Row, Site, kept

SENTENCE, NAME, NUMBER, ADDRESS = "sentence", "name", "number", "address"
ALL = (SENTENCE, NAME, NUMBER, ADDRESS)
WRITTEN = (SENTENCE, NAME)
_AS_PUBLISHED = (f"{of}_as_published" for of in ("amount", "envelope", "maximum", "decision", "related"))
_NUMBERS = frozenset({"reference", "reference_pattern", "org_id", *_AS_PUBLISHED})
_NAMES = ("organisation", "organisation_name")


class Text(NamedTuple):
    """A text that may hold something private: where it stands, and what it is (one of `ALL`)."""

    row: Row
    field: str
    value: str
    is_a: str


@kept
def texts(site: Site, record: Record) -> tuple[Text, ...]:
    """All such texts of a record and its lists: for most records none."""
    schema = site.schemas[record.kind]
    rows = [(record, schema)]
    for name in schema.children if record.children else ():
        child = site.schemas[name]
        rows += [(row, child) for row in record.rows(child.list)]
    found = [(row, of, name) for row, of in rows for name in row.values.keys() & of.texts.keys()]
    if not maybe("\n".join([row.values[name] for row, _, name in found])):
        return ()
    there = (Text(row, name, row.values[name], _is_a(of.name, of.texts[name])) for row, of, name in found)
    return tuple(text for text in there if maybe(text.value))


def _is_a(schema: str, field: Field) -> str:
    """What a text is. The names of bodies are published as they are."""
    if field.format == "uri":
        return ADDRESS
    if field.name in _NUMBERS or field.name.endswith("_reference") or schema == "organisation_identifier":
        return NUMBER
    return NAME if schema in _NAMES and field.name.startswith("name") else SENTENCE


def told(site: Site, record: Record, rule: str, *forms: Form, of: tuple[str, ...] = WRITTEN) -> Iterator[Finding]:
    """A finding for each text of a record that holds one of some forms. What it holds is never repeated."""
    for text in texts(site, record):
        if text.is_a in of and any(form.within(text.value) for form in forms):
            yield finding(rule, "there", text.row.path, text.row.line_of(text.field), field=words(text.field))
