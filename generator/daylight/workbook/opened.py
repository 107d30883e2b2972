"""Opens a workbook that came back: its rows as somebody left them, and whether it is of the version of today."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from daylight.intake.cells import BLANK, Cell, Sheet
from daylight.intake.place import Place
from daylight.schema import Field, Schema
from daylight.workbook import cover, lists
from daylight.workbook.cells import KEYED
from daylight.workbook.known import Known, at, heading, is_made, is_ours, know
from daylight.workbook.layout import EXAMPLE_MARK, fingerprint, sheet_name
from daylight.workbook.made import EMPTY, ROW, VALUE, unmarked
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
    """A workbook: the rows of each schema by its name, what was there when it was made, and what is wrong with its sheets."""

    def __init__(self, sheets: Sequence[Sheet], schemas: Mapping[str, Schema]):
        self.schemas, self.rows = schemas, {}
        self.remarks: list[Remark] = []
        self.skips: list[Skip] = []
        self.made: dict[str, dict[str, Signs]] = {}
        self.empty = False
        self._labels: dict[tuple[str, str], tuple] = {}
        self._fields: dict[tuple[str, str], Field] = {}
        for sheet in filter(is_made, sheets):
            self._read_made(sheet)
        names = {sheet_name(schemas, schema): schema for schema in schemas.values()}
        known = [(sheet, know(sheet, schemas)) for sheet in sheets if not is_made(sheet)]
        for sheet, found in known:
            if found:
                self._read(found)
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
        for row in filter(None, sheet.rows[1:]):
            kind, schema, *said = (cell.text for cell in row)
            if kind == ROW:
                name, signs = unmarked(said[0])
                self.made.setdefault(schema, {})[name] = signs
            elif kind == VALUE:
                name, value, label = said
                self._labels[schema, name] = (*self._labels.get((schema, name), ()), {"value": value, "label": label})

    def _read(self, known: Known) -> None:
        name = known.schema.name
        if name in self.rows:
            self.remarks.append(remark(Place(known.sheet.name, 0), "sheet-twice", kind=known.schema.plural.lower()))
            return
        self.rows[name] = []
        for field, column in known.twice.items():
            place = _place(known, known.row, {field: column})
            self.remarks.append(remark(place, "column-twice", field, title=known.schema.by_name[field].title))
        self.rows[name] = list(self._typed(known))
        self._outdated(known)
        self._own(known)

    def _typed(self, known: Known) -> Iterator[Typed]:
        columns = _place(known, 0, known.columns).columns
        for number, row in enumerate(known.sheet.rows):
            place = Place(known.sheet.name, number + 1, columns)
            if is_ours(known, number) or all(cell.kind == BLANK for cell in row):
                continue
            if number < known.row:
                self.skips.append(Skip(place, "This row stands above the headings, and was not read."))
                continue
            name, signs = unmarked(text) if (text := at(row, known.mark).text) else ("", None)
            cells = {field: cell for field, column in known.columns.items() if (cell := at(row, column)).kind != BLANK}
            yield Typed(place, name, signs, cells)

    def _outdated(self, known: Known) -> None:
        """Refuses columns of fields that went or mean something else, where a person wrote something into them."""
        for word, columns in (("gone", known.gone), ("meaning", known.changed)):
            for field, column in columns.items():
                place = _place(known, known.row, {field: column})
                title = heading(known, column).removesuffix(" *") or field
                if any(self._written(known, number, field, column) for number in range(known.row + 1, len(known.sheet.rows))):
                    self.remarks.append(remark(place, word, kind=known.schema.plural.lower(), title=title))
                else:
                    self.skips.append(
                        Skip(place, f"The column “{title}” is of an older version; nobody changed anything in it.")
                    )

    def _written(self, known: Known, number: int, field: str, column: int) -> bool:
        """Whether a cell says something that it did not say when the workbook was made."""
        row = known.sheet.rows[number]
        mark, cell = at(row, known.mark).text, at(row, column)
        if is_ours(known, number) or mark.startswith(EXAMPLE_MARK):
            return False
        sign = unmarked(mark)[1].get(field) if mark else None
        return cell.kind != BLANK if sign is None else sign not in map(fingerprint, self._forms(known, field, cell.text))

    def _forms(self, known: Known, field: str, text: str) -> Iterator[str]:
        """All texts that a cell of a column can have been made from of which nobody knows any more what its values mean."""
        yield from (text, text.lower(), f"{text}.00", f"{text}0")
        yield from (of["value"] for of in self._labels.get((known.schema.name, field), ()) if of["label"] == text)
        if named := KEYED.fullmatch(text):
            yield named[1]

    def _own(self, known: Known) -> None:
        """States the columns that somebody added, and notes beside the example."""
        for column in known.own:
            cells = [at(row, column) for number, row in enumerate(known.sheet.rows) if not is_ours(known, number)]
            if count := sum(cell.kind != BLANK for cell in cells):
                title = heading(known, column) or f"number {column + 1}"
                why = f"The column “{title}” is your own, and was not read ({count} cell{'' if count == 1 else 's'})."
                self.skips.append(Skip(_place(known, known.row + 1, {"": column}), why))
        for number, row in enumerate(known.sheet.rows):
            if not is_ours(known, number) and (text := at(row, known.flag).text) and text != "Example":
                why = "The first column is not read. What you wrote there stays in your file only."
                self.skips.append(Skip(_place(known, number, {"": known.flag}), why))


def _place(known: Known, row: int, columns: Mapping[str, int]) -> Place:
    """A place on a sheet; here rows and columns count from 0, in a `Place` from 1."""
    return Place(known.sheet.name, row + 1, {field: column + 1 for field, column in columns.items()})
