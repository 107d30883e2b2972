"""Proposes a mapping for tables: by what their headings are called and by what the cells below look like.

What could be two things is a question and not a guess.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from daylight.intake import days
from daylight.intake.cells import Cell
from daylight.intake.fitting import below, contradicts, is_text, looks_like, saying
from daylight.intake.headings import MAYBE, OURS, YEARLY, is_private, is_year_alone, meanings, names, plain, says_a_body, unit
from daylight.intake.mapping import ASKED, NOT_TAKEN, ColumnMap, is_field
from daylight.intake.readings import NOTHING
from daylight.intake.tables import Table
from daylight.schema import Schema

_CODE = re.compile(r"\b(?:code|id|ref|reference|identifier)\b")
SPEAK = 2  # so many headings must speak for a kind that is not the usual one


def kinds(schemas: Mapping[str, Schema], tables: Sequence[Table], given: Iterable[str] = ()) -> list[str]:
    """The kinds of record that tables may hold, the likeliest first, by how many headings each has a name for. A kind that
    lacks one of the fields `given` is none of them; an award is the usual one, and another needs more than one heading."""
    texts = {text for table in tables for text in table.headings.values()}
    wanted = list(given)

    def score(kind: str) -> tuple[bool, int, bool]:
        fields = {found[0].field for text in texts if (found := meanings(schemas[kind], text)) and found[0].rank < MAYBE}
        counted = len(fields) + 2 * ("amount" in fields)
        usual = kind == "award"
        return all(is_field(schemas, kind, name) for name in wanted), counted if usual or counted >= SPEAK else 0, usual

    return sorted(names(), key=score, reverse=True)


def proposed(schemas: Mapping[str, Schema], tables: Sequence[Table], mapping: ColumnMap) -> ColumnMap:
    """The mapping with a proposal for each heading that it does not name. Two headings that mean one field are ASKED. Where a
    table has no column of titles, the beginning of the purpose or of the scheme is one, whichever tells more rows apart."""
    schema, columns = schemas[mapping.kind], dict(mapping.columns)
    for table in tables:
        columns |= _of_table(schema, table, replace(mapping, columns=columns))
    units = dict(mapping.multiply)
    for heading, name in columns.items():
        field = schema.by_name.get(name)
        if (name == YEARLY or (field and field.unit == "GBP")) and unit(heading) > 1:
            units.setdefault(heading, unit(heading))
    constants = dict(mapping.constants)
    without = [table for table in tables if "title" not in {columns[heading] for heading in table.headings.values()}]
    if "title" in schema.by_name and "title" not in constants and without:
        heading = _naming(without, [h for h, name in columns.items() if name in ("purpose", "scheme")])
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
        if is_year_alone(heading) and schema.name == "award" and looks_like(schema, "amount", list(below(table, column))):
            found[heading] = ASKED
        ways += [(rank, name, heading) for rank, name in _fitting(schema, heading, list(below(table, column)))]
    for rank, name, heading in sorted(ways):
        rivals = {other for r, n, other in ways if (r, n) == (rank, name) and other not in found}
        if heading not in found and name not in used:
            if len(rivals) > 1 or rank == MAYBE:
                found |= dict.fromkeys(rivals, ASKED)
            else:
                found[heading] = name
                used.add(name)
    if "reference" in schema.by_name and "reference" not in {*used, *found.values()} and (number := _numbers(table, found)):
        found[number] = "reference"
    if schema.name == "award" and not any(name.startswith("recipient") for name in (*used, *found.values())):
        free = {heading: column for column, heading in table.headings.items() if heading not in found and says_a_body(heading)}
        found |= {heading: ASKED for heading, column in free.items() if _holds_names(list(below(table, column)))}
    return found | {heading: NOT_TAKEN for heading in table.headings.values() if heading not in found}


def _holds_names(cells: Sequence[Cell]) -> bool:
    """Whether a column may hold names: texts, and mostly different ones, as kinds or sizes of bodies are not."""
    texts = {cell.text.casefold() for cell in saying(cells) if is_text(cell)}
    return len(texts) * 2 > len(cells)


def _fitting(schema: Schema, heading: str, cells: Sequence[Cell]) -> list[tuple[int, str]]:
    """How surely a heading means which fields, of those that the cells below it do not speak against."""
    means = [meant for meant in meanings(schema, heading) if not contradicts(schema, meant.field, cells)]
    fit = [meant for meant in means if meant.rank == 0 or looks_like(schema, meant.field, cells)]
    fit = fit or [meant for meant in means[:1] if meant.rank == 1]  # a sure name, and cells that are to be put right
    return [(meant.rank, meant.field) for meant in fit]


def _naming(tables: Sequence[Table], headings: Sequence[str]) -> str:
    """Of some columns of texts, the one that tells most rows apart; '' where there is none."""

    def apart(heading: str) -> int:
        said = (c.text.casefold() for t in tables for n, h in t.headings.items() if h == heading for c in below(t, n))
        return len(set(said) - NOTHING)

    return max(headings, key=apart, default="")


def _numbers(table: Table, found: Mapping[str, str]) -> str:
    """The heading of a column that nothing else is made of, is called a code or number, and gives each row another; '' if none
    or several."""
    fit = []
    for column, heading in table.headings.items():
        cells = [cell.text.casefold() for cell in below(table, column)]
        if heading not in found and _CODE.search(plain(heading)) and len(set(cells)) == len(cells) >= len(table.body) > 1:
            fit.append(heading)
    return fit[0] if len(fit) == 1 else ""


def orders(schema: Schema, tables: Sequence[Table], mapping: ColumnMap) -> dict[str, str]:
    """Of each column of dates what comes first, the day or the month, as the mapping says or as the column itself shows."""
    found: dict[str, str] = {}
    cells: dict[str, list[Cell]] = {}
    for table in tables:
        for column, heading in table.headings.items():
            field = schema.by_name.get(mapping.of(heading))
            if field and field.type == "date":
                cells.setdefault(heading, []).extend(below(table, column))
    for heading, every in cells.items():
        if mapping.order(heading) or any(days.is_short(cell) for cell in every):
            found[heading] = mapping.order(heading) or days.order(every)
    return found
