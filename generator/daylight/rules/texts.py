"""The texts of a record that the office words itself."""

from collections.abc import Iterator
from itertools import chain

from daylight.site import Record, Row

QUOTED = "words"  # of a strategy


def texts(record: Record) -> Iterator[tuple[Row, str, str]]:
    """Each text of a record and its lists, with its row and its field, but for what is kept letter by letter."""
    for row in chain([record], *record.children.values()) if record.children else (record,):
        for name, value in row.values.items():
            if type(value) is str and not name.endswith("_as_published") and name != QUOTED:
                yield row, name, value
