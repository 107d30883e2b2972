"""What an office has now, as the texts that stand in its files: of a record in YAML, of one in a table, of rows in others."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from daylight.load import assemble, files, read
from daylight.read import Part
from daylight.record import Record, Row
from daylight.schema import Schema, load_schemas
from daylight.sources import Entry, read_csv, read_yaml


class There(NamedTuple):
    """The texts of a record: its own, and those of each row of its lists in their order."""

    fields: Mapping[str, str]
    rows: Mapping[str, list[Mapping[str, str]]]


class Present:
    """An office as it is. Files are read once, and only where somebody asks."""

    def __init__(self, office: Path, today: str):
        self.office, self.schemas = office, load_schemas()
        self.names = files(office)
        self.parts = read(office, self.schemas, self.names)
        self.site, _ = assemble(self.schemas, self.parts, today)
        self._tables: dict[str, dict[int, Entry]] = {}

    @cached_property
    def taken(self) -> dict[str, str]:
        """The paths of YAML files that are there, by their small letters: some systems know no others."""
        return {name.casefold(): name for name in self.names}

    def record(self, kind: str, key: str) -> Record | None:
        """The record of a kind and key, if there is one. There is one publisher, whatever its key."""
        return self.site.get(kind, key) if kind != "publisher" else next(iter(self.site.all(kind)), None)

    def there(self, record: Record) -> There:
        """The texts of a record as they stand in the files, whatever is wrong with them."""
        own = self._yaml(record) if record.path.endswith(".yml") else self.table(record.path)[record.line]
        rows = {name: [self._row(record, name, row, own) for row in of] for name, of in record.children.items()}
        return There({name: text for name, text in own.texts.items() if name != "key"}, rows)

    def _yaml(self, record: Record) -> Entry:
        return read_yaml(record.path, (self.office / record.path).read_bytes())[0][0]

    def _row(self, record: Record, name: str, row: Row, own: Entry) -> Mapping[str, str]:
        child = next(self.schemas[c] for c in self.schemas[record.kind].children if self.schemas[c].list == name)
        if row.path != record.path:
            texts = self.table(row.path)[row.line].texts
        else:
            texts = own.lists[name][record.children[name].index(row)].texts
        return {field or first(child): text for field, text in texts.items() if field != child.parent}

    def table(self, path: str) -> dict[int, Entry]:
        """The rows of a CSV table by the line on which each begins."""
        if path not in self._tables:
            self._tables[path] = {entry.line: entry for entry in read_csv(path, (self.office / path).read_bytes())[0]}
        return self._tables[path]

    def without(self, drafted: set[tuple[str, str]]) -> dict[str, Part]:
        """The parts of all files without the records of some kinds and keys, and without the rows of their lists."""
        found = {}
        for path, part in self.parts.items():
            records = [record for record in part.records if (record.kind, record.key) not in drafted]
            loose = [of for of in part.loose if of[:2] not in drafted]
            whole = len(records) == len(part.records) and len(loose) == len(part.loose)
            found[path] = part if whole else Part(records, loose, [])
        return found


def first(child: Schema) -> str:
    """The name of the field for which a plain text stands in a list."""
    return next(f.name for f in child.fields if not f.derived and f.name != child.parent)
