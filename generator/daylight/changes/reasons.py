"""Why something changed, where a record says so in its own list of changes."""

from collections.abc import Iterable, Mapping

from daylight.changes import Change
from daylight.schema import Schema

CHANGES = "changes"  # the list in which a record says what changed, of which field, and why


def reasoned(changes: Iterable[Change], schemas: Mapping[str, Schema]) -> list[Change]:
    """The changes, each with the reason that the record gives for its field or list in a row that came with it."""
    changes, reasons = list(changes), {}
    for change in changes:
        if change.list == CHANGES and isinstance(change.after, dict) and "reason" in change.after:
            reasons[change.kind, change.key, change.after.get("field", "").casefold()] = change.after["reason"]
    return [change._replace(reason=_reason(change, reasons, schemas)) if change.of_record else change for change in changes]


def _reason(change: Change, reasons: Mapping[tuple[str, str, str], str], schemas: Mapping[str, Schema]) -> str:
    name = change.list or change.field
    field = schemas[change.kind].by_name.get(name)
    for called in (name, field.title if field else name) if name and name != CHANGES else ():
        if said := reasons.get((change.kind, change.key, called.casefold())):
            return said
    return ""
