"""The texts of a record, looked through once for all rules that look for something in them."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from daylight.keeping import kept
from daylight.private import maybe, maybe_in_address
from daylight.record import Record, Row
from daylight.schema import Schema
from daylight.site import Site

QUOTED = "words"  # of a strategy
WHOLE = frozenset(
    (
        *("tbc", "tba", "tbd", "n/a", "n.a.", "na", "null", "unknown", "not known", "not applicable", "todo", "to follow"),
        *("to be confirmed", "to be announced", "to be decided", "xxx", "x", "*", "/"),
        *("ok", "~", "nan", "#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!"),
        *("?", "??", "???", "-", "--", "---", "–", "—", ".", "..", "...", "…"),
    )
)
MOST = max(map(len, WHOLE))
_LATER = r"\b(?:to be (?:confirmed|announced|decided)|tb[acd])\b"
WITHIN = re.compile(rf"(?i:[(\[<][^)\]>]*{_LATER}[^)\]>]*[)\]>]|lorem ipsum|[\[<]insert\b)|\bTB[CD]\b")

# What UTF-8 looks like when it is read as Latin-1, Windows-1252 or Windows-1250, and the mark of what could not be read.
DAMAGE = re.compile("\ufffd|ï»¿|ï¿½|ďż˝|â€|â‚¬|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]|Â[\u0080-\u00bfŁ]|Ĺ[‚‡›]|Ă[\u0080-\u00bf]")
_BEGINS = "ïďâÃÂĹĂ\ufffd"  # what damage begins with; to look for these first is much quicker
_BRACKET = re.compile(rf"[(\[<](?i:[^)\]>]*{_LATER}|insert)")  # quick, for few texts have a bracket


class Looked(NamedTuple):
    """What a first look at all texts of a record found, which is nothing for most: whether one may hold something private,
    a place for what is still to come, or a damaged character."""

    private: bool = False
    placeholder: bool = False
    damage: bool = False


NOTHING = Looked()


@kept
def looked(site: Site, record: Record) -> Looked:
    """A quick look. What it finds is looked at closely by the rules themselves; what it does not find is not there."""
    written, others = [], []
    for row, of in rows(site, record):
        words, rest = of.written, of.unwritten
        written += [value for name, value in row.values.items() if name in words]
        others += [value for name, value in row.values.items() if name in rest]
    said = "|".join(written)
    besides = "|".join(others)
    private = maybe(said) or maybe_in_address(besides)
    short = [value for value in written if len(value) <= MOST] + [value for value in others if len(value) <= MOST]
    placeholder = any(value.casefold() in WHOLE for value in short) or _may_wait(said) or _may_wait(besides)
    damage = _may_be_damaged(said) or _may_be_damaged(besides)
    return Looked(private, placeholder, damage) if private or placeholder or damage else NOTHING


def _may_be_damaged(text: str) -> bool:
    return not text.isascii() and any(map(text.__contains__, _BEGINS)) and DAMAGE.search(text) is not None


def _may_wait(text: str) -> bool:
    """Whether a text may hold a place for what is still to come: it has a mark of one, and the form too."""
    bracket = ("(" in text or "[" in text or "<" in text) and _BRACKET.search(text) is not None
    marks = bracket or "TBC" in text or "TBD" in text or "psum" in text or "PSUM" in text
    return marks and WITHIN.search(text) is not None


def rows(site: Site, record: Record) -> list[tuple[Row, Schema]]:
    """The record and all rows of its lists, each with its schema."""
    schema = site.schemas[record.kind]
    found: list[tuple[Row, Schema]] = [(record, schema)]
    for name in schema.children if record.children else ():
        child = site.schemas[name]
        if child.list in record.children:
            found += [(row, child) for row in record.children[child.list]]
    return found


def texts(record: Record) -> Iterator[tuple[Row, str, str]]:
    """Each text of a record and its lists, with its row and its field, but for what is kept letter by letter."""
    for row in chain([record], *record.children.values()) if record.children else (record,):
        for name, value in row.values.items():
            if type(value) is str and not name.endswith("_as_published") and name != QUOTED:
                yield row, name, value
