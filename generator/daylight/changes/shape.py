"""What changed about the tables themselves: tables, columns, their types and order, and the values that they may have."""

import json
from collections.abc import Iterator, Mapping

from daylight.changes import ADDED, CHANGED, COLUMN, LIMITS, TABLE, WITHDRAWN, Change
from daylight.changes.tables import Tabled


def compare(old: Mapping[str, Tabled], new: Mapping[str, Tabled]) -> Iterator[Change]:
    """The changes of tables in the order in which they are published; those that went come first."""
    for name, table in old.items():
        if name not in new:
            yield Change(TABLE, name, table.title, WITHDRAWN)
    for name, table in new.items():
        if name in old:
            yield from _table(old[name], table)
        else:
            yield Change(TABLE, name, table.title, ADDED)


def _table(old: Tabled, new: Tabled) -> Iterator[Change]:
    about = (new.name, new.title)
    if old.key != new.key:
        reason = "Rows are known by other columns, and so not compared."
        yield Change(TABLE, *about, CHANGED, before=", ".join(old.key), after=", ".join(new.key), reason=reason)
    if [name for name in old.fields if name in new.fields] != [name for name in new.fields if name in old.fields]:
        yield Change(TABLE, *about, CHANGED, reason="The columns stand in another order.")
    for name in old.fields:
        if name not in new.fields:
            yield Change(COLUMN, *about, WITHDRAWN, field=name)
    for name, now in new.fields.items():
        if name not in old.fields:
            yield Change(COLUMN, *about, ADDED, field=name)
            continue
        was = old.fields[name]
        if kind(was) != kind(now):
            yield Change(COLUMN, *about, CHANGED, field=name, before=kind(was), after=kind(now))
        elif was.get("constraints", {}) != now.get("constraints", {}):
            yield Change(LIMITS, *about, CHANGED, field=name, before=_limits(was), after=_limits(now))


def kind(field: dict) -> str:
    """The type of a column, with its format where that is not the usual one."""
    form = field.get("format", "default")
    return field["type"] if form == "default" else f"{field['type']} {form}"


def _limits(field: dict) -> str:
    return json.dumps(field.get("constraints", {}), ensure_ascii=False, sort_keys=True)
