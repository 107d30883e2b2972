"""Makes the files of a proposal: new ones whole, and of those that are there only the lines that change."""

from collections.abc import Mapping

from daylight.drafts.judging import Known
from daylight.drafts.merging import Merged
from daylight.drafts.present import Present
from daylight.record import Record
from daylight.writing import record as whole
from daylight.writing import tables
from daylight.writing.edits import edited

Changed = Mapping[str, str | None]


class Files:
    """The files that drafts change. Those of tables are made last, when all their rows are known."""

    def __init__(self, present: Present):
        self.present, self.schemas = present, present.schemas
        self.yaml: dict[str, bytes] = {}
        self.cells: dict[str, dict[int, Changed]] = {}  # by table and line
        self.rows: dict[str, list[dict[str, str]]] = {}  # new rows, by table
        self.owners: dict[str, str] = {}  # the column that says whose row it is, of tables of lists

    def put(self, path: str, known: Known, merged: Merged) -> None:
        """Notes what one draft changes."""
        record = self.present.record(*known)
        if record is None:
            self.yaml[path] = whole(self.schemas, known[0], merged.fields, merged.rows).encode()
        elif record.path.endswith(".yml"):
            self._edit(record, merged)
        else:
            if merged.changed:
                self.cells.setdefault(record.path, {})[record.line] = merged.changed
            for name, rows in merged.changed_rows.items():
                self._in_table(record, name, rows)

    def _edit(self, record: Record, merged: Merged) -> None:
        """The file of a record. Its lists begin with the rows that stand in it; others stand in tables."""
        own: dict[str, dict[int, Changed]] = {}
        for name, rows in merged.changed_rows.items():
            there = record.rows(name)
            inside = sum(row.path == record.path for row in there)
            outside = {number: cells for number, cells in rows.items() if inside < number <= len(there)}
            mine = {number: cells for number, cells in rows.items() if number not in outside}
            own |= {name: mine} if mine else {}
            self._in_table(record, name, outside)
        if own or merged.changed:
            text = (self.present.office / record.path).read_bytes().decode()
            self.yaml[record.path] = edited(text, self.schemas, record.kind, merged.changed, own).encode()

    def _in_table(self, record: Record, name: str, rows: Mapping[int, Changed]) -> None:
        """Rows of a list that stand in a table of their own, or come into one."""
        there = record.rows(name)
        for number, cells in sorted(rows.items()):
            if number <= len(there):
                row = there[number - 1]
                self.cells.setdefault(row.path, {})[row.line] = cells
                self.owners[row.path] = record.kind
            else:
                new = {record.kind: record.key} | {field: text for field, text in cells.items() if text}
                self.rows.setdefault(self._table(record, name), []).append(new)

    def _table(self, record: Record, name: str) -> str:
        """The table for new rows of a list: the one that has rows of that list, of this record or of any, else a new one."""
        folder = f"data/{self.schemas[record.kind].folder}/{name}/"
        own = [row.path for row in record.rows(name)]
        there = [path for path in self.present.names if path.startswith(folder) and path.endswith(".csv")]
        return next(iter([*own, *there]), folder + record.path.rpartition("/")[2])

    def made(self) -> dict[str, bytes]:
        """All files, by path, in the order of their paths."""
        found = dict(self.yaml)
        for path in sorted({*self.cells, *self.rows}):
            place = self.present.office / path
            data = place.read_bytes() if place.is_file() else b""
            if path in self.cells:
                data = tables.edited(data, self.cells[path], self.owners.get(path, ""))
            found[path] = tables.appended(data, self.rows.get(path, [])) if path in self.rows else data
        return dict(sorted(found.items()))
