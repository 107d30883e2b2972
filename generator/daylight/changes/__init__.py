"""What changed between two publications: record by record and field by field, from the public tables alone.

`tables` reads a publication, `compare` finds the changes, `reasons` says why, `repeated` takes out what must not be said
again, and `version` says which version number they ask for. Nothing here looks at records: what was never in a table cannot
get into a change.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from daylight.releases import CHANGES, Release

ADDED, CHANGED, WITHDRAWN = "added", "changed", "withdrawn"
TABLE, COLUMN, LIMITS, VALUES = "table", "column", "limits", "values"
SHAPE = (TABLE, COLUMN, LIMITS, VALUES)  # what a change that is about no record has for its kind


class Change(NamedTuple):
    """One change. What does not apply is '' (None for `before` and `after`).

    Of a record: `kind` and `key` are the record's, and `change` says whether it was added, changed or withdrawn. A changed one
    has a change for each `field`, with what stood there `before` and `after`. In a `list` of the record, `row` is the place of
    the row; a row that came has no field and all its cells `after`, one that went has them `before`.

    Of the tables: `kind` is "table", "column" or "limits" (what values a column may have) and `key` the table; or "values",
    for a column or a table that is worked out from others, in how many rows it differs.
    """

    kind: str
    key: str = ""
    title: str = ""
    change: str = CHANGED
    list: str = ""
    row: int | None = None
    field: str = ""
    before: str | dict[str, str] | None = None
    after: str | dict[str, str] | None = None
    not_repeated: bool = False  # whether what stood before, or some of it, is left out
    reason: str = ""
    page: str = ""

    @property
    def of_record(self) -> bool:
        return self.kind not in SHAPE


def of_release(release: Release) -> list[Change]:
    """The changes that a release says it has since the one before."""
    entries = json.loads(release.read(CHANGES))["changes"]
    return [Change(**{name: value for name, value in of.items() if name in Change._fields}) for of in entries]


def counts(changes: Sequence[Change]) -> dict[str, int]:
    """How many records were added, changed and withdrawn."""
    changed = {(c.kind, c.key) for c in changes if c.of_record and c.change == CHANGED}
    came, went = (sum(c.of_record and c.change == change for c in changes) for change in (ADDED, WITHDRAWN))
    return {ADDED: came, CHANGED: len(changed), WITHDRAWN: went}
