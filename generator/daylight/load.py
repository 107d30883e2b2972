"""Reads the folder data/ of an office into a `Site`, and finds what is wrong with the form of each file."""

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from daylight.findings import Finding, finding
from daylight.schema import Schema
from daylight.site import Record, Row, Site
from daylight.sources import Entry, read_csv, read_yaml
from daylight.values import parse
from daylight.workers import split, spread

_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARALLEL = 400  # from so many files on, more than one process reads them
Loose = tuple[str, str, Row]  # the list, the key of the parent, and a row of a child table in CSV


class Loading:
    """Collects the records of one office; `site()` links them."""

    def __init__(self, office: Path, schemas: dict[str, Schema]):
        self.office, self.schemas = office, schemas
        self.records: dict[str, dict[str, Record]] = {n: {} for n, s in schemas.items() if not s.parent}
        self.findings: list[Finding] = []
        self.loose: list[tuple[str, Loose]] = []
        self.folders = {s.folder: s for s in schemas.values() if s.folder and s.name != "publisher"}

    def file(self, path: Path) -> None:
        """Reads one file into records, or says why not."""
        name = path.relative_to(self.office).as_posix()
        parts = path.relative_to(self.office / "data").parts
        if name == "data/publisher.yml":
            self.yaml(self.schemas["publisher"], name, path)
        elif parts[0] not in self.folders:
            if len(parts) > 1 or path.suffix in (".yml", ".yaml", ".csv"):
                self.say("FILE", "place", name, 1, folders=", ".join(self.folders))
        elif path.suffix == ".yml":
            self.yaml(self.folders[parts[0]], name, path)
        elif path.suffix == ".csv":
            self.csv(self.folders[parts[0]], name, path, parts)
        else:
            self.say("FILE", "suffix", name, 1)

    def yaml(self, schema: Schema, name: str, path: Path) -> None:
        entries, found = read_yaml(name, path.read_bytes())
        self.findings += found
        for entry in entries:
            stem = entry.texts.get("key", "") if schema.name == "publisher" else path.stem
            if schema.name != "publisher":
                if not _STEM.fullmatch(stem):
                    self.say("FILE", "name", name, 1)
                if entry.texts.setdefault("key", stem) != stem:
                    self.say("FILE", "key", name, entry.lines["key"], stem, stem=stem, value=entry.texts["key"])
                    entry.texts["key"] = stem
            self.record(schema, name, entry)

    def csv(self, schema: Schema, name: str, path: Path, parts: tuple[str, ...]) -> None:
        entries, found = read_csv(name, path.read_bytes())
        self.findings += found
        child = next((s for c in schema.children if (s := self.schemas[c]).list == parts[1]), None) if len(parts) > 2 else None
        column = child.parent if child else "key"
        for entry in entries:
            if column not in entry.texts:
                self.say("FILE", "csv-key", name, entry.line, field=column)
            elif child:
                row = Row(name, entry.line)
                self.fill(child, row, entry)
                self.loose.append((schema.name, (child.list, entry.texts[column], row)))
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
                self.unknown(schema, list_name, name, entry.lines[list_name], lists)
        self.keep(record)

    def keep(self, record: Record) -> None:
        """Adds a record; the second of one key is a finding and is not published."""
        if earlier := self.records[record.kind].get(record.key):
            facts = {"field": "key", "value": record.key, "other": f"{earlier.path}:{earlier.line}"}
            self.say("CONSTRAINT", "unique", record.path, record.line_of("key"), **facts)
        elif record.key:
            self.records[record.kind][record.key] = record

    def join(self, other: "Loading") -> None:
        """Takes over what another process read."""
        self.findings += other.findings
        self.loose += other.loose
        for of in other.records.values():
            for record in of.values():
                self.keep(record)

    def row(self, child: Schema, name: str, entry: Entry, parent: str) -> Row:
        own = next(f for f in child.fields if not f.derived and f.name != child.parent)
        if "" in entry.lines:  # a plain text stands for the first field
            entry.texts = {own.name: entry.texts[""]} if "" in entry.texts else {}
            entry.lines = {own.name: entry.lines[""]}
        entry.texts.setdefault(child.parent, parent)
        row = Row(name, entry.line)
        self.fill(child, row, entry)
        return row

    def fill(self, schema: Schema, row: Row, entry: Entry) -> None:
        row.lines = entry.lines
        for name, text in entry.texts.items():
            field, line = schema.by_name.get(name), entry.lines.get(name, entry.line)
            if field is None:
                self.unknown(schema, name, row.path, line, {self.schemas[c].list: 0 for c in schema.children})
            elif field.derived:
                self.say("FIELD", "derived", row.path, line, field=name)
            else:
                value, wrong = parse(field, text, row.path, line)
                if wrong:
                    self.findings.append(wrong)
                else:
                    row.values[name] = value
        for field in schema.fields:
            if field.constraints.get("required") and not field.derived and field.name not in entry.texts:
                facts = {
                    "field": field.title[0].lower() + field.title[1:],
                    "example": field.example or "the example in the data dictionary",
                }
                self.say("REQUIRED", "missing", row.path, row.line, **facts)

    def unknown(self, schema: Schema, name: str, path: str, line: int, lists) -> None:
        if name in lists:
            self.say("FILE", "not-list", path, line, field=name)
            return
        close = difflib.get_close_matches(name, [*(f.name for f in schema.fields if not f.derived), *lists], 1, 0.7)
        kind = schema.plural.lower()
        self.say(
            "FIELD",
            "unknown-close" if close else "unknown",
            path,
            line,
            close[0] if close else "",
            field=name,
            kind=kind,
        )

    def say(self, rule: str, name: str, path: str, line: int, fix: str = "", **facts) -> None:
        self.findings.append(finding(rule, name, path, line, fix, **facts))

    def site(self, today: str, changed: dict[str, str]) -> Site:
        """The linked site. Rows of child tables in CSV join their records; one without a record is a finding."""
        for kind, (name, key, row) in self.loose:
            if record := self.records[kind].get(key):
                record.children.setdefault(name, []).append(row)
            else:
                self.say("REF", "missing", row.path, row.line, field=kind, value=key, kind=kind.replace("_", " "))
        records = {kind: dict(sorted(of.items())) for kind, of in self.records.items()}
        site = Site(self.schemas, records, today, changed)
        for of in records.values():
            for record in of.values():
                for link in site.links_of(record):
                    site.incoming.setdefault((link.field.refers, link.row.get(link.field.name)), []).append(link)
        return site


def load(
    office: Path, schemas: dict[str, Schema], today: str, changed: dict[str, str] | None = None
) -> tuple[Site, list[Finding]]:
    """Everything in `office`/data as a site, and what is wrong with the form of the files.

    `today` is an ISO day; `changed` says on which day each file was last changed. Mistakes are findings, never exceptions.
    """
    loading = Loading(office, schemas)
    if not (office / "data" / "publisher.yml").is_file():
        loading.say("FILE", "missing", "data/publisher.yml", 1, place="data/publisher.yml")

    def read(paths: Sequence[Path]) -> Loading:
        part = Loading(office, schemas)
        for path in paths:
            part.file(path)
        part.schemas = {}  # need not travel back
        return part

    for part in spread(read, split(files(office), PARALLEL)):
        loading.join(part)
    return loading.site(today, changed or {}), loading.findings


def files(office: Path) -> list[Path]:
    """The files of records, sorted. Hidden files and the description of the tables are none."""
    return sorted(
        path
        for path in (office / "data").rglob("*")
        if path.is_file()
        and path.name != "datapackage.json"
        and not any(p.startswith(".") for p in path.relative_to(office).parts)
    )
