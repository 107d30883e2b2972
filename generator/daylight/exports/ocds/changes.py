"""What was changed later: as OCDS amendments, and what a field was before."""

from collections.abc import Container

from daylight.exports.ocds.small import moment, without_nothing
from daylight.record import Record, Row
from daylight.site import Site
from daylight.values import Value, parse
from daylight.words import _

AMENDS = frozenset({"variation", "extension"})  # kinds of change after which something else holds; a correction is none


def changes(record: Record) -> list[tuple[int, Row]]:
    """The changes that a record tells, each with its number from 1."""
    return list(enumerate(record.rows("changes"), 1)) if record.children else []


def amendments(site: Site, record: Record, kinds: Container[str | None]) -> list[dict]:
    """The changes of these kinds: what it was before and after in words, and why."""
    return [_amendment(site.schemas[record.kind], number, row) for number, row in changes(record) if row.get("kind") in kinds]


def _amendment(schema, number: int, row: Row) -> dict:
    field = schema.by_name.get(row.get("field"))
    name = _(field.title) if field else row.get("field", "")
    said = {
        "id": str(number),
        "date": moment(row.get("date")) if row.get("date") else "",
        "description": f"{name}: {row.get('before', '–')} → {row.get('after', '–')}" if name else "",
        "rationale": row.get("reason"),
    }
    return without_nothing(said)


def at_first(site: Site, record: Record, name: str) -> Value | None:
    """The value of a field before it was first varied or extended; None where there was none or it cannot be read."""
    rows = [row for _number, row in changes(record) if row.get("kind") in AMENDS and row.get("field") == name]
    if not rows:
        return record.get(name)
    before = min(rows, key=lambda row: row.get("date", "")).get("before", "")
    return parse(site.schemas[record.kind].by_name[name], before, record.path, record.line)[0]
