"""A record and the rows of its lists, as values: no record knows of another."""

from dataclasses import dataclass, field

from daylight.values import Value


@dataclass(eq=False, slots=True)
class Row:
    """One row of a child table, such as a yearly amount. Missing values are absent.

    `doubted` are the fields of which it is said already that their text is wrong, or missing: each has no value, or the one
    that was surely meant.
    """

    path: str
    line: int
    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()

    def get(self, name: str, default=None):
        return self.values.get(name, default)

    def line_of(self, name: str) -> int:
        """The line on which a field stands, or the first line of the record where it is missing."""
        return self.lines.get(name, self.line)


@dataclass(eq=False, slots=True)
class Record(Row):
    """One record of a kind, with the rows of its child tables by the name of the list. A record with mistakes still exists.

    `kept` holds what was worked out from it and its neighbours (see `keeping`); it is emptied when one of them changes.
    """

    kind: str = ""
    key: str = ""
    children: dict[str, list[Row]] = field(default_factory=dict)
    kept: dict = field(default_factory=dict)

    def rows(self, name: str) -> list[Row]:
        return self.children.get(name, [])


def same(one: Record, other: Record | None) -> bool:
    """Whether two records say the same, from the same file, on whatever line."""
    if other is None or one.path != other.path or one.values != other.values or one.children.keys() != other.children.keys():
        return False
    pairs = ((one.children[name], other.children[name]) for name in one.children)
    said = [[(r.values, r.doubted) for r in a] == [(r.values, r.doubted) for r in b] for a, b in pairs]
    return one.doubted == other.doubted and all(said)
