"""Where everything stands in the workbook: its sheets, their columns and rows, and the marks by which they are known again.

Staff read titles; the program reads a hidden row with the names of the fields and a hidden column with the mark of each row.
So rows may be sorted, and rows, columns and sheets moved, renamed, hidden and added.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from daylight.new import RULED
from daylight.schema import Field, Schema

TITLE, BANDS, NAMES, HEADINGS, EXAMPLE, FIRST = range(6)  # the rows, from 0; records begin at FIRST
FLAG, MARK, LEFT = range(3)  # the columns before those of the fields, from 0
EXAMPLE_MARK = "(example)"  # in brackets, which no key has
MARKS = {TITLE: "(title)", BANDS: "(bands)", HEADINGS: "(headings)"}  # in the hidden column
SIGN = "daylight"
KEY = "barchester-example"  # of the example: no record of anybody
MORE = 500  # rows for what is to come


class Column(NamedTuple):
    """A field on a sheet, and whether it is `shown` or folded away until somebody needs it."""

    field: Field
    shown: bool


class Plan(NamedTuple):
    """A sheet for the records of a kind, or for the rows of a list: its name, its columns and how many rows it is made for."""

    schema: Schema
    name: str
    columns: tuple[Column, ...]
    rows: int

    @property
    def last(self) -> int:
        """The last row for records, from 0."""
        return FIRST + self.rows - 1

    def place(self, name: str) -> int:
        """The column of a field, from 0."""
        return LEFT + next(n for n, column in enumerate(self.columns) if column.field.name == name)


def plan(schemas: Mapping[str, Schema], schema: Schema, used: Iterable[str], count: int) -> Plan:
    """The sheet of a schema, whose `used` fields some record has, and which begins with `count` rows."""
    used = set(used)
    fields = [f for f in schema.fields if not f.derived]
    columns = tuple(Column(f, f.name in used or _wanted(schema, f)) for f in fields)
    return Plan(schema, sheet_name(schemas, schema), tuple(_ordered(schema, columns)), count + MORE)


def _wanted(schema: Schema, field: Field) -> bool:
    """Whether a field is shown though no record has it: a list is short, a kind has many that few records need."""
    return bool(schema.parent or first(field) or field.expected or field.example)


def first(field: Field) -> bool:
    """Whether a field stands before all others, because every record should have it or the law asks for it."""
    return bool(field.constraints.get("required") or field.law) or field.name in RULED


def _ordered(schema: Schema, columns: Iterable[Column]) -> list[Column]:
    """What a record is called, then what it should have; then group by group, in each what is shown before what is folded."""
    if schema.parent:
        return list(columns)
    named = ("key", schema.label)
    groups = [group["name"] for group in schema.groups]

    def order(column: Column) -> tuple:
        name = column.field.name
        if name in named:
            return 0, named.index(name)
        return (1,) if first(column.field) else (2, groups.index(column.field.group), not column.shown)

    return sorted(columns, key=order)


def sheet_name(schemas: Mapping[str, Schema], schema: Schema) -> str:
    """What staff call the sheet, in the 31 characters that Excel allows: "Awards", "Award – yearly amounts"."""
    if not schema.parent:
        return schema.plural
    whose = schemas[schema.parent].title
    names = (f"{whose} – {text[0].lower()}{text[1:]}" for text in (schema.plural, schema.list.replace("_", " ")))
    return next(name for name in names if len(name) <= 31)


def needed(field: Field) -> bool:
    """Whether a person must fill the cell. A key left empty is made when the workbook is read."""
    return bool(field.constraints.get("required")) and field.name != "key"


def signed(field: Field) -> str:
    """A field as the hidden row names it: its name, and a sign of what its values mean."""
    return f"{field.name}:{_sign(field.type, field.format, field.unit, field.refers)}"


def sign_of(schema: Schema, column: str) -> str:
    """What stands in the hidden row above a column that is no field: "daylight:award:mark"."""
    return f"{SIGN}:{schema.name}:{column}"


def version(schemas: Mapping[str, Schema]) -> str:
    """The version of all fields of all schemas: another when a field comes, goes or changes what it means."""
    return _sign(*(f"{s.name}.{signed(f)}" for s in schemas.values() for f in s.fields if not f.derived))


@lru_cache(maxsize=100_000)  # most cells say what others say as well
def fingerprint(text: str) -> str:
    """A short sign of what a cell said, by which it is known whether it was changed since."""
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _sign(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=3).hexdigest()
