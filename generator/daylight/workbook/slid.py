"""Finds columns whose cells no longer stand with their rows: sorted, or moved up or down, without the other columns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from daylight.intake.place import Place
from daylight.schema import Field, Schema
from daylight.workbook.layout import fingerprint
from daylight.workbook.taken import Remark, remark

FEWEST = 3  # rows; two that change places are a correction


class Touch(NamedTuple):
    """A cell that says something else than when the workbook was made: the field, the text ('' where it was emptied), and the
    sign of what it said then: '' for nothing, None where that is not known."""

    field: str
    text: str
    sign: str | None


def slid(schema: Schema, rows: Iterable[tuple[Place, Sequence[Touch]]]) -> dict[int, list[Remark]]:
    """What is said of cells that say what other rows said, by the number of the row.

    A column has slid where three or more of its cells changed, all but one to what others of them said. Choices are left out:
    "Yes" and "No" change places without anybody having sorted them.
    """
    by_field: dict[str, list[tuple[Place, Touch]]] = {}
    for place, touches in rows:
        for touch in touches:
            by_field.setdefault(touch.field, []).append((place, touch))
    found: dict[int, list[Remark]] = {}
    for name, of in by_field.items():
        if len(of) >= FEWEST and _has_slid(schema.by_name[name], [touch for _, touch in of]):
            for place, _ in of:
                found.setdefault(place.row, []).append(remark(place, "slid", name, title=schema.by_name[name].title))
    return found


def _has_slid(field: Field, touches: Sequence[Touch]) -> bool:
    if field.categories or field.type == "boolean":
        return False
    then = Counter(touch.sign for touch in touches if touch.sign is not None)
    now = Counter(fingerprint(touch.text) if touch.text else "" for touch in touches)
    again = then & now  # what was said before in another row
    return len(again) >= FEWEST and again.total() >= len(touches) - 1
