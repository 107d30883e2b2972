"""Says what was in the workbook and is in it no more: rows, columns and sheets. It stays in the records, and how it can go."""

from collections.abc import Collection, Iterator, Mapping

from daylight.intake.place import Place
from daylight.schema import Schema
from daylight.workbook.layout import sheet_name
from daylight.workbook.opened import Opened, Signs
from daylight.workbook.others import place
from daylight.workbook.taken import Skip

MOST = 8  # so many rows are named


def rows(opened: Opened, schema: Schema, here: Collection[str], there: Collection[str]) -> Iterator[Skip]:
    """A skip for the rows of a sheet that were in the workbook and are no longer `here`, of those that are still `there`."""
    known, made = opened.sheets.get(schema.name), opened.made.get(schema.name, {})
    if opened.empty or not known:
        return
    if gone := [name for name in made if name not in here and name in there]:
        named = ", ".join(map(_called, gone[:MOST])) + (f" and {len(gone) - MOST:,} more" if len(gone) > MOST else "")
        one = len(gone) == 1
        what = f"{len(gone):,} {'row is' if one else 'rows are'} no longer on this sheet: {named}."
        kept = f"The {'record' if one else 'records'} {'stays' if one else 'stay'} as {'it is' if one else 'they are'}."
        yield Skip(Place(known.sheet.name, 0), f"{what} {kept} {_how(opened, schema)}")


def _called(name: str) -> str:
    """A row as people say it: "row 2 of sy-a001" for "sy-a001#2"."""
    key, _, number = name.rpartition("#")
    return f"row {number} of {key}" if key else name


def _how(opened: Opened, schema: Schema) -> str:
    """How a record, or a row of a list, is taken away on purpose."""
    if schema.parent:
        title = schema.by_name[schema.parent].title
        return f"To take a row away, keep it and empty all its cells but “{title}”."
    status = schema.by_name.get("status")
    if status and "withdrawn" in status.labels:
        return f"If one must go, choose “{status.labels['withdrawn']}” as its {status.title.lower()}, and say why in a note."
    return f"What was published should stay; if one must go, delete its file in data/{schema.folder}/."


def columns(opened: Opened, schema: Schema, made: Mapping[str, Signs]) -> Iterator[Skip]:
    """The columns in which records said something, and which are gone from their sheet."""
    known = opened.sheets.get(schema.name)
    used = dict.fromkeys(name for signs in made.values() for name in signs) if known else {}
    for name in used:
        if name in schema.by_name and name not in {*known.columns, *known.changed}:
            why = f"The column “{schema.by_name[name].title}” is no longer on this sheet. What the records say in it stays."
            yield Skip(place(known, known.row + 1, {}), why)


def sheets(opened: Opened) -> Iterator[Skip]:
    """The sheets that are gone, of those that had rows."""
    for name, made in opened.made.items():
        if made and name in opened.schemas and name not in opened.sheets and not opened.empty:
            count = f"{len(made):,} {'row stays' if len(made) == 1 else 'rows stay'}"
            why = f"This sheet is no longer in the workbook. Its {count} in the records."
            yield Skip(Place(sheet_name(opened.schemas, opened.schemas[name]), 0), why)
