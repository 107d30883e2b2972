"""What records, fields and values are called in a report: in plain words, and nothing of them that must not be said again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from daylight.changes import Change
from daylight.findings import shown, with_article, words
from daylight.private import hidden
from daylight.private.form import HIDDEN
from daylight.record import Record
from daylight.review.sides import Key, Sides
from daylight.review.steps import UNREADABLE
from daylight.schema import Field, Schema
from daylight.views.amended import said

NOTHING, UNSAID, CANNOT = "nothing", "not repeated", "what cannot be read"
LONGEST = 60  # characters of a value in a sentence
OPEN = ("number", "integer", "date", "time", "boolean")


def plain(text: str) -> str:
    """A text of a record in one line, without what looks private."""
    return shown(hidden(text), None)


def named(key: str) -> str:
    """A key, or the name of a file, in one line; nothing of one that looks private when its hyphens are read as gaps."""
    apart = re.sub(r"[-_./]", " ", key)
    return shown(key, None) if hidden(key) == key and hidden(apart) == apart else HIDDEN


def placed(path: str) -> str:
    """A path of which no folder and no name looks private."""
    return "/".join(named(part) for part in path.split("/"))


@dataclass(frozen=True)
class Names:
    """Names things of two sites. Of the records in `guarded` no text is said, because something private was found in one."""

    both: Sides
    guarded: frozenset[Key]

    @property
    def schemas(self) -> dict[str, Schema]:
        return self.both.after.site.schemas

    def record(self, kind: str, key: str) -> str:
        """A record with its kind, such as "award sy-1 (Evening sessions)"."""
        if not key:
            return f"{with_article(self.kind(kind))} that is not named here"
        return f"{self.kind(kind)} {self.short(kind, key)}" if kind != "publisher" else "the office's own record"

    def short(self, kind: str, key: str) -> str:
        """A record without its kind, such as "sy-1 (Evening sessions)"."""
        title = self.title(kind, key)
        return f"{named(key)} ({title})" if title and title != key else named(key)

    def title(self, kind: str, key: str) -> str:
        """What a record is called, '' where that must not be said, as of one that went."""
        record = self.both.after.site.get(kind, key)
        return plain(self.both.after.site.label(record)) if record and (kind, key) not in self.guarded else ""

    def kind(self, kind: str, count: int = 1) -> str:
        schema = self.schemas[kind]
        return (schema.title if count == 1 else schema.plural).lower()

    def schema(self, change: Change) -> Schema:
        """The schema of the record or the list that a change is about."""
        of = self.schemas[change.kind]
        return next((c for n in of.children if (c := self.schemas[n]).list == change.list), of) if change.list else of

    def field(self, change: Change) -> str:
        """What changed of a record, as a heading has it: "End date", or "Payments, row 2: Amount"."""
        schema = self.schema(change)
        field = schema.by_name.get(change.field)
        title = field.title if field else change.field
        if not change.list:
            return title
        row = f"{schema.plural}, {self.row(change)}"
        return f"{row}: {title}" if change.field else row

    def is_text(self, field: Field) -> bool:
        """Whether a field holds what somebody wrote, rather than a number, a day, a choice or another record."""
        return field.type not in OPEN and not field.labels and not field.refers

    def row(self, change: Change) -> str:
        """A row of a list: a rule by its identifier, others by their place."""
        rows = (self._row(record, change) for record in reversed(self.both.record((change.kind, change.key))))
        row = next((row for row in rows if row), None)
        name = row.get("rule") if row and change.list == "rules" else ""
        return f"rule {plain(name)}" if name else f"row {change.row}"

    def _row(self, record: Record | None, change: Change):
        rows = record.rows(change.list) if record else []
        return rows[change.row - 1] if change.row and change.row <= len(rows) else None

    def value(self, change: Change, text: str | Mapping[str, str] | None, before: bool = False) -> str:
        """What stands before or after a change; of a row its cells with their titles."""
        if isinstance(text, Mapping):
            schema = self.schema(change)
            cells = (f"{schema.by_name[n].title}: {self.cell(change, schema.by_name[n], said)}" for n, said in text.items())
            return "; ".join(cells)
        if text is None:
            return UNSAID if before and change.not_repeated and change.field else NOTHING
        return self.cell(change, self.schema(change).by_name.get(change.field), text)

    def cell(self, change: Change, field: Field | None, text: str) -> str:
        """One value as people read it."""
        if text == UNREADABLE:
            return CANNOT
        if field and field.type == "boolean":
            return {"true": "yes", "false": "no"}.get(text, text)
        if field and field.refers:
            return self.title(field.refers, text) or named(text)
        is_open = field and (field.type in OPEN or field.labels)
        return plain(said(field, text)) if is_open or (change.kind, change.key) not in self.guarded else UNSAID


def noun(field: Field | None, name: str) -> str:
    """A field in a sentence: "the amount", or its title in quotation marks where its name is no word of everyday English."""
    said = words(field.name if field else name)
    is_plain = not field or said == field.title.lower() or (field.type == "date" and said.endswith(" date"))
    return f"the {said}" if is_plain else f"“{field.title}”"
