"""Gives records and rows their values: plain texts become typed values, and what cannot be one becomes a finding."""

from collections.abc import Mapping

from daylight.findings import words
from daylight.read.names import example, meant
from daylight.read.part import Part
from daylight.record import Record, Row
from daylight.schema import Field, Schema
from daylight.slips import quoted
from daylight.sources import Entry
from daylight.values import parse


class Rows:
    """Makes records and rows of what stands in one file. That the columns `missed` are not there is said already."""

    def __init__(self, schemas: Mapping[str, Schema], part: Part):
        self.schemas, self.part = schemas, part
        self.missed: set[str] = set()

    def record(self, schema: Schema, name: str, entry: Entry) -> None:
        record = Record(name, entry.line, kind=schema.name, key=entry.texts.get("key", ""))
        self.fill(schema, record, entry)
        lists = {self.schemas[c].list: self.schemas[c] for c in schema.children}
        for list_name, entries in entry.lists.items():
            if child := lists.get(list_name):
                record.children[list_name] = [self.row(child, name, e, record.key) for e in entries]
            else:
                self.no_list(schema, list_name, name, entry.lines[list_name])
                record.lines.setdefault(meant(schema, list_name, self.schemas), entry.lines[list_name])
        if record.key:
            self.part.records.append(record)

    def row(self, child: Schema, name: str, entry: Entry, parent: str) -> Row:
        own = next(f for f in child.fields if not f.derived and f.name != child.parent)
        if "" not in entry.lines and self.is_sentence(child, entry):
            ((said, text),) = entry.texts.items()
            self.part.say("FILE", "yaml-colon", name, entry.line, quoted(f"{said}: {text}"))
            entry.texts, entry.lines = {"": f"{said}: {text}"}, {"": entry.line}
        if "" in entry.lines:  # a plain text stands for the first field
            entry.texts = {own.name: entry.texts[""]} if "" in entry.texts else {}
            entry.lines = {own.name: entry.lines[""]}
        if child.parent in entry.texts:
            self.part.say("FIELD", "derived", name, entry.lines[child.parent], field=child.parent)
        entry.texts[child.parent] = parent
        row = Row(name, entry.line)
        self.fill(child, row, entry)
        return row

    def is_sentence(self, child: Schema, entry: Entry) -> bool:
        """Whether the one name and value of an entry are a sentence with a colon in it."""
        return len(entry.texts) == 1 == len(entry.lines) and not any(meant(child, n, self.schemas) for n in entry.lines)

    def fill(self, schema: Schema, row: Row, entry: Entry) -> None:
        """Gives a row its values. What has a slip is taken as what it was surely meant to be, so that it is said once."""
        given, lists = {*entry.texts, *self.missed}, entry.lists
        row.lines = {name: line for name, line in entry.lines.items() if name in given or lists.get(name)}
        for name, text in entry.texts.items():
            field, line = schema.by_name.get(name), entry.lines.get(name, entry.line)
            if field is None or field.derived:
                field = self.field(schema, row, name, line)
                given |= {field.name} if field else set()
            if field:
                value, wrong = parse(field, text, row.path, line)
                if wrong:
                    self.part.findings.append(wrong)
                    value = parse(field, wrong.fix, row.path, line)[0] if wrong.fix else None
                if value is not None:
                    row.values[field.name] = value
        for field in schema.required:
            if field.name not in given and not lists.get(field.name):
                self.require(field, row, entry.lines.get(field.name, row.line))

    def require(self, field: Field, row: Row, line: int) -> None:
        """Says that a field must be given."""
        facts = {"field": words(field.name), "example": example(field)}
        self.part.say("REQUIRED", "missing" if facts["example"] else "plain", row.path, line, of=field.name, **facts)

    def field(self, schema: Schema, row: Row, name: str, line: int) -> Field | None:
        """The field that a name with a slip stands for; None where there is none, or a person must not give it."""
        self.unknown(schema, name, row.path, line)
        if name in schema.by_name or not (right := meant(schema, name, self.schemas)) or right in row.lines:
            return None
        row.lines[right] = line
        return schema.by_name.get(right)

    def no_list(self, schema: Schema, name: str, path: str, line: int) -> None:
        """Says of a list that its name is that of a text, or of nothing."""
        if (field := schema.by_name.get(name)) and not field.derived:
            self.part.say("FILE", "not-text", path, line, field=words(name))
        else:
            self.unknown(schema, name, path, line)

    def unknown(self, schema: Schema, name: str, path: str, line: int) -> None:
        """Says of a name that it is that of a list, of what is worked out, or of nothing."""
        if name in (self.schemas[child].list for child in schema.children):
            self.part.say("FILE", "not-list", path, line, field=words(name))
            return
        if name in schema.by_name:
            self.part.say("FIELD", "derived", path, line, field=name)
            return
        fix = meant(schema, name, self.schemas)
        facts = {"field": name, "kind": schema.plural.lower()}
        self.part.say("FIELD", "unknown-close" if fix else "unknown", path, line, fix, **facts)
