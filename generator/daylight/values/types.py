"""The types of fields: each turns a text into a value, or says why it is none and what was surely meant."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from urllib.parse import urlsplit

from daylight import typed
from daylight.schema import BOOLEANS, Field
from daylight.values.value import Wrong

MOST_DIGITS = 18  # more is no amount of anything
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_URI = re.compile(r"[^\s<>\"{}|\\^`]+")


def _string(field: Field, text: str) -> str:
    if hidden := _HIDDEN.search(text):
        raise Wrong("TYPE", "control", _HIDDEN.sub("", text).strip(), number=ord(hidden[0]))
    if field.format == "uri" and not _is_address(text):
        raise Wrong("TYPE", "uri", fix if _is_address(fix := typed.address(text)) else "", value=text)
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    host = parts.netloc.removeprefix("www.")
    return bool(_URI.fullmatch(text) and parts.scheme in ("http", "https") and re.search(r"[.\]]", host))


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
        fix = typed.number(text) or (typed.months(text) if field.name.endswith("_months") else "")
        raise Wrong("TYPE", "integer", fix if fix.isdigit() else "", value=text)
    return int(text)


def _date(field: Field, text: str) -> str:
    if not _DAY.fullmatch(text):
        raise _wrong_date(text)
    if not _exists(text):
        if last := typed.last_day(text):
            raise Wrong("TYPE", "date-after", value=text, last=last)
        raise Wrong("TYPE", "date-impossible", typed.swapped(text), value=text)
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


TYPES = {"string": _string, "number": _number, "integer": _integer, "date": _date, "time": _time, "boolean": _boolean}
