"""Checks drafts as if they were files: each is written out as YAML, read back beside the rest of the office, and judged by the
same rules; what is found on a line is brought back to the field that stands there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from daylight import rules, writing
from daylight.drafts import Said
from daylight.drafts.merging import Merged
from daylight.drafts.present import Present, first
from daylight.findings import NOTE, Finding
from daylight.history import past
from daylight.load import assemble
from daylight.read import Part, read_data
from daylight.releases import releases
from daylight.schema import Schema
from daylight.sources import read_yaml

Known = tuple[str, str]  # the kind and the key of a record
Spot = tuple[str, int, str]  # a list or '', the number of its row or 0, a field


class Judging:
    """An office with drafts in the place of some of its records. Records are copied for each look, since they keep what was
    worked out from their neighbours."""

    def __init__(self, present: Present, today: str):
        self.present, self.today = present, today
        self.past, self.releases = past(present.office), releases(present.office)

    def found(self, drafts: Mapping[Known, Merged]) -> list[Finding]:
        """Everything but notes that is found in the office with these drafts, and with all else as it is."""
        parts = {name: _fresh(part) for name, part in self.present.without(set(drafts)).items()}
        for known, merged in drafts.items():
            name = self.path(known)
            parts[name] = _joined(parts.get(name), read_data(self.present.schemas, name, self.written(known, merged)))
        site, form = assemble(self.present.schemas, parts, self.today, self.past, self.releases)
        return [found for found in (*form, *rules.check(site)) if found.severity != NOTE]

    def path(self, known: Known) -> str:
        """Where the record of a draft stands while it is judged: in a file of its own."""
        kind, key = known
        return "data/publisher.yml" if kind == "publisher" else f"data/{self.present.schemas[kind].folder}/{key}.yml"

    def written(self, known: Known, merged: Merged) -> bytes:
        """The file of a draft. Its key comes first, lest what is said of the whole record is said of its first field."""
        kind, key = known
        schema, schemas = self.present.schemas[kind], self.present.schemas
        children = {schemas[child].list: schemas[child] for child in schema.children}
        rows = {name: [_typed(children[name], row) for row in of] for name, of in merged.rows.items() if name in children}
        text = writing.record(schemas, kind, _typed(schema, merged.fields), rows)
        return f"{writing.line('key', key)}\n{text}".encode()

    def spots(self, known: Known, merged: Merged) -> dict[int, Spot]:
        """What stands on each line of the file of a draft."""
        entry = read_yaml("", self.written(known, merged))[0][0]
        found = {line: ("", 0, name) for name, line in entry.lines.items() if name != "key"}
        for name, rows in entry.lists.items():
            child = self._child(known[0], name)
            for number, row in enumerate(rows, 1):
                found |= {line: (name, number, field or first(child)) for field, line in row.lines.items()}
        return found

    def _child(self, kind: str, name: str) -> Schema:
        schemas = self.present.schemas
        return next(schemas[child] for child in schemas[kind].children if schemas[child].list == name)

    def said(self, known: Known, merged: Merged, at: object, found: Iterable[Finding]) -> list[Said]:
        """Findings about a draft, each with the field that it is about."""
        spots, told = self.spots(known, merged), []
        for finding in found:
            name, number, on_line = spots.get(finding.line, ("", 0, ""))
            told.append(Said(name, number, finding.field or on_line, merged.origins.get((name, number), at), finding))
        return told


def _typed(schema: Schema, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields that a person types; a name that the schema does not know stays in its file, and is said there."""
    return {n: text for n, text in fields.items() if n in schema.by_name and not schema.by_name[n].derived and n != "key"}


def _fresh(part: Part) -> Part:
    return replace(part, records=[replace(record, kept={}) for record in part.records])


def _joined(there: Part | None, new: Part) -> Part:
    return Part([*there.records, *new.records], there.loose, [*there.findings, *new.findings]) if there else new
