"""Turns the text of one field into a typed value, or into a finding.

Money and numbers become `Decimal`, dates stay ISO days like "2024-05-01", times "12:00", yes and no become bool.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from urllib.parse import urlsplit

from daylight import typed
from daylight.findings import Finding, close, finding, words
from daylight.schema import BOOLEANS, Field

Value = str | int | bool | Decimal

MOST_DIGITS = 18  # more is no amount of anything
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_URI = re.compile(r"[^\s<>\"{}|\\^`]+")


class Wrong(Exception):
    """Why a text is no value of its field. Never leaves this module."""

    def __init__(self, rule: str, name: str, fix: str = "", **facts):
        super().__init__(name)
        self.rule, self.name, self.fix, self.facts = rule, name, fix, facts


def parse(field: Field, text: str, path: str, line: int) -> tuple[Value | None, Finding | None]:
    """The value of a text, and None; or None and what is wrong with the text."""
    try:
        return _value(field, text), None
    except Wrong as e:
        facts = e.facts | {"field": words(field.name)}
        return None, finding(e.rule, e.name, path, line, e.fix and _sound(field, e.fix), of=field.name, **facts)


def _value(field: Field, text: str) -> Value:
    value = _TYPES[field.type](field, text)
    for rule, limit in field.constraints.items():
        if check := _CONSTRAINTS.get(rule):
            check(field, value, limit)
    if field.categories and value not in field.labels:
        raise Wrong("CONSTRAINT", "enum", _close(text, field.labels), values=_or(field.labels), value=text)
    return value


def _sound(field: Field, fix: str) -> str:
    """What is proposed, if it is a value of the field itself; else ''."""
    try:
        _value(field, fix)
    except Wrong:
        return ""
    return fix


def _string(field: Field, text: str) -> str:
    if hidden := _HIDDEN.search(text):
        raise Wrong("TYPE", "control", number=ord(hidden[0]))
    if field.format == "uri" and not _is_address(text):
        raise Wrong("TYPE", "uri", fix if _is_address(fix := typed.address(text)) else "", value=text)
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(_URI.fullmatch(text) and parts.scheme in ("http", "https") and parts.netloc.removeprefix("www."))


def _number(field: Field, text: str) -> Decimal:
    money = field.unit == "GBP"
    if not _NUMBER.fullmatch(text):
        raise Wrong("TYPE", "money" if money else "number", typed.money(text) if money else typed.number(text), value=text)
    if money and len(text.partition(".")[2]) > 2:
        raise Wrong("TYPE", "money-pence", value=text)
    if len(text) > MOST_DIGITS:
        raise Wrong("TYPE", "money" if money else "number", value=text)
    value = Decimal(text) or Decimal(0)  # there is no -0
    return value.quantize(Decimal("0.01")) if money else value


def _integer(field: Field, text: str) -> int:
    if not re.fullmatch(r"-?\d+", text, re.ASCII) or len(text) > MOST_DIGITS:
        fix = typed.number(text)
        raise Wrong("TYPE", "integer", fix if fix.isdigit() else "", value=text)
    return int(text)


def _date(field: Field, text: str) -> str:
    if not _DAY.fullmatch(text):
        raise _wrong_date(text)
    if not _exists(text):
        raise Wrong("TYPE", "date-impossible", value=text)
    return text


@lru_cache(maxsize=50_000)
def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _wrong_date(text: str) -> Wrong:
    """Proposes the day where there is only one that it can be."""
    fix = typed.day(text)
    if not fix and typed.is_ambiguous(text):
        return Wrong("TYPE", "date-ambiguous", value=text)
    return Wrong("TYPE", "date-year" if typed.has_short_year(text) else "date", fix, value=text)


def _time(field: Field, text: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII):
        raise Wrong("TYPE", "time", typed.time(text), value=text)
    return text


def _boolean(field: Field, text: str) -> bool:
    if text not in BOOLEANS:
        fix = typed.YES_NO.get(text.lower().rstrip("."), "")
        raise Wrong("TYPE", "boolean", fix, value=text)
    return BOOLEANS[text]


def _pattern(field: Field, value: Value, pattern: str) -> None:
    if not re.fullmatch(pattern, str(value), re.ASCII):
        fix = next((said for said in typed.forms(str(value)) if re.fullmatch(pattern, said, re.ASCII)), "")
        raise Wrong("CONSTRAINT", "pattern", fix, value=str(value), example=field.example or pattern)


def _minimum(field: Field, value: Value, limit) -> None:
    if value < limit:
        raise Wrong("CONSTRAINT", "minimum", value=value, limit=limit)


def _maximum(field: Field, value: Value, limit) -> None:
    if value > limit:
        raise Wrong("CONSTRAINT", "maximum", value=value, limit=limit)


def _max_length(field: Field, value: Value, limit: int) -> None:
    if len(value) > limit:
        raise Wrong("CONSTRAINT", "maxLength", length=len(value), limit=limit)


def _close(text: str, labels: dict[str, str]) -> str:
    """The one value that was surely meant. A word is not mended into its opposite: incorporated is not unincorporated."""
    wanted = re.sub(r"\W+", "_", text.strip().lower())
    same = [v for v, label in labels.items() if wanted in (v.lower(), re.sub(r"\W+", "_", label.lower()))]
    same = same or [v for v in labels if re.sub(r"\W|_", "", v.lower()) == re.sub(r"\W|_", "", wanted)]
    if len(same) == 1:
        return same[0]
    values = {value.lower(): value for value in labels}
    near = close(wanted, values)
    return "" if near.endswith(wanted) or wanted.endswith(near) else values[near]


def _or(values) -> str:
    *first, last = values
    return f"{', '.join(first)} or {last}" if first else last


_TYPES = {
    "string": _string,
    "number": _number,
    "integer": _integer,
    "date": _date,
    "time": _time,
    "boolean": _boolean,
}
_CONSTRAINTS = {"pattern": _pattern, "minimum": _minimum, "maximum": _maximum, "maxLength": _max_length}
