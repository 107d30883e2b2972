"""The rows of a list: to which record each belongs, and which row of that record it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from daylight.drafts import DraftRow
from daylight.schema import Schema
from daylight.workbook.meanings import Meanings
from daylight.workbook.opened import Typed
from daylight.workbook.originals import Original, originals
from daylight.workbook.records import Texts
from daylight.workbook.since import cells_wrong, changed, place_of
from daylight.workbook.slid import slid
from daylight.workbook.taken import Remark, Skip, remark
from daylight.workbook.terms import unknown


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
    meanings: Meanings,
    texts: Callable[[Typed], Texts],
) -> Listed:
    """The rows of a list. `now` are those of the records by key and number, `meanings` know those that are new."""
    found = Listed({}, [], [], set())
    of_record = {id(row): texts(row) for row in rows}
    original = originals(schema, rows, of_record)
    moved = slid(schema, ((row.place, of.touches) for row in rows if (of := original.get(id(row)))))
    for row in rows:
        typed, of = of_record[id(row)], original.get(id(row))
        parent = typed.get(schema.parent, "")
        remarks = [*cells_wrong(row), *moved.get(row.place.row, ()), *_parent_wrong(schema, row, parent, of, meanings)]
        if not remarks:
            made, remarks = _row(schema, row, typed, of, now.get(parent, {}))
            if made:
                found.rows.setdefault(parent, []).append(made)
            elif not remarks:
                found.skips.append(Skip(row.place, "This row was changed in the records since, and not here."))
        found.remarks.extend(remarks)
        if remarks:
            found.held.update(key for key in (parent, of.key if of else "") if key)
    return found


def _parent_wrong(schema: Schema, row: Typed, parent: str, of: Original | None, meanings: Meanings) -> list[Remark]:
    """What is wrong with the record that a row names as its own."""
    title = schema.by_name[schema.parent].title
    if not parent:
        return [remark(row.place, "no-record", schema.parent, title=title)]
    if parent not in meanings.names.get(schema.parent, {}):
        return [unknown(row.place, schema.by_name[schema.parent], parent, meanings)]
    return [remark(row.place, "moved", schema.parent, before=of.key, value=parent)] if of and of.key != parent else []


def _row(
    schema: Schema, row: Typed, typed: Texts, of: Original | None, now: Mapping[int, Texts]
) -> tuple[DraftRow | None, list[Remark]]:
    """A row of the list as a draft: a new one, or one that is there, found again wherever it stands now.

    None for one that is there no more as it was, and that nobody touched here.
    """
    own = {name: text for name, text in typed.items() if name != schema.parent}
    if not of:
        return DraftRow(own, None, row.place), []
    if place := place_of(of.signs, of.number, now, schema.parent):
        fields, remarks = changed(schema, row, of.touches, now[place])
        return DraftRow(fields, place, row.place), remarks
    if same := next((n for n, texts in now.items() if texts == typed), 0):
        return DraftRow({}, same, row.place), []
    if not own:  # it was emptied, and is taken away already
        return DraftRow({}, None, row.place), []
    return None, [remark(row.place, "row-changed", list=schema.plural.lower())] if of.touches else []
