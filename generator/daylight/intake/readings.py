"""Turns a cell into the text that a field of a record holds, or says why it cannot be."""

import re
from typing import NamedTuple

from daylight.intake.amounts import amount
from daylight.intake.cells import BOOL, DATE, ERROR, NUMBER, Cell
from daylight.intake.days import day, financial_year
from daylight.schema import Field

NOTHING = frozenset(
    {
        *(
            "n/a",
            "na",
            "n.a.",
            "n.a",
            "-",
            "--",
            "–",
            "—",
            ".",
            "..",
            "...",
            "tbc",
            "tba",
            "tbd",
            "not applicable",
            "not known",
        ),
        *("unknown", "not available", "not yet known", "to be confirmed", "to be advised", "?", "#n/a"),
    }
)
YES = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}
_NUMBERED = re.compile(r"charity_number|company_number|(?:org_)?id|.*reference|ocid")
_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+\d{2,}", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s*(?:\[\w{1,2}\]|[*†‡¹²³]+)$")


class Reading(NamedTuple):
    """What a cell says in a field: its text, or '' and why not, a wording of IMPORT with its facts and what to type instead.

    `nothing` is whether the cell says that there is nothing, as n/a does; `how` is in what way it was read, where a person
    should hear of it: `serial`, `short-year`, `marked`, `multiplied`.
    """

    text: str = ""
    why: str = ""
    fix: str = ""
    nothing: bool = False
    how: str = ""


def read(field: Field, cell: Cell, unit: int = 1, first: str = "") -> Reading:
    """The reading of a cell that is not blank. `unit` multiplies money; `first` says of a column of dates what comes first."""
    if cell.kind == ERROR:
        return Reading(why="error")
    if cell.text.casefold() in NOTHING:
        return Reading(nothing=True)
    if field.unit == "GBP":
        return _money(field, cell, unit)
    if field.type == "date":
        found = day(cell, first)
        return Reading(found.iso, f"date-{found.why}" if found.why else "", how=found.how)
    if field.type == "boolean":
        said = YES.get(cell.text.casefold(), "")
        return Reading(said, "" if said else "yes-no")
    if field.name == "financial_year":
        return Reading(financial_year(cell.text) or cell.text)
    return _text(field, cell)


def _money(field: Field, cell: Cell, unit: int) -> Reading:
    if cell.kind in (DATE, BOOL):
        return Reading(why="money-unread")
    found = amount(cell.text, unit)
    if found.value is None:
        return Reading(why=f"money-{found.why}", fix=found.fix)
    if found.value < 0 == field.constraints.get("minimum"):
        return Reading(why="money-below")
    return Reading(f"{found.value:.2f}", how="marked" if found.marked else "multiplied" if unit > 1 else "")


def _text(field: Field, cell: Cell) -> Reading:
    """A text; a choice by its value or its label. Of numbers that a list gives out, leading zeros may have been lost."""
    text = cell.text
    if field.categories:
        wanted = text.casefold()
        same = [value for value, label in field.labels.items() if wanted in (value.casefold(), label.casefold())]
        return Reading(same[0] if len(same) == 1 else text)
    if _NUMBERED.fullmatch(field.name) and _SHORTENED.fullmatch(text):
        return Reading(why="shortened")
    if cell.kind == NUMBER and field.name == "company_number" and len(text) < 8:
        return Reading(why="zeros", fix=text.zfill(8))
    if field.constraints.get("maxLength", 0) <= 300 and not _NUMBERED.fullmatch(field.name):
        text = " ".join(text.split())
        if mark := _FOOTNOTE.search(text):
            return Reading(text[: mark.start()], how="marked")
    return Reading(text)
