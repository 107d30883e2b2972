"""Gives records and rows their values: plain texts become typed values, and what cannot be one becomes a finding."""

import re
from collections.abc import Mapping

from daylight.findings import words
from daylight.read.names import example, meant
from daylight.read.part import Part
from daylight.record import Record, Row
from daylight.schema import Field, Schema
from daylight.slips import MOST, quoted
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
                record.doubted |= {list_name}
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
        given, lists = {*entry.texts, *self.missed, *entry.doubted}, entry.lists
        row.lines = {name: line for name, line in entry.lines.items() if name in given or lists.get(name)}
        row.doubted |= entry.doubted
        fields = {name: schema.by_name.get(name) for name in entry.texts}
        for name, field in fields.items():
            if field is None or field.derived:
                field = fields[name] = self.field(schema, row, name, entry)
                given |= {field.name} if field else set()
        for name, field in fields.items():
            if field:
                self.value(field, row, entry.texts[name], entry.lines.get(name, entry.line))
        for field in schema.required:
            if field.name not in given and not lists.get(field.name):
                self.require(field, row, entry.lines.get(field.name, row.line))

    def value(self, field: Field, row: Row, text: str, line: int) -> None:
        """Gives a row one value."""
        value, wrong = parse(field, text, row.path, line)
        if wrong:
            self.part.findings.append(wrong)
            row.doubted |= {field.name}
            value = parse(field, wrong.fix, row.path, line)[0] if wrong.fix else None
        if value is not None:
            row.values[field.name] = value

    def require(self, field: Field, row: Row, line: int) -> None:
        """Says that a field must be given."""
        row.doubted |= {field.name}
        facts = {"field": words(field.name), "example": example(field)}
        self.part.say("REQUIRED", "missing" if facts["example"] else "plain", row.path, line, of=field.name, **facts)

    def field(self, schema: Schema, row: Row, name: str, entry: Entry) -> Field | None:
        """The field that a name with a slip stands for; None where there is none, or a person must not give it."""
        line = entry.lines.get(name, entry.line)
        right = "" if name in schema.by_name else meant(schema, name, self.schemas) or self.only(schema, name, entry)
        right = "" if right in row.lines else right  # which stands there already
        self.unknown(schema, name, row.path, line, right, entry.texts[name])
        if not right:
            return None
        row.lines[right] = line
        return schema.by_name.get(right)

    def only(self, schema: Schema, name: str, entry: Entry) -> str:
        """The one field that must be there and is not, of which the text may be that under the one name that is none."""
        there = {*entry.texts, *entry.lines, *self.missed}
        missing = [field for field in schema.required if field.name not in there]
        odd = [at for at in entry.texts if at not in schema.by_name and not meant(schema, at, self.schemas)]
        fits = len(missing) == 1 and odd == [name] and not parse(missing[0], entry.texts[name], "", 1)[1]
        return missing[0].name if fits else ""

    def no_list(self, schema: Schema, name: str, path: str, line: int) -> None:
        """Says of a list that its name is that of a text, or of nothing."""
        if (field := schema.by_name.get(name)) and not field.derived:
            self.part.say("FILE", "not-text", path, line, field=words(name))
        else:
            self.unknown(schema, name, path, line, meant(schema, name, self.schemas))

    def entry(self, child: Schema, text: str) -> str:
        """The first entry of a list as it must stand, of a text that stands in the place of the list."""
        first = next(f for f in child.fields if not f.derived and f.name != child.parent)
        said = re.split(r"[,;]\s*", text)[0] if first.refers else text
        return f"- {said}" if len(said) <= MOST and ": " not in said and ("," not in text or first.refers) else ""

    def unknown(self, schema: Schema, name: str, path: str, line: int, fix: str, text: str = "") -> None:
        """Says of a name that it is that of a list, of what is worked out, or of nothing. `text` is what stands under it."""
        if child := next((self.schemas[of] for of in schema.children if self.schemas[of].list == name), None):
            self.part.say("FILE", "not-list", path, line, self.entry(child, text), field=words(name))
            return
        if name in schema.by_name:
            self.part.say("FIELD", "derived", path, line, field=name)
            return
        facts = {"field": name, "kind": schema.plural.lower()}
        self.part.say("FIELD", "unknown-close" if fix else "unknown", path, line, fix, **facts)
