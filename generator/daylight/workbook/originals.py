"""Says of the rows of a list which of those that were in the workbook each is, however they were sorted, copied or edited."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from daylight.schema import Schema
from daylight.workbook.opened import Signs, Typed
from daylight.workbook.records import Texts
from daylight.workbook.since import touched


class Original(NamedTuple):
    """The row that was in the workbook: the key of its record, its number, and what its fields said."""

    key: str
    number: int
    signs: Signs


def originals(schema: Schema, rows: Sequence[Typed], texts: Mapping[int, Texts]) -> dict[int, Original]:
    """The original of each row that has one, by the identity of the row. `texts` are those of the rows, likewise.

    The mark in the hidden column says it, and where rows were sorted without that column, what the row says. Of a row and its
    copies, the original is the one that was changed least.
    """
    return _Matching(schema, rows, texts).found


class _Matching:
    """Gives each original to one row: the same, then those that say the same, then the likeliest."""

    def __init__(self, schema: Schema, rows: Sequence[Typed], texts: Mapping[int, Texts]):
        self.schema, self.texts = schema, texts
        self.found: dict[int, Original] = {}
        marked = [row for row in rows if row.name and row.signs is not None]
        self.free = {row.name: _original(row) for row in marked}
        left = [row for row in marked if not (row.name in self.free and self._same(row) and self._take(row, row.name))]
        if left:
            left = self._by_content(left)
        for row in sorted(left, key=lambda row: self._changes(row, _original(row))):
            if row.name in self.free and self._parent(row) == _original(row).key:
                self._take(row, row.name)
        for row in (row for row in left if id(row) not in self.found):
            self._likeliest(row)

    def _take(self, row: Typed, name: str) -> bool:
        self.found[id(row)] = self.free.pop(name)
        return True

    def _parent(self, row: Typed) -> str:
        return self.texts[id(row)].get(self.schema.parent, "")

    def _same(self, row: Typed) -> bool:
        return not touched(row, self.texts[id(row)], row.signs, True)

    def _changes(self, row: Typed, original: Original) -> int:
        return len(touched(row, self.texts[id(row)], original.signs, True))

    def _by_content(self, rows: Sequence[Typed]) -> list[Typed]:
        """Gives originals to the rows that say the same as one of their record, and gives back the others."""
        by_key: dict[str, list[str]] = {}
        for name, original in self.free.items():
            by_key.setdefault(original.key, []).append(name)
        left = []
        for row in rows:
            names = (name for name in by_key.get(self._parent(row), ()) if name in self.free)
            same = next((name for name in names if not self._changes(row, self.free[name])), "")
            if not (same and self._take(row, same)):
                left.append(row)
        return left

    def _likeliest(self, row: Typed) -> None:
        """Of those that are left of its record the one from which least was changed; else its own, if that is left."""
        of_record = [name for name, original in self.free.items() if original.key == self._parent(row)]
        if of_record:
            self._take(row, min(of_record, key=lambda name: self._changes(row, self.free[name])))
        elif row.name in self.free:
            self._take(row, row.name)


def _original(row: Typed) -> Original:
    key, _, number = row.name.rpartition("#")
    assert row.signs is not None
    return Original(key, int(number) if number.isdigit() else 0, row.signs)
