"""One record or row as it stands in a file, in plain text; and why a file cannot be read."""

from dataclasses import dataclass, field

Texts = dict[str, str]
Lines = dict[str, int]


@dataclass(slots=True)
class Entry:
    """One record, or one row of a child table, as text: `texts` and `lines` by field name.

    `lists` holds what stands below a field as a list. A value left empty is absent. An entry of a list that is a plain
    text and not a group of fields stands under the name ''. A field in `doubted` stands there with two different texts, and
    has none.
    """

    line: int
    texts: Texts = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    lists: dict[str, list["Entry"]] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()


class Unreadable(Exception):
    """Why a file cannot be read from some line on. Never leaves this package."""

    def __init__(self, line: int, name: str, **facts: str):
        super().__init__(name)
        self.line, self.name, self.facts = line, name, facts


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, with or without a mark at its beginning."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise Unreadable(data.count(b"\n", 0, e.start) + 1, "not-utf8") from None
