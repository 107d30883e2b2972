"""What becomes of the cells of an item of which a 360Giving grant lists several, such as a place."""

from collections.abc import Mapping

from daylight.intake.cells import Cell
from daylight.intake.said import Said

At = Mapping[str, tuple[int, Cell]]
BY_RECORD = "the record that it leads to says it"


def text_of(item: Mapping[str, tuple[int, Cell]], name: str) -> str:
    return item[name][1].text if name in item else ""


def into(said: Said, item: Mapping[str, tuple[int, Cell]], field: str, *names: str, left: str = BY_RECORD) -> None:
    """Says of the cells of an item that those with these names went into a field, and why the others did not."""
    for name, (column, _cell) in item.items():
        if name in names:
            said.taken.into[column] = field
            said.columns.setdefault(field.rpartition(".")[2], column)
        else:
            said.taken.left[column] = left
