"""Reads one file of records, YAML or CSV, into its part."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from daylight.read import names
from daylight.read.names import slug
from daylight.read.part import Part
from daylight.read.rows import Rows
from daylight.read.table import columns, is_headed
from daylight.record import Row
from daylight.schema import Schema
from daylight.sources import read_csv, read_yaml

TOTALS = frozenset({"total", "totals", "grand total", "sum", "cyfanswm"})
_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Reading:
    """Reads one file into its part."""

    def __init__(self, schemas: dict[str, Schema], data: Callable[[], bytes]):
        self.schemas, self.bytes, self.part = schemas, data, Part()
        self.rows = Rows(schemas, self.part)
        self.folders = {s.folder: s for s in schemas.values() if s.folder and s.name != "publisher"}

    def file(self, name: str) -> Part:
        """The part of the file at a path below the office."""
        path, parts = PurePosixPath(name), name.split("/")[1:]
        if name == "data/publisher.yml":
            self.yaml(self.schemas["publisher"], name, path)
        elif parts[0] not in self.folders:
            self.elsewhere(name, parts)
        elif not name.isprintable():
            self.part.say("FILE", "name", name, 1)
        elif path.suffix == ".yml":
            self.yaml(self.folders[parts[0]], name, path)
        elif path.suffix == ".csv":
            self.csv(self.folders[parts[0]], name, path, parts)
        else:
            self.unnamed("suffix", self.folders[parts[0]].name, name, path)
        return self.part

    def elsewhere(self, name: str, parts: list[str]) -> None:
        """Says of a file that it is in no folder of records, and in which it was surely meant to be."""
        if len(parts) == 1 and not name.endswith((".yml", ".yaml", ".csv")):
            return
        folder = names.folder(parts[0], self.folders.values()) if len(parts) > 1 else ""
        kind = self.folders[folder].name if folder else ""
        self.part.unread.append((kind, slug(parts[-1].partition(".")[0])))
        if folder:
            self.part.say("FILE", "place-close", name, 1, "/".join(["data", folder, *parts[1:]]), folder=f"data/{folder}")
        else:
            self.part.say("FILE", "place", name, 1, folders=", ".join(self.folders))

    def misplaced(self, schema: Schema, name: str, path: PurePosixPath) -> None:
        """Says of a record that it is of another kind than those of its folder."""
        self.part.unread.append((schema.name, path.stem))
        folder = f"data/{schema.folder}"
        self.part.say("FILE", "place-close", name, 1, f"{folder}/{path.name}", folder=folder)

    def unnamed(self, wording: str, kind: str, name: str, path: PurePosixPath) -> None:
        """Says of a file that its name is none of a record, and which was surely meant."""
        self.part.unread.append((kind, slug(path.name.partition(".")[0])))
        self.part.say("FILE", wording, name, 1, names.file_name(path.name))

    def yaml(self, schema: Schema, name: str, path: PurePosixPath) -> None:
        if schema.name != "publisher" and not _STEM.fullmatch(path.stem):
            self.unnamed("name", schema.name, name, path)
            return
        entries, found = read_yaml(name, self.bytes(), schema.by_name)
        other = names.kind(entries[0].lines, schema, self.schemas) if entries and schema.name != "publisher" else None
        if other:
            self.misplaced(other, name, path)
            return
        self.part.findings += found
        if not entries:
            self.part.unread.append((schema.name, path.stem if schema.name != "publisher" else ""))
        for entry in entries:
            if schema.name != "publisher" and entry.texts.setdefault("key", path.stem) != path.stem:
                self.part.say("FILE", "key", name, entry.lines["key"], path.stem, stem=path.stem, value=entry.texts["key"])
                entry.texts["key"] = path.stem
            self.rows.record(schema, name, entry)

    def csv(self, schema: Schema, name: str, path: PurePosixPath, parts: list[str]) -> None:
        entries, found = read_csv(name, self.bytes())
        self.part.findings += found
        child = next((s for c in schema.children if (s := self.schemas[c]).list == parts[1]), None) if len(parts) > 2 else None
        column = child.parent if child else "key"
        if found and not child:
            self.part.unread.append((schema.name, ""))
        if not entries:
            return
        if not is_headed(self.part, self.schemas, child or schema, name, entries):
            self.part.unread += [] if child else [(schema.name, "")]
            return
        self.rows.missed = columns(self.part, self.schemas, child or schema, name, entries)
        for entry in entries:
            if entry.texts.get(column, "").casefold() in TOTALS:
                self.part.say("FILE", "csv-total", name, entry.line)
            elif column not in entry.texts:
                fix = "" if child else slug(entry.texts.get(schema.label, ""))
                self.part.say("FILE", "csv-key-empty", name, entry.line, fix, field=column)
                self.part.unread += [] if child else [(schema.name, "")]
            elif child:
                row = Row(name, entry.line)
                self.rows.fill(child, row, entry)
                self.part.loose.append((schema.name, entry.texts[column], child.list, row))
            else:
                self.rows.record(schema, name, entry)
