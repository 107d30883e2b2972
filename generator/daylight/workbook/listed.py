"""The rows of a list: to which record each belongs, and which row of that record it is."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from daylight.drafts import DraftRow
from daylight.schema import Schema
from daylight.workbook.opened import Typed
from daylight.workbook.records import Texts
from daylight.workbook.since import cells_wrong, changed, place_of, touched
from daylight.workbook.taken import Remark, Skip, remark


class Listed(NamedTuple):
    """The rows by the key of their record, what must be put right, what was passed over, and the records held back by it."""

    rows: dict[str, list[DraftRow]]
    remarks: list[Remark]
    skips: list[Skip]
    held: set[str]


def listed(
    schema: Schema,
    rows: Sequence[Typed],
    now: Mapping[str, Mapping[int, Texts]],
    known: Collection[str],
    texts: Callable[[Typed], Texts],
) -> Listed:
    """The rows of a list. `now` are those of the records by key and number, `known` the keys of all records, also new ones."""
    found = Listed({}, [], [], set())
    of_record = {id(row): texts(row) for row in rows}
    originals = _originals(schema, rows, of_record)
    for row in rows:
        typed, parent = of_record[id(row)], of_record[id(row)].get(schema.parent, "")
        remarks = cells_wrong(row)
        before, number = _name(row) if id(row) in originals else ("", 0)
        if not parent:
            remarks.append(remark(row.place, "no-record", schema.parent, title=schema.by_name[schema.parent].title))
        elif parent not in known:
            title = schema.by_name[schema.parent].title
            remarks.append(remark(row.place, "unknown-record", schema.parent, title=title, value=parent))
        elif before and before != parent:
            remarks.append(remark(row.place, "moved", schema.parent, before=before, value=parent))
        if not remarks:
            made, remarks = _row(schema, row, typed, number, now.get(parent, {}))
            if made:
                found.rows.setdefault(parent, []).append(made)
            elif not remarks:
                found.skips.append(Skip(row.place, "This row was changed in the records since, and not here."))
        found.remarks.extend(remarks)
        if remarks:
            found.held.update(key for key in (parent, before) if key)
    return found


def _originals(schema: Schema, rows: Sequence[Typed], texts: Mapping[int, Texts]) -> set[int]:
    """The rows that are what their mark says, by their identity: of a row and its copies, the one that was changed least."""
    by_name: dict[str, list[Typed]] = {}
    for row in rows:
        if row.name:
            by_name.setdefault(row.name, []).append(row)

    def changes(row: Typed) -> tuple[bool, int]:
        typed = texts[id(row)]
        return typed.get(schema.parent) != _name(row)[0], sum(1 for _ in touched(row, typed, row.signs, True))

    return {id(min(same, key=changes)) for same in by_name.values()}


def _name(row: Typed) -> tuple[str, int]:
    """The key of the record and the number of the row, as the mark has them."""
    key, _, number = row.name.rpartition("#")
    return key, int(number) if number.isdigit() else 0


def _row(
    schema: Schema, row: Typed, typed: Texts, number: int, now: Mapping[int, Texts]
) -> tuple[DraftRow | None, list[Remark]]:
    """A row of the list as a draft: a new one, or one that is there, found again wherever it stands now.

    None for one that is there no more as it was, and that nobody touched here.
    """
    own = {name: text for name, text in typed.items() if name != schema.parent}
    if not number:
        return DraftRow(own, None, row.place), []
    if place := place_of(row.signs, number, now, schema.parent):
        fields, remarks = changed(schema, row, typed, row.signs, True, now[place])
        return DraftRow(fields, place, row.place), remarks
    if same := next((n for n, texts in now.items() if texts == typed), 0):
        return DraftRow({}, same, row.place), []
    if not any(touched(row, typed, row.signs, True)):
        return None, []
    return None, [remark(row.place, "row-changed", list=schema.plural.lower())]
