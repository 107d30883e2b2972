"""Says of the rows of a list which of those that were in the workbook each is, however they were sorted, copied or edited."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from daylight.schema import Schema
from daylight.workbook.opened import Signs, Typed
from daylight.workbook.records import Texts
from daylight.workbook.since import touched
from daylight.workbook.slid import Touch


class Original(NamedTuple):
    """The row that was in the workbook: the key of its record, its number, what its fields said, and which of them say
    something else now."""

    key: str
    number: int
    signs: Signs
    touches: Sequence[Touch] = ()


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
        self.by_key: dict[str, list[str]] = {}
        for name, original in self.free.items():
            self.by_key.setdefault(original.key, []).append(name)
        left = [row for row in marked if not self._take_same(row, row.name)]
        left = [row for row in left if not any(self._take_same(row, name) for name in self._of_record(row))]
        for row in sorted(left, key=lambda row: len(self._touches(row, _original(row)))):
            if row.name in self.free and self._parent(row) == _original(row).key:
                self._take(row, row.name)
        for row in (row for row in left if id(row) not in self.found):
            self._likeliest(row)

    def _take(self, row: Typed, name: str) -> None:
        original = self.free.pop(name)
        self.found[id(row)] = original._replace(touches=self._touches(row, original))

    def _take_same(self, row: Typed, name: str) -> bool:
        """Gives a row an original that says the same, if it is left."""
        if same := name in self.free and not self._touches(row, self.free[name]):
            self.found[id(row)] = self.free.pop(name)
        return same

    def _parent(self, row: Typed) -> str:
        return self.texts[id(row)].get(self.schema.parent, "")

    def _touches(self, row: Typed, original: Original) -> list[Touch]:
        return touched(row, self.texts[id(row)], original.signs, True)

    def _of_record(self, row: Typed) -> list[str]:
        """The originals that are left of the record that a row names."""
        names = self.by_key.get(self._parent(row), ())
        return [name for name in names if name in self.free]

    def _likeliest(self, row: Typed) -> None:
        """Of those that are left of its record the one from which least was changed; else its own, if that is left."""
        if of_record := self._of_record(row):
            self._take(row, min(of_record, key=lambda name: len(self._touches(row, self.free[name]))))
        elif row.name in self.free:
            self._take(row, row.name)


def _original(row: Typed) -> Original:
    key, _, number = row.name.rpartition("#")
    assert row.signs is not None
    return Original(key, int(number) if number.isdigit() else 0, row.signs)
