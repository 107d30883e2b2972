"""Proposes a mapping for tables: by what their headings are called and by what the cells below look like.

What could be two things is a question and not a guess.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from daylight.intake import days
from daylight.intake.amounts import amount
from daylight.intake.cells import BLANK, DATE, NUMBER, Cell
from daylight.intake.headings import OURS, is_private, meanings, names, plain, unit
from daylight.intake.mapping import ASKED, NOT_TAKEN, ColumnMap
from daylight.intake.readings import NOTHING
from daylight.intake.tables import Table
from daylight.schema import Field, Schema

_CODE = re.compile(r"\b(?:code|id|ref|reference|identifier)\b")
ENOUGH = 0.6  # of the cells below a heading must look like what it means
WORKED_OUT = frozenset({"amount_basis"})  # required fields that each row tells itself
NEEDED = {"award": ("title", "type", "direction", "amount", "source")}  # beside those that the schema requires


class Question(NamedTuple):
    """What a person must decide: a field that is needed (`heading` ''), or what a heading means; with the choices, if they are
    few."""

    text: str
    field: str
    heading: str = ""
    choices: tuple[str, ...] = ()


def kinds(schemas: Mapping[str, Schema], tables: Sequence[Table]) -> list[str]:
    """The kinds of record that tables may hold, the likeliest first, by how many headings each has a name for."""
    texts = {text for table in tables for text in table.headings.values()}

    def score(kind: str) -> tuple[int, bool]:
        fields = {found[0].field for text in texts if (found := meanings(schemas[kind], text))}
        return len(fields) + 2 * ("amount" in fields), kind == "award"

    return sorted(names(), key=score, reverse=True)


def proposed(schemas: Mapping[str, Schema], tables: Sequence[Table], mapping: ColumnMap) -> ColumnMap:
    """The mapping with a proposal for each heading that it does not name. Two headings that mean one field are ASKED. Where no
    column is a title, the beginning of the purpose or of the scheme is, whichever tells more rows apart."""
    schema, columns = schemas[mapping.kind], dict(mapping.columns)
    for table in tables:
        columns |= _of_table(schema, table, replace(mapping, columns=columns))
    units = dict(mapping.multiply)
    for heading, name in columns.items():
        field = schema.by_name.get(name)
        if field and field.unit == "GBP" and unit(heading) > 1:
            units.setdefault(heading, unit(heading))
    constants = dict(mapping.constants)
    if "title" in schema.by_name and "title" not in {*columns.values(), *constants}:
        heading = _naming(tables, [h for h, name in columns.items() if name in ("purpose", "scheme")])
        constants |= {"title": f"{{{heading}}}"} if heading else {}
    return replace(mapping, columns=columns, constants=constants, multiply=units)


def _of_table(schema: Schema, table: Table, mapping: ColumnMap) -> dict[str, str]:
    decided = {heading: mapping.of(heading) for heading in table.headings.values()}
    used = {name for name in decided.values() if name not in ("", NOT_TAKEN, ASKED)}
    found = {heading: name for heading, name in decided.items() if name}
    ways: list[tuple[int, str, str]] = []
    for column, heading in table.headings.items():
        if decided[heading]:
            continue
        if heading == OURS or is_private(heading):
            found[heading] = NOT_TAKEN
            continue
        cells = list(_below(table, column))
        means = meanings(schema, heading)
        fit = [meant for meant in means if meant.rank == 0 or looks_like(schema, meant.field, cells)]
        fit = fit or [meant for meant in means[:1] if meant.rank == 1]  # a sure name, and cells that are to be put right
        ways += [(meant.rank, meant.field, heading) for meant in fit]
    for rank, name, heading in sorted(ways):
        rivals = {other for r, n, other in ways if (r, n) == (rank, name) and other not in found}
        if heading not in found and name not in used:
            if len(rivals) > 1:
                found |= dict.fromkeys(rivals, ASKED)
            else:
                found[heading] = name
                used.add(name)
    if "reference" in schema.by_name and "reference" not in {*used, *found.values()} and (number := _numbers(table, found)):
        found[number] = "reference"
    return found | {heading: NOT_TAKEN for heading in table.headings.values() if heading not in found}


def _naming(tables: Sequence[Table], headings: Sequence[str]) -> str:
    """Of some columns of texts, the one that tells most rows apart; '' where there is none."""

    def apart(heading: str) -> int:
        said = (c.text.casefold() for t in tables for n, h in t.headings.items() if h == heading for c in _below(t, n))
        return len(set(said) - NOTHING)

    return max(headings, key=apart, default="")


def _numbers(table: Table, found: Mapping[str, str]) -> str:
    """The heading of a column that nothing else is made of, is called a code or number, and gives each row another; '' if none
    or several."""
    fit = []
    for column, heading in table.headings.items():
        cells = [cell.text.casefold() for cell in _below(table, column)]
        if heading not in found and _CODE.search(plain(heading)) and len(set(cells)) == len(cells) >= len(table.body) > 1:
            fit.append(heading)
    return fit[0] if len(fit) == 1 else ""


def _below(table: Table, column: int) -> Iterable[Cell]:
    return (cell for row in table.body if (cell := table.cell(row, column)).kind != BLANK)


def looks_like(schema: Schema, name: str, cells: Sequence[Cell]) -> bool:
    """Whether enough of the cells of a column look like the values of a field."""
    field = schema.by_name.get(name)
    said = [cell for cell in cells if cell.text.casefold() not in NOTHING]
    if field is None or not said:
        return True
    return sum(_fits(field, cell) for cell in said) >= ENOUGH * len(said)


def _fits(field: Field, cell: Cell) -> bool:
    if field.unit == "GBP":
        found = amount(cell.text)
        return cell.kind != DATE and (found.value is not None or found.why in ("short", "pence"))
    if field.type == "date":
        found = days.day(cell, days.DAY_FIRST)
        return bool(found.iso) or found.why == "impossible"
    if field.name == "financial_year":
        return bool(days.financial_year(cell.text))
    if field.categories:
        wanted = {text.casefold() for both in field.labels.items() for text in both}
        return cell.text.casefold() in wanted
    if field.name in ("title", "recipient", "purpose", "recipient_as_published"):
        return cell.kind not in (NUMBER, DATE)
    return True


def orders(schema: Schema, tables: Sequence[Table], mapping: ColumnMap) -> dict[str, str]:
    """Of each column of dates what comes first, the day or the month, as the mapping says or as the column itself shows."""
    found: dict[str, str] = {}
    cells: dict[str, list[Cell]] = {}
    for table in tables:
        for column, heading in table.headings.items():
            field = schema.by_name.get(mapping.of(heading))
            if field and field.type == "date":
                cells.setdefault(heading, []).extend(_below(table, column))
    for heading, below in cells.items():
        if mapping.order(heading) or any(days.is_short(cell) for cell in below):
            found[heading] = mapping.order(heading) or days.order(below)
    return found


def questions(schemas: Mapping[str, Schema], tables: Sequence[Table], mapping: ColumnMap) -> list[Question]:
    """What must be decided before anything is taken: headings that are ASKED, and fields that nothing gives."""
    schema, found = schemas[mapping.kind], []
    headings = {heading for table in tables for heading in table.headings.values()}
    for heading, name in mapping.columns.items():
        if name == ASKED and heading in headings:
            choices = tuple(dict.fromkeys(meant.field for meant in meanings(schema, heading)))
            found.append(Question(f'which field the column "{heading}" is', "", heading, (*choices, NOT_TAKEN)))
    given = set(mapping.constants) | set(mapping.columns.values())
    needed = dict.fromkeys([*(field.name for field in schema.required), *NEEDED.get(schema.name, ("source",))])
    for name in needed:
        if name not in given and name not in ("key", *WORKED_OUT):
            field = schema.by_name[name]
            found.append(Question(_what(field), name, "", tuple(field.labels)))
    return found


def _what(field: Field) -> str:
    said = field.description.split(". ")[0].rstrip(".")
    return f"the {field.name.replace('_', ' ')} ({said[0].lower()}{said[1:]})"


def settled(mapping: ColumnMap, asked: Sequence[Question], ask: Callable[[Question], str]) -> ColumnMap:
    """The mapping with the answers to questions; '' is no answer."""
    columns, constants = dict(mapping.columns), dict(mapping.constants)
    for question in asked:
        if answer := ask(question):
            (columns if question.heading else constants)[question.heading or question.field] = answer
    return replace(mapping, columns=columns, constants=constants)
