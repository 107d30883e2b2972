"""Which field the heading of a column means, by the names in headings.yml, which anybody can add to without touching code."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from daylight.intake.days import financial_year
from daylight.schema import Schema

SURE = 3  # of the names of a field are surer than the rest
OURS = "What to put right"  # the column that we add to a copy that is to be corrected
MAYBE = 3  # how surely a name means a field that it may mean and may not
_UNITS = (  # what a heading says of the amounts below it
    (re.compile(r"£?\s*,?\s*000\s*'?s?\b|£\s*k\b|\bthousands?\b|\(k\)", re.IGNORECASE), 1000),
    (re.compile(r"£\s*(?:m|mn|million)s?\b|\bmillions?\b|\(m\)", re.IGNORECASE), 1_000_000),
)
_MARKS = re.compile(r"\[\w{1,2}\]|(?<=\D)\s*\(\d\)$|[*†‡¹²³]+$|^[*†‡]+")
_DRIFT = re.compile(r"\[column [A-Z]+\]$|\b(?:19|20)\d\d\s?[-/–]\s?(?:\d\d)?\d\d\b")  # "Year 2013-14" is another next year
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/–]\s?((?:19|20)?\d\d)(?!\d)")
YEARLY = "yearly_amounts"  # the list of an award of which each column that is headed by a year holds a row
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")  # AwardDate
_FOREIGN = re.compile(r"[€$¥]|\b(?:eur|euros?|usd|dollars?)\b", re.IGNORECASE)
_SOME_BODY = re.compile(r"\b(?:org|organisation|recipient|supplier|provider|payee|beneficiary|grantee|contractor)s?\b")
_NOT_A_WORD = re.compile(r"[^a-z0-9%]+")
PRIVATE = re.compile(  # headings of what no record may hold
    r"\b(?:e ?mail|telephone|phone|mobile|tel|contact|post ?codes?|postal code|zip|address|street|latitude|longitude|uprn|"
    r"bank|sort code|account|iban|date of birth|dob|signature|signatory|first name|surname|forename|ni number|vat number|"
    r"utr)\b"
)


@cache
def names() -> dict[str, dict[str, list[str]]]:
    """All of headings.yml: by kind and field what columns are called."""
    return yaml.safe_load((Path(__file__).parents[1] / "headings.yml").read_text("utf-8"))


class Meant(NamedTuple):
    """A field that a heading may mean, and how surely: 0 for the very name, 2 for the names that are least sure, MAYBE where a
    person is to be asked."""

    field: str
    rank: int


@lru_cache(10_000)
def plain(heading: str) -> str:
    """A heading in small letters and digits, without what it says of its unit, footnote marks and signs."""
    text = _INNER.sub(" ", _MARKS.sub("", heading.strip()))
    for pattern, _ in _UNITS:
        text = pattern.sub(" ", text)
    text = _DRIFT.sub(" ", text)
    return _NOT_A_WORD.sub(" ", text.casefold().replace("organization", "organisation")).strip()


def unit(heading: str) -> int:
    """By what the amounts below a heading are to be multiplied, as it says: 1 where it says nothing."""
    return next((by for pattern, by in _UNITS if pattern.search(heading)), 1)


def year(heading: str) -> str:
    """The financial year that a heading names, like "2023-24"; '' where it names none."""
    return financial_year(found[0]) if (found := _YEAR.search(heading)) else ""


def is_year_alone(heading: str) -> bool:
    """Whether a heading is nothing but a financial year, so that the amounts below it may be those of the year."""
    return bool(year(heading)) and plain(heading) in ("", "fy", "f y", "year", "financial year")


def is_private(heading: str) -> bool:
    """Whether a column holds what no record may hold, such as addresses and telephone numbers."""
    return bool(PRIVATE.search(plain(heading))) and plain(heading) not in ("web address", "recipient org web address")


def meanings(schema: Schema, heading: str) -> list[Meant]:
    """The fields of a kind that a heading may mean, the surest first. Below a heading over several columns, its own words
    count where the whole means nothing."""
    if found := _meanings(schema, heading):
        return found
    own = heading.rpartition(": ")[2]
    return _meanings(schema, own) if own != heading else []


def _meanings(schema: Schema, heading: str) -> list[Meant]:
    said = plain(heading)
    if not said and unit(heading) == 1 and "£" not in heading:
        return []
    best: dict[str, int] = {}
    for name, known in names().get(schema.name, {}).items():
        if said in known:
            best[name.rstrip("?")] = MAYBE if name.endswith("?") else 1 if said in known[:SURE] else 2
    for field in schema.fields:
        if said and not field.derived and said in (plain(field.title), plain(field.name)):
            best[field.name] = 0
    if _FOREIGN.search(heading):  # no pounds stand below it
        best = {name: rank for name, rank in best.items() if name not in schema.by_name or schema.by_name[name].unit != "GBP"}
    return sorted((Meant(field, rank) for field, rank in best.items()), key=lambda meant: meant.rank)


def says_a_body(heading: str) -> bool:
    """Whether a heading that means nothing else speaks of organisations, so that a person is asked whether it is theirs."""
    return bool(_SOME_BODY.search(plain(heading)))


def is_heading(schemas: Mapping[str, Schema], text: str) -> bool:
    """Whether a text is what columns are called."""
    return text.strip() == OURS or is_private(text) or any(meanings(schemas[kind], text) for kind in names())
