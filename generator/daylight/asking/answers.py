"""Reads what somebody answered: a value in its form, or in one that can only be meant so, or why it is none."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from daylight.fix.sure import is_sure
from daylight.schema import Field
from daylight.values import parse

MOST = 9  # choices that are shown at once


class Answer(NamedTuple):
    """The text as it stands in a record, and what is to be told: how it was read, or with no text why it was not."""

    text: str
    told: str = ""


def read(field: Field, typed: str) -> Answer:
    """The answer to the question for a field that is no reference. A number chooses one of its values."""
    values = list(field.labels)
    if typed.isdecimal() and 1 <= int(typed) <= len(values) and typed not in values:
        return Answer(values[int(typed) - 1])
    _, wrong = parse(field, typed, "", 1)
    if not wrong:
        return Answer(typed)
    if wrong.fix and is_sure(wrong, field, typed):
        return Answer(wrong.fix, f"Read as {wrong.fix}.")
    if values:
        return Answer("", f"Type the number that stands before it, from 1 to {len(values)}.")
    return Answer("", f"{wrong.sentence()[:1].upper()}{wrong.sentence()[1:]}.")


def number(field: Field, usual: str) -> str:
    """What is usual as somebody answers it: by its number where the field has a list."""
    values = list(field.labels)
    return str(values.index(usual) + 1) if usual in values else usual


def choices(field: Field) -> list[str]:
    """The values of a field in lines with their numbers; none where it has no list of them."""
    if field.type == "boolean":
        return ["  yes or no"]
    return [f"  {number} {label}" for number, label in enumerate(field.labels.values(), 1)]


def found(names: Mapping[str, str], typed: str) -> list[str]:
    """The keys of records of whose key or name all typed words are a part, or else those with names like it."""
    if typed in names:
        return [typed]
    words = typed.casefold().split()
    there = [key for key, name in names.items() if all(word in f"{key} {name}".casefold() for word in words)]
    if there:
        return sorted(there, key=lambda key: (not names[key].casefold().startswith(typed.casefold()), names[key].casefold()))
    low = {name.casefold(): key for key, name in names.items()}
    return [low[name] for name in get_close_matches(typed.casefold(), low, MOST, 0.7)]
