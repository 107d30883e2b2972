"""A change of a release, and what of it may be said now."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from daylight.changes import Change
from daylight.changes.reasons import CHANGES
from daylight.derived import published, texts, withheld
from daylight.record import Record
from daylight.rules.sensitive import tells
from daylight.schema import Field, Schema
from daylight.site import Site

Value = str | Mapping[str, str] | None
NONE: Set[str] = frozenset()


class Line(NamedTuple):
    """A change with the record that it is about; or where that is gone, the path of the page in its place ('' without one).

    `unsaid_before` says whether what stood before may not be shown. `said` is the change without anything that may not be
    said, and with the title that the record has now.
    """

    change: Change
    record: Record | None
    gone: str
    unsaid_before: bool
    said: Change


def about(change: Change) -> tuple[str, str, str]:
    """What a change may take away: a field or a list of a record, or with '' all that was said of the record before."""
    return change.kind, change.key, change.list or change.field


@dataclass(frozen=True)
class Now:
    """What may be said now of a release: the `pages` of records that are gone, all pages of such that may be `named`, and what
    was taken away `later`."""

    site: Site
    pages: Set[str]
    named: Set[str]
    later: Set[tuple[str, str, str]]

    def line(self, change: Change) -> Line:
        """A change as it may be said now."""
        if not change.of_record:
            return Line(change, None, "", unsaid_before=False, said=change)
        record = self.site.records.get(change.kind, {}).get(change.key)
        unsaid = not record or self._is_taken_away(change) or (change.list or change.field) in withheld(self.site, record)
        guarded = not unsaid and _is_guarded(self.site, record)
        before = change.not_repeated or (guarded and _is_text(field_of(self.site, change, change.field)))
        path = change.page if not record and change.page in self.pages else ""
        return Line(change, record, path, unsaid or before, self._said(change, record, unsaid, guarded))

    def _is_taken_away(self, change: Change) -> bool:
        return about(change) in self.later or (change.kind, change.key, "") in self.later

    def _said(self, change: Change, record: Record | None, unsaid: bool, guarded: bool) -> Change:
        cut = change if record or change.page in self.named else change._replace(key="", page="")
        if unsaid:
            cut = cut._replace(before=None, after=None, reason="")
        else:
            before = self._value(change, change.before, NONE if guarded else None)
            after = self._value(change, change.after, _texts(self.site, record, change.list) if guarded else None)
            cut = cut._replace(before=before, after=after, reason=change.reason if _gives(record, change.reason) else "")
        left_out = cut != change or (bool(change.title) and not record)
        title = self.site.label(record) if record else ""
        return cut._replace(title=title, not_repeated=change.not_repeated or left_out)

    def _value(self, change: Change, value: Value, texts: Set[str] | None) -> Value:
        """A value, or the cells of a row, without what may not be said; of texts only these `texts`, where some are given."""
        if isinstance(value, Mapping):
            return {name: text for name, text in value.items() if self._may(change, name, text, texts)} or None
        return value if value and self._may(change, change.field, value, texts) else None

    def _may(self, change: Change, name: str, text: str, texts: Set[str] | None) -> bool:
        field = field_of(self.site, change, name)
        if texts is not None and text not in texts and _is_text(field):
            return False
        return not (field and field.refers) or self._is_named(field.refers, text)

    def _is_named(self, kind: str, key: str) -> bool:
        return key in self.site.records.get(kind, {}) or f"{self.site.schemas[kind].folder}/{key}/" in self.named


def _gives(record: Record, reason: str) -> bool:
    """Whether a record still gives a reason for one of its changes."""
    return any(row.get("reason") == reason for row in record.rows(CHANGES))


def _texts(site: Site, record: Record, name: str) -> set[str]:
    """What a record says now, in its own fields and in the rows of the list of that name."""
    found = set(published(site, record).values())
    for child in (site.schemas[of] for of in site.schemas[record.kind].children):
        for row in record.rows(name) if child.list == name else ():
            found |= set(texts(child, row.values).values())
    return found


def _is_guarded(site: Site, record: Record) -> bool:
    """Whether a record withholds something, or speaks of people whom a place could put in danger."""
    return bool(record.rows("withholdings")) or tells("\n".join(published(site, record).values()))


def _is_text(field: Field | None) -> bool:
    return not field or (field.type == "string" and not field.labels)


def schema_of(site: Site, change: Change) -> Schema | None:
    """The schema of the record, the list or the table that a change is about; None where there is no such one any more."""
    if not change.of_record:
        return next((schema for schema in site.schemas.values() if schema.resource == change.key), None)
    schema = site.schemas.get(change.kind)
    if schema and change.list:
        return next((child for name in schema.children if (child := site.schemas[name]).list == change.list), None)
    return schema


def field_of(site: Site, change: Change, name: str) -> Field | None:
    """The field of that name in what a change is about, if there is one."""
    schema = schema_of(site, change)
    return schema.by_name.get(name) if schema else None
