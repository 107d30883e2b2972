"""Compares two publications: the tables themselves, then the records by their keys, then what is worked out from them."""

from collections.abc import Iterator, Mapping

from daylight.changes import ADDED, CHANGED, VALUES, WITHDRAWN, Change, lists, shape
from daylight.changes.tables import Tabled
from daylight.schema import Schema

Tables = Mapping[str, Tabled]


def compare(old: Tables, new: Tables, schemas: Mapping[str, Schema]) -> list[Change]:
    """Every change from `old` to `new`. `schemas` say which tables hold records, which lists, and what is worked out.

    Rows are known by their primary keys. A record that came or went is one change; its values stand in the tables. What is
    worked out from other fields is not told record by record: it follows from changes that are.
    """
    kinds = {schema.resource: schema for schema in schemas.values()}
    found = [*shape.compare(old, new)]
    for name, table in new.items():
        schema, before = kinds.get(name), old.get(name) or _empty(table)
        if before.key == table.key and schema and not schema.parent:
            changes = [*_records(schema, before, table), *lists.compare(schema, schemas, old, new)]
            found += sorted(changes, key=lambda change: change.key)
    for name, table in new.items():
        if name in old and old[name].data != table.data and old[name].key == table.key:
            found += _worked_out(old[name], table, kinds.get(name))
    return found


def _empty(table: Tabled) -> Tabled:
    return Tabled(table.name, table.title, table.fields, table.key, b"")


def _records(schema: Schema, old: Tabled, new: Tabled) -> Iterator[Change]:
    """The records of a kind that came, went, or say something else. A column that went is a change of the table alone."""
    if old.data == new.data:
        return
    columns = [name for name in new.fields if not _is_worked_out(schema, name)]
    for key in sorted(old.rows.keys() | new.rows.keys()):
        before, after = old.rows.get(key), new.rows.get(key)
        if after is None:
            yield Change(schema.name, key[0], "", WITHDRAWN, page=old.cell(before, "page"))
            continue
        about = (schema.name, key[0], new.cell(after, schema.label) or key[0])
        page = new.cell(after, "page")
        if before is None:
            yield Change(*about, ADDED, page=page)
            continue
        for name in columns if before != after else ():
            was, now = old.cell(before, name), new.cell(after, name)
            if was != now:
                yield Change(*about, CHANGED, field=name, before=was or None, after=now or None, page=page)


def _worked_out(old: Tabled, new: Tabled, schema: Schema | None) -> Iterator[Change]:
    """In how many rows each column that is worked out differs, and each table that is worked out as a whole."""
    if not schema:
        differ = sum(old.rows.get(key) != new.rows.get(key) for key in old.rows.keys() | new.rows.keys())
        if differ:
            yield Change(VALUES, new.name, new.title, CHANGED, reason=_in_rows(differ))
        return
    for name in new.fields if not schema.parent else ():
        if name in old.fields and _is_worked_out(schema, name):
            both = old.rows.keys() & new.rows.keys()
            if differ := sum(old.cell(old.rows[key], name) != new.cell(new.rows[key], name) for key in both):
                yield Change(VALUES, new.name, new.title, CHANGED, field=name, reason=_in_rows(differ))


def _is_worked_out(schema: Schema, column: str) -> bool:
    return column in schema.by_name and schema.by_name[column].derived


def _in_rows(count: int) -> str:
    return f"Worked out anew in {count:,} {'row' if count == 1 else 'rows'}."
