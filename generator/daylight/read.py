"""Reads one file of records: plain texts become typed values, and what cannot be one becomes a finding."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from daylight.findings import Finding, close, finding, words
from daylight.schema import Field, Schema
from daylight.site import Record, Row
from daylight.sources import Entry, read_csv, read_yaml
from daylight.values import parse

_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EXAMPLES = {"date": "2024-05-01", "integer": "12", "number": "12.5", "time": "12:00", "boolean": "yes"}
Loose = tuple[str, str, str, Row]  # the kind and key of the record, the name of the list, and a row of it from a CSV table


@dataclass(slots=True)
class Part:
    """What one file holds: records, rows of child tables that stand in a CSV of their own, and what is wrong with it."""

    records: list[Record] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_file(office: Path, schemas: dict[str, Schema], name: str) -> Part:
    """The part of the file at a path below the office."""
    return _Reading(schemas, (office / name).read_bytes).file(name)


def read_data(schemas: dict[str, Schema], name: str, data: bytes) -> Part:
    """The part of a file that would stand at a path below an office with some bytes."""
    return _Reading(schemas, lambda: data).file(name)


class _Reading:
    """Reads one file into its part."""

    def __init__(self, schemas: dict[str, Schema], data: Callable[[], bytes]):
        self.schemas, self.bytes, self.part = schemas, data, Part()
        self.folders = {s.folder: s for s in schemas.values() if s.folder and s.name != "publisher"}

    def file(self, name: str) -> Part:
        """The part of the file at a path below the office."""
        path, parts = PurePosixPath(name), name.split("/")[1:]
        if name == "data/publisher.yml":
            self.yaml(self.schemas["publisher"], name, path)
        elif parts[0] not in self.folders:
            if len(parts) > 1 or path.suffix in (".yml", ".yaml", ".csv"):
                self.say("FILE", "place", name, 1, folders=", ".join(self.folders))
        elif not name.isprintable():
            self.say("FILE", "name", name, 1)
        elif path.suffix == ".yml":
            self.yaml(self.folders[parts[0]], name, path)
        elif path.suffix == ".csv":
            self.csv(self.folders[parts[0]], name, path, parts)
        else:
            self.say("FILE", "suffix", name, 1)
        return self.part

    def yaml(self, schema: Schema, name: str, path: PurePosixPath) -> None:
        entries, found = read_yaml(name, self.bytes())
        self.part.findings += found
        for entry in entries:
            stem = entry.texts.get("key", "") if schema.name == "publisher" else path.stem
            if schema.name != "publisher":
                if not _STEM.fullmatch(stem):
                    self.say("FILE", "name", name, 1)
                    continue
                if entry.texts.setdefault("key", stem) != stem:
                    self.say("FILE", "key", name, entry.lines["key"], stem, stem=stem, value=entry.texts["key"])
                    entry.texts["key"] = stem
            self.record(schema, name, entry)

    def csv(self, schema: Schema, name: str, path: PurePosixPath, parts: list[str]) -> None:
        entries, found = read_csv(name, self.bytes())
        self.part.findings += found
        child = next((s for c in schema.children if (s := self.schemas[c]).list == parts[1]), None) if len(parts) > 2 else None
        column = child.parent if child else "key"
        for entry in entries:
            if column not in entry.texts:
                self.say("FILE", "csv-key", name, entry.line, field=column)
            elif child:
                row = Row(name, entry.line)
                self.fill(child, row, entry)
                self.part.loose.append((schema.name, entry.texts[column], child.list, row))
            else:
                self.record(schema, name, entry)

    def record(self, schema: Schema, name: str, entry: Entry) -> None:
        record = Record(name, entry.line, kind=schema.name, key=entry.texts.get("key", ""))
        self.fill(schema, record, entry)
        lists = {self.schemas[c].list: self.schemas[c] for c in schema.children}
        for list_name, entries in entry.lists.items():
            if child := lists.get(list_name):
                record.children[list_name] = [self.row(child, name, e, record.key) for e in entries]
            else:
                self.no_list(schema, list_name, name, entry.lines[list_name])
        if record.key:
            self.part.records.append(record)

    def row(self, child: Schema, name: str, entry: Entry, parent: str) -> Row:
        own = next(f for f in child.fields if not f.derived and f.name != child.parent)
        if "" in entry.lines:  # a plain text stands for the first field
            entry.texts = {own.name: entry.texts[""]} if "" in entry.texts else {}
            entry.lines = {own.name: entry.lines[""]}
        if child.parent in entry.texts:
            self.say("FIELD", "derived", name, entry.lines[child.parent], field=child.parent)
        entry.texts[child.parent] = parent
        row = Row(name, entry.line)
        self.fill(child, row, entry)
        return row

    def fill(self, schema: Schema, row: Row, entry: Entry) -> None:
        row.lines = entry.lines
        for name, text in entry.texts.items():
            field, line = schema.by_name.get(name), entry.lines.get(name, entry.line)
            if field is None:
                self.unknown(schema, name, row.path, line)
            elif field.derived:
                self.say("FIELD", "derived", row.path, line, field=name)
            else:
                value, wrong = parse(field, text, row.path, line)
                if wrong:
                    self.part.findings.append(wrong)
                else:
                    row.values[name] = value
        for field in schema.required:
            if field.name not in entry.texts and field.name not in entry.lists:
                facts = {"field": words(field.name), "example": example(field)}
                self.say("REQUIRED", "missing" if facts["example"] else "plain", row.path, row.line, of=field.name, **facts)

    def no_list(self, schema: Schema, name: str, path: str, line: int) -> None:
        """Says of a list that its name is that of a text, or of nothing."""
        field = schema.by_name.get(name)
        if field is None:
            self.unknown(schema, name, path, line)
        elif field.derived:
            self.say("FIELD", "derived", path, line, field=name)
        else:
            self.say("FILE", "not-text", path, line, field=words(name))

    def unknown(self, schema: Schema, name: str, path: str, line: int) -> None:
        """Says of a name that it is that of a list, or of nothing."""
        lists = [self.schemas[child].list for child in schema.children]
        if name in lists:
            self.say("FILE", "not-list", path, line, field=words(name))
            return
        fix = close(name, [*(f.name for f in schema.fields if not f.derived), *lists])
        facts = {"field": name, "kind": schema.plural.lower()}
        self.say("FIELD", "unknown-close" if fix else "unknown", path, line, fix, **facts)

    def say(self, rule: str, name: str, path: str, line: int, fix: str = "", **facts) -> None:
        self.part.findings.append(finding(rule, name, path, line, fix, **facts))


def example(field: Field) -> str:
    """What a value of the field looks like; '' for a text of which the schema gives no example."""
    if field.example or field.categories:
        return field.example or field.categories[0]["value"]
    if field.format == "uri":
        return "https://www.example.org/page"
    return "12500.00" if field.unit == "GBP" else _EXAMPLES.get(field.type, "")
