"""Days and times as people type them, or as a spreadsheet shows them."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

_WRITTEN = (
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%d %b %y",
    "%d %B %y",
    "%Y/%m/%d",
    "%Y%m%d",
)
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?", re.ASCII)
_DASHES = re.compile("[‐‑–—−]")
_WELSH = {
    **{"ionawr": "January", "chwefror": "February", "mawrth": "March", "ebrill": "April", "mai": "May", "mehefin": "June"},
    **{"gorffennaf": "July", "awst": "August", "medi": "September", "hydref": "October", "tachwedd": "November"},
    "rhagfyr": "December",
}
_SHORT = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}", re.ASCII)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_EXCEL = range(36_526, 58_440)  # the days from 2000 to 2059 as a spreadsheet counts them
_ZEROS = re.compile(r"(?<=\d)[oO](?=[-\d]|$)|(?<=[-\d])[oO](?=\d)")


def day(text: str) -> str:
    """An ISO day. British dates have the day first; of 01/05/2024 nobody can say which is the day.

    A moment of another zone has none either: 23:00Z in summer is an hour of the day after.
    """
    plain = _DASHES.sub("-", " ".join(_WEEKDAY.sub("", _ZEROS.sub("0", text)).replace(",", " ").split()))
    if found := _YEAR_FIRST.fullmatch(plain):
        return _iso(*map(int, found.groups()))
    plain = re.sub(r"(\d)(st|nd|rd|th|af|ail|ydd|fed|eg|ain)\b( of)?", r"\1", in_english(plain))
    for form in _WRITTEN:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    if found := _SLASHED.fullmatch(plain):
        first, second, year = map(int, found.groups())
        return _iso(year, second, first) if first > 12 or first == second else ""
    if plain.isascii() and plain.isdigit() and len(plain) == 5 and int(plain) in _EXCEL:
        return (date(1899, 12, 30) + timedelta(int(plain))).isoformat()
    return ""


def swapped(text: str) -> str:
    """The day that was meant by one like 2025-13-11, in which the day stands before the month."""
    year, month, day = map(int, text.split("-"))
    return _iso(year, day, month)


def last_day(text: str) -> str:
    """The last day of the month of a day like 2026-02-31; '' where there is no such month."""
    year, month, _ = map(int, text.split("-"))
    return _iso(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 and year else ""


def in_english(text: str) -> str:
    """A date with the English name of its month."""
    return re.sub(r"[A-Za-z]+", lambda word: _WELSH.get(word[0].lower(), word[0]), text)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def is_ambiguous(text: str) -> bool:
    """Whether a text is one day if the day stands first, and another if the month does."""
    found = _SLASHED.fullmatch(text)
    return bool(found) and bool(_iso(int(found[3]), int(found[2]), int(found[1])))


def has_short_year(text: str) -> bool:
    """Whether a date has two digits for its year, or for its day: 14/07/26."""
    return bool(_SHORT.fullmatch(text))


def time(text: str) -> str:
    """A time like 17:00."""
    plain = text.lower().replace(" ", "")
    if plain in ("noon", "midday", "12noon", "12:00noon"):
        return "12:00"
    if not (found := re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)?", plain, re.ASCII)):
        return ""
    hour, minute, half = int(found[1]), found[2] or "00", found[3]
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not found[2]:
        return ""
    return f"{hour:02d}:{minute}" if hour < 24 and int(minute) < 60 else ""
