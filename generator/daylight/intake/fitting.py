"""Tells by the cells of a column whether it may hold the values of a field."""

from collections.abc import Iterator, Sequence

from daylight.intake import days
from daylight.intake.amounts import amount
from daylight.intake.cells import BLANK, BOOL, DATE, NUMBER, Cell
from daylight.intake.readings import NOTHING, YES
from daylight.intake.tables import Table
from daylight.schema import Field, Schema

ENOUGH = 0.6  # of the cells below a heading must look like what it means
TEXTS = ("title", "recipient", "purpose", "recipient_as_published")


def below(table: Table, column: int) -> Iterator[Cell]:
    """The cells of a column of a table that are not blank."""
    return (cell for row in table.body if (cell := table.cell(row, column)).kind != BLANK)


def saying(cells: Sequence[Cell]) -> list[Cell]:
    """Of some cells those that do not say that there is nothing."""
    return [cell for cell in cells if cell.text.casefold() not in NOTHING]


def looks_like(schema: Schema, name: str, cells: Sequence[Cell]) -> bool:
    """Whether enough of the cells of a column look like the values of a field; also where they say nothing."""
    field, said = schema.by_name.get(name), saying(cells)
    return field is None or not said or _most(said, lambda cell: _fits(field, cell))


def contradicts(schema: Schema, name: str, cells: Sequence[Cell]) -> bool:
    """Whether cells show that a column is not this field, whatever its heading says: amounts and days are no choices, and yes
    and no are neither amounts nor days."""
    field, said = schema.by_name.get(name), saying(cells)
    if field is None or not said or looks_like(schema, name, cells):
        return False
    if field.unit == "GBP" or field.type == "date":
        return _most(said, lambda cell: cell.kind == BOOL or cell.text.casefold() in YES)
    return bool(field.categories) and _most(said, lambda cell: cell.kind == DATE or is_money(cell))


def is_money(cell: Cell) -> bool:
    """Whether a cell may be an amount, also one that must be put right."""
    found = amount(cell.text)
    return cell.kind != DATE and (found.value is not None or found.why in ("short", "pence", "long"))


def is_text(cell: Cell) -> bool:
    """Whether a cell holds words, and no number and no day."""
    return cell.kind not in (NUMBER, DATE) and not is_money(cell) and not days.day(cell, days.DAY_FIRST).iso


def likely(schema: Schema, field: Field, cells: Sequence[Cell]) -> bool:
    """Whether a column may well hold a field, though its heading does not say so: it has cells, and they are such."""
    said = saying(cells)
    if not said:
        return False
    if field.unit == "GBP" or field.type == "date":
        return looks_like(schema, field.name, said)
    if field.name == "source":
        return _most(said, lambda cell: cell.text.startswith(("http://", "https://")))
    return field.name in (*TEXTS, "name") and _most(said, is_text)


def _most(cells: Sequence[Cell], fits) -> bool:
    return sum(map(fits, cells)) >= ENOUGH * len(cells)


def _fits(field: Field, cell: Cell) -> bool:
    if field.unit == "GBP":
        return is_money(cell)
    if field.type == "date":
        found = days.day(cell, days.DAY_FIRST)
        return bool(found.iso) or found.why == "impossible"
    if field.name == "financial_year":
        return bool(days.financial_year(cell.text))
    if field.categories:
        wanted = {text.casefold() for both in field.labels.items() for text in both}
        return cell.text.casefold() in wanted
    return field.name not in TEXTS or cell.kind not in (NUMBER, DATE)
