"""The version number that changes ask for, as Semantic Versioning for data has it.

From the recipe "Data Package Version" (datapackage.org/recipes/data-package-version): the first publication is 1.0.0. A column
that is added, removed, moved or of another type, or that takes fewer values than before, is major, and so is a table that is
removed. A table or rows that are added are minor, and so is a column that takes more values. A correction is a patch. The
recipe does not name rows that went: they are minor, because who reads the rest goes on as before.
"""

import json
from collections.abc import Iterable

from daylight.changes import ADDED, CHANGED, COLUMN, LIMITS, TABLE, VALUES, Change
from daylight.releases import numbers

FIRST = "1.0.0"
MAJOR, MINOR, PATCH = 0, 1, 2


def version(before: str, changes: Iterable[Change]) -> str:
    """The version after `before`; the first one where that is ''."""
    if not before:
        return FIRST
    was = numbers(before)
    level = min((level_of(change) for change in changes), default=PATCH)
    return ".".join(str(n) for n in [*was[:level], was[level] + 1, *[0] * (PATCH - level)])


def level_of(change: Change) -> int:
    """Which of the three numbers a change raises."""
    if change.kind == LIMITS:
        return MINOR if is_wider(json.loads(change.before), json.loads(change.after)) else MAJOR
    if change.kind == TABLE:
        return MINOR if change.change == ADDED else MAJOR
    if change.kind == COLUMN:
        return MAJOR
    if change.kind == VALUES or (change.change == CHANGED and change.field):
        return PATCH
    return MINOR


def is_wider(old: dict, new: dict) -> bool:
    """Whether all values that met the constraints `old` of a column meet those in `new` too."""
    return all(name in old and _is_wider(name, old[name], limit) for name, limit in new.items())


def _is_wider(name: str, old, new) -> bool:
    if name in ("maximum", "maxLength"):
        return new >= old
    if name in ("minimum", "minLength"):
        return new <= old
    if name in ("required", "unique"):
        return old or not new
    return set(old) <= set(new) if name == "enum" else old == new
