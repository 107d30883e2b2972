"""What a person must decide before a table can be taken, and what becomes of the answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from daylight.intake.fitting import below, likely
from daylight.intake.headings import OURS, YEARLY, is_private, meanings, plain, says_a_body, year
from daylight.intake.mapping import ASKED, NOT_TAKEN, ColumnMap
from daylight.intake.tables import Table
from daylight.schema import Field, Schema

WORKED_OUT = frozenset({"amount_basis"})  # required fields that each row tells itself
NEEDED = {"award": ("title", "type", "direction", "amount", "source")}  # beside those that the schema requires
DIFFERING = ("title", "name", "amount", "taken_on")  # which hardly two rows say alike, so that they stand in a column
MOST_LIKELY = 3
_NUMBERED = re.compile(r"\b(?:code|id|ids|ref|reference|identifier|no|number)\b")
_MONEY = re.compile(
    r"£|\b(?:amount|sum|value|cost|costs|paid|net|gross|total|price|spend|funding|grant|award|gbp)\b", re.IGNORECASE
)


class Question(NamedTuple):
    """What a person must decide: a field that is needed (`heading` ''), or what a heading means; with the choices, if they are
    few. `columns` are headings that nothing is made of and that may be the field, the likeliest first; `differs` is whether
    the field stands in a column rather than being the same in every row."""

    text: str
    field: str
    heading: str = ""
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    differs: bool = False


def questions(schemas: Mapping[str, Schema], tables: Sequence[Table], mapping: ColumnMap) -> list[Question]:
    """What must be decided before anything is taken: headings that are ASKED, and fields that nothing gives."""
    schema, found = schemas[mapping.kind], []
    headings = {heading for table in tables for heading in table.headings.values()}
    for heading, name in mapping.columns.items():
        if name == ASKED and heading in headings:
            choices = tuple(dict.fromkeys(meant.field for meant in meanings(schema, heading)))
            choices += ("recipient",) if not choices and schema.name == "award" and says_a_body(heading) else ()
            choices += (YEARLY,) if year(heading) and schema.name == "award" else ()
            found.append(Question(f'which field the column "{heading}" is', "", heading, (*choices, NOT_TAKEN)))
    given = set(mapping.constants) | {mapping.of(heading) for heading in headings}  # a kept mapping may name others too
    years = [heading for heading in headings if mapping.columns.get(heading) == ASKED and year(heading)]
    given |= {"amount"} if YEARLY in given or (years and schema.name == "award") else set()  # what the years come to
    needed = dict.fromkeys([*(field.name for field in schema.required), *NEEDED.get(schema.name, ("source",))])
    for name in needed:
        if name not in given and name not in ("key", *WORKED_OUT):
            field = schema.by_name[name]
            columns = () if field.categories else _columns(schema, field, tables, mapping)
            found.append(Question(_what(field, columns), name, "", tuple(field.labels), columns, name in DIFFERING))
    return found


def _columns(schema: Schema, field: Field, tables: Sequence[Table], mapping: ColumnMap) -> tuple[str, ...]:
    """The headings of columns of which nothing is made and whose cells look like a field, the likeliest first."""
    found: dict[str, tuple[bool, bool]] = {}
    for table in tables:
        for column, heading in table.headings.items():
            free = mapping.of(heading) in (NOT_TAKEN, ASKED) and not is_private(heading) and heading != OURS
            if free and likely(schema, field, list(below(table, column))):
                money = field.unit == "GBP"
                found[heading] = (bool(_NUMBERED.search(plain(heading))), money and not _MONEY.search(heading))
    return tuple(sorted(found, key=lambda heading: found[heading])[:MOST_LIKELY])


def _what(field: Field, columns: Sequence[str]) -> str:
    said = field.description.split(". ")[0].rstrip(".")
    asked = " or ".join(f'"{heading}"' for heading in columns)
    return f"the {field.name.replace('_', ' ')} ({said[0].lower()}{said[1:]})" + (
        f": which column is it, {asked}?" if asked else ""
    )


def settled(mapping: ColumnMap, asked: Sequence[Question], ask: Callable[[Question], str]) -> ColumnMap:
    """The mapping with the answers to questions; '' is no answer. The heading of a column that may be the field is an answer,
    as is what every record says."""
    columns, constants = dict(mapping.columns), dict(mapping.constants)
    for question in asked:
        answer = ask(question)
        if answer and answer in question.columns:
            columns[answer] = question.field
        elif answer:
            (columns if question.heading else constants)[question.heading or question.field] = answer
    return replace(mapping, columns=columns, constants=constants)
