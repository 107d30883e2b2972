"""Turns the rows of a workbook into drafts: kind by kind, then the rows of their lists."""

from collections.abc import Iterator, Mapping, Sequence

from daylight.drafts import Draft, DraftRow
from daylight.intake.cells import Sheet
from daylight.intake.place import Place
from daylight.schema import Schema
from daylight.workbook import left
from daylight.workbook.identity import Own, examples, identify
from daylight.workbook.listed import Listed, listed
from daylight.workbook.meanings import Meanings
from daylight.workbook.opened import Opened, Typed
from daylight.workbook.records import Records, Texts
from daylight.workbook.since import Fields, cells_wrong, changed, touched
from daylight.workbook.slid import slid
from daylight.workbook.taken import Remark, Skip, Taken, remark

LAST = ("award",)  # kinds whose keys are made of the names of others


def drafts(records: Records, sheets: Sequence[Sheet]) -> Taken:
    """Everything that a workbook says, as drafts, remarks and stated skips."""
    opened = Opened(sheets, records.site.schemas, records.site.publisher.key)
    if opened.remarks:  # of a workbook that is not what it was, nothing is read
        return Taken([], opened.remarks, opened.skips)
    return _Reading(records, opened).taken()


class _Reading:
    """Reads the rows of an opened workbook beside the records of today."""

    def __init__(self, records: Records, opened: Opened):
        self.records, self.opened = records, opened
        self.names = records.names()
        self.fresh: dict[str, list[tuple[str, str]]] = {}
        self.meanings = Meanings(self.names)
        self.remarks: list[Remark] = []
        self.skips: list[Skip] = [*opened.skips]
        self.examples: list[Place] = []
        self.held: set[tuple[str, str]] = set()
        self.own: dict[tuple[str, str], tuple[Fields, Place]] = {}

    def taken(self) -> Taken:
        schemas = self.opened.schemas
        kinds = [s for s in schemas.values() if not s.parent]
        owned = {s.name: self._identified(s) for s in sorted(kinds, key=lambda s: s.name in LAST)}
        for kind in kinds:
            self._kind(kind, owned[kind.name])
        rows: dict[tuple[str, str], dict[str, list[DraftRow]]] = {}
        for schema in (s for s in schemas.values() if s.parent):
            for known, found in self._list(schema).items():
                rows.setdefault(known, {})[schema.list] = found
        self.skips += left.sheets(self.opened)
        return Taken(self._drafts(rows), self.remarks, [*self._example(), *self.skips], self.held, self.meanings)

    def _example(self) -> Iterator[Skip]:
        """All rows of examples in one: there is one on each sheet, and whoever looks for what was passed over knows them."""
        sheets = len({place.sheet for place in self.examples})
        if count := len(self.examples):
            where = "" if sheets == 1 else f" on {sheets} sheets"
            why = f"{count} rows{where} are examples" if count > 1 else "This row is the example"
            yield Skip(Place("All sheets", 0), f"{why}, and never read.")

    def texts(self, schema: Schema, row: Typed) -> dict[str, str]:
        """The texts of a row, as records have them."""
        fields = ((name, self.opened.field(schema, name), cell) for name, cell in row.cells.items())
        return {name: text for name, field, cell in fields if (text := self.meanings.text(field, cell.text))}

    def _rows(self, schema: Schema) -> list[Typed]:
        """The rows of a sheet without the example."""
        rows, places, remarks = examples(schema, self.opened.rows.get(schema.name, ()))
        self.examples += places
        self.remarks += remarks
        return rows

    def _identified(self, schema: Schema) -> list[Own]:
        """The rows of a kind with their keys; from now on others can name them."""
        there = {line.key: line.texts for line in self.records.lines(schema)}
        made = self.opened.made.get(schema.name, {})
        rows = self._rows(schema)
        found, remarks = identify(schema, rows, made, there, lambda row: self.texts(schema, row))
        self.remarks += remarks
        here = {*(own.key for own in found), *(row.name for row in rows)}
        self.skips += [*left.rows(self.opened, schema, here, there), *left.columns(self.opened, schema, made)]
        self.fresh[schema.name] = [
            (cell.text if (cell := o.row.cells.get(schema.label)) else o.key, o.key) for o in found if o.key not in there
        ]
        if self.fresh[schema.name]:
            self.meanings = Meanings(self.names, self.fresh)
        return found

    def _kind(self, schema: Schema, owned: Sequence[Own]) -> None:
        """What a person changed in each record of a kind."""
        there = {line.key: line.texts for line in self.records.lines(schema)}
        touches = {key: touched(row, self.texts(schema, row), signs, whole) for row, key, signs, whole in owned}
        moved = slid(schema, ((own.row.place, touches[own.key]) for own in owned))
        for row, key, _signs, whole in owned:
            fields, remarks = {}, [*cells_wrong(row), *moved.get(row.place.row, ())]
            if not remarks:
                fields, remarks = changed(schema, row, touches[key], there.get(key, {}))
            fields.pop("key", None)
            if whole and key not in there:
                if not remarks and not fields:
                    self.skips.append(Skip(row.place, f"“{key}” was taken out of the records since the workbook was made."))
                    continue
                remarks = [remark(row.place, "taken-out", "key", value=key)]
            self.remarks += remarks
            self.own[schema.name, key] = (fields, row.place)
            if remarks:
                self.held.add((schema.name, key))

    def _list(self, schema: Schema) -> Mapping[tuple[str, str], list[DraftRow]]:
        """The rows of a list by the kind and key of their record."""
        now: dict[str, dict[int, Texts]] = {}
        lines = self.records.lines(schema)
        for line in lines:
            now.setdefault(line.key, {})[line.number] = line.texts
        rows = self._rows(schema)
        found: Listed = listed(schema, rows, now, self.meanings, lambda row: self.texts(schema, row))
        self.remarks += found.remarks
        self.skips += found.skips
        self.held |= {(schema.parent, key) for key in found.held}
        made = self.opened.made.get(schema.name, {})
        there = {line.name for line in lines}
        self.skips += left.rows(self.opened, schema, {row.name for row in rows}, there)
        self.skips += left.columns(self.opened, schema, made)
        return {(schema.parent, key): of for key, of in found.rows.items()}

    def _drafts(self, rows: Mapping[tuple[str, str], Mapping[str, list[DraftRow]]]) -> list[Draft]:
        """A draft for each record that nothing holds back, in the order of the sheets; last those with lists only."""
        found = []
        for known in dict.fromkeys((*self.own, *rows)):
            lists = rows.get(known, {})
            fields, place = self.own.get(known) or ({}, next(iter(lists.values()))[0].at)
            if known not in self.held:
                found.append(Draft(*known, fields, lists, place))
        return found
