"""Gives rows without a key one that is always the same: made of the reference, else of what names the row.

A key depends on its own row and on the rows that would have the same, never on where a row stands, so that the same file,
with rows added above, leads to the same records.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from daylight.intake.marked import ROOM, mark, marked, short
from daylight.read import slug

SAME_ROW, SAME_REFERENCE, NAMELESS = "same-row", "same-reference", "nameless"
Texts = Mapping[str, str]
_RUNNING = re.compile(r"\d{1,5}")


class Key(NamedTuple):
    """The key of a row, or '' and why it has none: SAME_ROW or SAME_REFERENCE as the row with the number `other`, or
    NAMELESS, since it holds nothing by which it could be named."""

    key: str
    why_not: str = ""
    other: int = -1


class Naming(NamedTuple):
    """By what the rows of a kind are told apart: the first of `references` that a row has names it alone; else all of
    `names` together, and where these are the same for two rows, one after the other of `more` as well."""

    references: tuple[str, ...]
    names: tuple[str, ...]
    more: tuple[str, ...] = ()


OF = {
    "award": Naming(
        ("identifier", "reference"),
        ("recipient", "recipient_as_published", "title", "award_date", "announced_on", "financial_year"),
        ("reference", "start_date", "amount", "amount_as_published", "purpose"),
    ),
    "organisation": Naming((), ("name",), ("org_id", "charity_number", "company_number", "town")),
    "decision": Naming(("reference",), ("title", "taken_on"), ("summary",)),
    "opportunity": Naming(("reference",), ("title", "opens_on", "closes_on")),
}


def keys(naming: Naming, rows: Sequence[Texts], taken: Callable[[str], Texts | None] = lambda key: None) -> list[Key]:
    """A key for each row, in order. No two are the same.

    Of rows that are the same in everything only the first has a key. Of rows with the same reference, but for case, gaps and
    signs, that say different things none has one: each may be an instalment. `taken` gives the fields of the record that has
    a key already: of the keys that a row without a reference could have, it gets the one that it got before, also when rows
    like it came or went.
    """
    found: list[Key | None] = [None] * len(rows)
    named: dict[tuple[str, ...], list[int]] = {}
    referred: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        if own := _reference(naming, row):
            referred.setdefault(own, []).append(number)
        else:
            names = tuple(row[name] for name in naming.names if row.get(name))
            if slug("-".join(names)):
                named.setdefault(names, []).append(number)
            else:
                found[number] = Key("", NAMELESS)
    for own, numbers in referred.items():
        _refer(rows, own, numbers, found)
    for names, numbers in named.items():
        _tell_apart(naming, rows, names, numbers, taken, found)
    return _once(naming, found, rows, taken)


def _refer(rows: Sequence[Texts], own: str, numbers: Sequence[int], found: list) -> None:
    """Gives the rows of one reference their keys, or why they have none, with a row that says otherwise."""
    first = numbers[0]
    other = next((number for number in numbers if dict(rows[number]) != dict(rows[first])), None)
    for number in numbers:
        if other is not None:
            found[number] = Key("", SAME_REFERENCE, other if dict(rows[number]) == dict(rows[first]) else first)
        else:
            found[number] = Key(own) if number == first else Key("", SAME_ROW, first)


def _reference(naming: Naming, row: Texts) -> str:
    """The reference as a key; one that is too long, or of which letters are lost, ends in a mark of the whole.

    The running number of a row is none: every spreadsheet begins at 1.
    """
    text = next((row[name] for name in naming.references if row.get(name) and not _RUNNING.fullmatch(row[name])), "")
    return marked(text, text) if any(c.isalnum() and not slug(c) for c in text) else short(text)


def _tell_apart(naming: Naming, rows: Sequence[Texts], names: tuple[str, ...], numbers: list[int], taken, found: list) -> None:
    """Keys for rows of the same names: those that they had before, else as much of what they say as tells them apart."""
    once: dict[tuple, int] = {}
    for number in numbers:
        first = once.setdefault(tuple(sorted(rows[number].items())), number)
        if first != number:
            found[number] = Key("", SAME_ROW, first)
    base = short("-".join(names), *names)
    left = {number: _ways(naming, names, rows[number]) for number in once.values()}
    shared = Counter(way for ways in left.values() for way in ways)
    for number, ways in list(left.items()):
        if had := next((way for way in reversed(ways) if shared[way] == 1 and taken(way) is not None), ""):
            found[number] = Key(had)
            del left[number]
    before = taken(base)
    same = [n for n in left if before is not None and all(rows[n].get(m, "") == before.get(m, "") for m in naming.more)]
    if own := list(left) if len(once) == 1 else same[:1]:
        found[own[0]] = Key(base)
        del left[own[0]]
    level = next((n for n in range(len(naming.more)) if len({ways[n] for ways in left.values()}) == len(left)), -1)
    for number, ways in left.items():
        found[number] = Key(ways[level])


def _ways(naming: Naming, names: tuple[str, ...], row: Texts) -> list[str]:
    """The keys that a row can have beside rows of the same names: with more and more of what it says, and last with all."""
    more = [[row.get(name, "") for name in naming.more[: count + 1]] for count in range(len(naming.more))]
    return [marked("-".join(names), *names, *texts) for texts in (*more, _said(row))]


def _once(naming: Naming, found: Sequence[Key | None], rows: Sequence[Texts], taken) -> list[Key]:
    """The keys, each once. Of rows that came to one in different ways, such as N and Ń, it goes to the one whose record has
    it, else to the first in the order of what they say; the others get a mark of all that they say."""
    named: dict[str, list[int]] = {}
    for number, key in enumerate(found):
        assert key is not None
        named.setdefault(key.key, []).append(number)
    told = list(found)
    for key, numbers in named.items():
        if key and len(numbers) > 1:
            there = taken(key) or {}
            own = [n for n in numbers if there and all(rows[n].get(m, "") == there.get(m, "") for m in naming.names)]
            first = (own or sorted(numbers, key=lambda n: (found[n] != Key(_reference(naming, rows[n])), _said(rows[n]))))[0]
            for number in numbers:
                told[number] = Key(key if number == first else f"{slug(key, ROOM)}-{mark(*_said(rows[number]))}")
    return told


def _said(row: Texts) -> list[str]:
    return [f"{name}={text}" for name, text in sorted(row.items())]
