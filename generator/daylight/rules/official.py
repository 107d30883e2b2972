"""The official lists in lists/, by which codes and identifiers are compared with names."""

import csv
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "lists"
_ASIDE = re.compile(
    r"\s*\(.*?\)|police force area|\b(the|city|county|borough|district|metropolitan|royal|unitary|council|of)\b|[^a-z0-9]+"
)


@cache
def names(table: str) -> dict[str, str]:
    """The names of a list such as "districts" by code."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return {row[0]: row[1] if len(row) > 1 else "" for row in list(csv.reader(lines))[1:]}


@cache
def codes(table: str) -> dict[str, str]:
    """The codes of a list by the plain form of the name."""
    return {plain(name): code for code, name in names(table).items()}


@cache
def plain(name: str) -> str:
    """A name of a place or council without the words and signs in which two spellings of it differ."""
    return _ASIDE.sub("", name.casefold().replace("&", "and").replace("'", ""))
