"""Says what is wrong with a row in the terms of the workbook: of its lists, its labels and its sheets."""

from collections.abc import Collection, Mapping

from daylight.drafts import Draft, Said
from daylight.findings import close
from daylight.intake.place import Place
from daylight.schema import Field, Schema
from daylight.workbook.meanings import Meanings
from daylight.workbook.taken import Remark, remark

MOST = 9  # labels of a list that are named


def in_terms(
    said: Said, draft: Draft, schemas: Mapping[str, Schema], meanings: Meanings, held: Collection[tuple[str, str]]
) -> Remark:
    """What is said of a draft as a remark about its row. `held` are the kinds and keys of the records that are held back."""
    assert isinstance(said.at, Place)
    schema = next((schemas[n] for n in schemas[draft.kind].children if schemas[n].list == said.list), schemas[draft.kind])
    field, text = schema.by_name.get(said.field), _text(said, draft)
    if field and said.finding.rule == "REQUIRED" and (field.categories or field.refers):
        return remark(said.at, "choose", field.name)
    if field and text and field.categories and text not in field.labels:
        return _unlisted(said.at, field, text)
    if field and text and field.refers and said.finding.rule == "REF-01":
        if (field.refers, text) in held:
            return remark(said.at, "waits", field.name, value=meanings.names[field.refers].get(text, text))
        return unknown(said.at, field, text, meanings, said.finding.fix)
    return Remark(said.at, said.field, said.finding)


def _text(said: Said, draft: Draft) -> str:
    """What a draft says in the field of which something is said; '' where it says nothing."""
    if not said.list:
        return draft.fields.get(said.field) or ""
    rows = (row for row in draft.rows.get(said.list, ()) if row.at == said.at)
    return next((row.fields.get(said.field) or "" for row in rows), "")


def _unlisted(place: Place, field: Field, text: str) -> Remark:
    labels = list(field.labels.values())
    values = ", ".join(labels[:MOST]) + (", …" if len(labels) > MOST else "")
    return remark(place, "unlisted", field.name, close(text, labels), values=values, value=text)


def unknown(place: Place, field: Field, text: str, meanings: Meanings, key: str = "") -> Remark:
    """That a cell names no record, or more than one. `key` is that of the record that was surely meant, or ''."""
    names = meanings.names.get(field.refers, {})
    titled = meanings.titled(field.refers, text)
    if len(titled) > 1:
        keys = ", ".join(sorted(titled)[:MOST])
        return remark(place, "several", field.name, value=text, count=len(titled), values=keys)
    return remark(place, "unknown-record", field.name, names.get(key, ""), value=text)
