"""Opens a workbook that came back: its rows as somebody left them, and whether it is of the version of today."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from daylight.intake.cells import BLANK, Cell, Sheet
from daylight.intake.place import Place
from daylight.schema import Field, Schema
from daylight.workbook import cover, lists
from daylight.workbook.known import Known, at, is_made, is_ours, know
from daylight.workbook.layout import sheet_name
from daylight.workbook.made import EMPTY, ROW, VALUE, unmarked, unpacked
from daylight.workbook.others import outdated, own, place
from daylight.workbook.taken import Remark, Skip, remark

Signs = Mapping[str, str]


class Typed(NamedTuple):
    """A row as somebody left it: where, which record its mark says that it is ('' for none) and what the mark says that each
    field said then, or None; and its cells that are not blank, by field."""

    place: Place
    name: str
    signs: Signs | None
    cells: Mapping[str, Cell]


class Opened:
    """A workbook of an office, which is told by its key: the sheets and their rows by the name of the schema, what was there
    when it was made, and what is wrong with its sheets."""

    def __init__(self, sheets: Sequence[Sheet], schemas: Mapping[str, Schema], office: str):
        self.schemas, self.office = schemas, office
        self.sheets: dict[str, Known] = {}
        self.rows: dict[str, list[Typed]] = {}
        self.remarks: list[Remark] = []
        self.skips: list[Skip] = []
        self.made: dict[str, dict[str, Signs]] = {}
        self.empty = False
        self._labels: dict[tuple[str, str], tuple] = {}
        self._fields: dict[tuple[str, str], Field] = {}
        for sheet in filter(is_made, sheets):
            self._read_made(sheet)
        names = {sheet_name(schemas, schema): schema for schema in schemas.values()}
        for sheet in (sheet for sheet in sheets if not is_made(sheet)):
            if known := know(sheet, schemas):
                self._read(known)
            elif sheet.name in names:
                self.remarks.append(remark(Place(sheet.name, 0), "no-names"))
            elif sheet.rows and sheet.name not in (cover.NAME, lists.NAME):
                self.skips.append(Skip(Place(sheet.name, 0), "This sheet is not one of the workbook, and was not read."))

    def field(self, schema: Schema, name: str) -> Field:
        """The field of a schema with the labels that its values had when the workbook was made."""
        if (schema.name, name) not in self._fields:
            field, then = schema.by_name[name], self._labels.get((schema.name, name), ())
            values = {of["value"] for of in then}
            categories = (*then, *(of for of in field.categories if of["value"] not in values))
            self._fields[schema.name, name] = replace(field, categories=categories) if field.categories else field
        return self._fields[schema.name, name]

    def _read_made(self, sheet: Sheet) -> None:
        self.empty = at(sheet.rows[0], 1).text == EMPTY
        if (made_for := at(sheet.rows[0], 2).text) != self.office:
            self.remarks.append(remark(Place(cover.NAME, 0), "other-office", value=made_for, office=self.office))
        for row in filter(None, sheet.rows[1:]):
            kind, schema, *said = (cell.text for cell in row)
            if kind == ROW:
                self.made.setdefault(schema, {}).update(map(unmarked, unpacked(said[0])))
            elif kind == VALUE:
                name, value, label = said
                self._labels[schema, name] = (*self._labels.get((schema, name), ()), {"value": value, "label": label})

    def _read(self, known: Known) -> None:
        name = known.schema.name
        if name in self.sheets:
            self.remarks.append(remark(Place(known.sheet.name, 0), "sheet-twice", kind=known.schema.plural.lower()))
            return
        self.sheets[name] = known
        for field, column in known.twice.items():
            title = known.schema.by_name[field].title
            self.remarks.append(remark(place(known, known.row, {field: column}), "column-twice", field, title=title))
        self.rows[name] = list(self._typed(known))
        for said in (*outdated(known, self._labels), *own(known)):
            (self.remarks if isinstance(said, Remark) else self.skips).append(said)

    def _typed(self, known: Known) -> Iterator[Typed]:
        columns = place(known, 0, known.columns).columns
        fields = tuple(known.columns.items())
        for number, row in enumerate(known.sheet.rows):
            if not row or is_ours(known, number) or all(cell.kind == BLANK for cell in row):
                continue
            where = Place(known.sheet.name, number + 1, columns)
            if number < known.row:
                self.skips.append(Skip(where, "This row stands above the headings, and was not read."))
                continue
            name, signs = unmarked(text) if (text := at(row, known.mark).text) else ("", None)
            width = len(row)
            cells = {field: row[column] for field, column in fields if column < width and row[column].kind != BLANK}
            yield Typed(where, name, signs, cells)
