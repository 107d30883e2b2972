"""What a draft changes in a record that is there, or in nothing: field by field, and row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from daylight.drafts import Draft, DraftRow, Fields, Step
from daylight.drafts.present import There
from daylight.schema import Schema
from daylight.values import parse

NOTHING = There({}, {})


@dataclass
class Merged:
    """A record as it would be. `changed` and `changed_rows` (by list and number) hold what differs from what is there, and
    `origins` the `at` of each row that a draft speaks of."""

    fields: dict[str, str]
    rows: dict[str, list[dict[str, str]]]
    changed: dict[str, str | None] = field(default_factory=dict)
    changed_rows: dict[str, dict[int, dict[str, str | None]]] = field(default_factory=dict)
    origins: dict[tuple[str, int], object] = field(default_factory=dict)

    def steps(self, there: There) -> Iterator[Step]:
        """Each field that differs, with what was there before."""
        for name, after in self.changed.items():
            yield Step("", 0, name, there.fields.get(name, ""), after or "")
        for list_name, of in self.changed_rows.items():
            before = there.rows.get(list_name, [])
            for number, cells in of.items():
                old, at = before[number - 1] if number <= len(before) else {}, self.origins.get((list_name, number))
                yield from (Step(list_name, number, name, old.get(name, ""), after or "", at) for name, after in cells.items())


def merge(schemas: Mapping[str, Schema], draft: Draft, there: There) -> Merged:
    """The record of a draft, and what differs. What says the same in other words, such as 5.0 for 5.00, is no change."""
    schema = schemas[draft.kind]
    changed = differing(schema, draft.fields, there.fields)
    rows = {name: [dict(row) for row in of] for name, of in there.rows.items()}
    merged = Merged(_with(there.fields, changed), rows, changed)
    children = {schemas[child].list: schemas[child] for child in schema.children}
    for name, rows in draft.rows.items():
        _merge_rows(children[name], name, rows, merged)
    return merged


def _merge_rows(child: Schema, name: str, rows: Sequence[DraftRow], merged: Merged) -> None:
    there = merged.rows.setdefault(name, [])
    free = [place for place in range(len(there)) if place + 1 not in {row.number for row in rows}]
    for row in rows:
        place = row.number - 1 if row.number and row.number <= len(there) else None
        if place is None:
            place = next((p for p in free if not differing(child, row.fields, there[p])), None)
            free = [p for p in free if p != place]
        if place is None:
            if not any(row.fields.values()):
                continue
            place = len(there)
            there.append({})
        merged.origins[name, place + 1] = row.at
        if changed := differing(child, row.fields, there[place]):
            there[place] = _with(there[place], changed)
            merged.changed_rows.setdefault(name, {})[place + 1] = changed


def differing(schema: Schema, fields: Fields, there: Mapping[str, str]) -> dict[str, str | None]:
    """The fields that say something else than what is there."""
    return {name: text or None for name, text in fields.items() if not _same(schema, name, text or "", there.get(name, ""))}


def _same(schema: Schema, name: str, one: str, other: str) -> bool:
    if one == other or not one or not other:
        return one == other
    values = [parse(schema.by_name[name], text, "", 1)[0] for text in (one, other)]
    return values[0] is not None and values[0] == values[1]


def _with(fields: Mapping[str, str], changed: Fields) -> dict[str, str]:
    return {name: text for name, text in {**fields, **changed}.items() if text}
