"""One cell: what it shows of a value of a record, and the one text by which values are compared."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from daylight import typed
from daylight.exports.xlsx import FIRST_DAY, LONGEST, MOST_DIGITS
from daylight.schema import BOOLEANS, Field
from daylight.values import parse

YES, NO = "Yes", "No"
CUT = " … (cut here: too long for a cell)"
KEYED = re.compile(r".*\[([a-z0-9]+(?:-[a-z0-9]+)*)\]", re.DOTALL)
_UNSEEN = {  # what pages and programs for texts leave in what is pasted, and nobody sees
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff")),
    ord("\u2028"): "\n",
}
Names = Mapping[str, Mapping[str, str]]  # of each kind, what a record is called in a cell, by its key


def called(label: str, key: str) -> str:
    """What a record is called in the cells that refer to it; two records never alike."""
    return f"{' '.join(label.split()) or key} [{key}]"


def shown(field: Field, text: str, names: Names) -> str | Decimal | date:
    """What the cell shows of a record's text: a date, a number or a text. What is no value of the field is shown as it is."""
    if field.refers:
        return names.get(field.refers, {}).get(text) or cut(text)
    if (field.type == "string" and not field.categories) or parse(field, text, "", 0)[1]:
        return cut(text)
    if field.type == "boolean":
        return YES if BOOLEANS[text] else NO
    if field.categories:
        return field.labels[text]
    if field.type in ("number", "integer"):
        return Decimal(text) if sum(map(str.isdigit, text)) <= MOST_DIGITS else text
    if field.type == "date":
        return date.fromisoformat(text) if text >= FIRST_DAY else text
    return cut(text)


def cut(text: str) -> str:
    """A text as long as a cell can be, which says so where it was longer."""
    if len(text) <= LONGEST // 2 or len(units := text.encode("utf-16-le")) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def canonical(field: Field, text: str) -> str:
    """The one text for all that mean the same: pounds with pence, numbers without noughts at the end, "yes" and "no"."""
    if field.type == "boolean":
        return {True: "yes", False: "no"}.get(BOOLEANS.get(text), text)
    if field.type in ("number", "integer"):
        value, wrong = parse(field, text, "", 0)
        if wrong:
            return text
        return f"{value:.2f}" if field.unit == "GBP" else f"{Decimal(value).normalize():f}"
    text = text if text.isascii() else text.translate(_UNSEEN)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def days(cell: str) -> tuple[str, ...]:
    """The two days that a text such as 01/05/2024 can be; none where it can be only one."""
    if not typed.is_ambiguous(cell):
        return ()
    first, second, year = (int(part) for part in re.split(r"\D", cell))
    return f"{year}-{second:02d}-{first:02d}", f"{year}-{first:02d}-{second:02d}"
