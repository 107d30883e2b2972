"""Reads days as people type them. Which of day and month comes first is settled by the whole column, or by the mapping."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from daylight.intake.cells import DATE, NUMBER, Cell

DAY_FIRST, MONTH_FIRST = "day first", "month first"
SWAPPED = "a spreadsheet may have changed day and month"
_ISO = re.compile(r"(\d{4})([-/.])(\d\d)\2(\d\d)(?:[T ]\d\d:\d\d.*)?")  # and 2024/05/01, which can be no other day
_PARTS = re.compile(
    r"(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4}|\d{2})(?:\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?)?", re.IGNORECASE
)
_WRITTEN = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-/]+([a-z]{3,9})\.?,?[\s\-/]+(\d{4}|\d{2})",
    re.IGNORECASE,
)
_MONTH_NAMED = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
CENTURY = 50  # years in two digits from here on are of the last century
FIRST_SERIAL, LAST_SERIAL = 29_000, 73_000  # 1979 to 2099, as Excel counts days


class Day(NamedTuple):
    """The ISO day of a cell, or '' and why not: `order` where day and month could be either, `swapped` where a spreadsheet may
    have changed them, `impossible`, `unread`; and how it was written, where a person should hear of it: `serial` or
    `short-year`."""

    iso: str
    why: str = ""
    how: str = ""


def order(cells: Iterable[Cell]) -> str:
    """Which of day and month comes first in a column, by those of its dates that can be read in one way only; '' where none
    tells, or some tell one and some the other.

    SWAPPED where every date with a day above 12 is a text, and every other a date of the spreadsheet: so comes out what is
    opened where the other order is usual, for 13/02 stays a text there and 03/02 becomes a date, of the wrong month.
    """
    found, both, dates = set(), False, []
    for cell in cells:
        dates += [int(cell.text[8:10])] if cell.kind == DATE and _ISO.fullmatch(cell.text) else []
        if parts := _PARTS.fullmatch(cell.text):
            first, second = int(parts[1]), int(parts[2])
            if first > 12 >= second:
                found.add(DAY_FIRST)
            elif second > 12 >= first:
                found.add(MONTH_FIRST)
            else:
                both = True
    if found and dates and not both and max(dates) <= 12:
        return SWAPPED
    return found.pop() if len(found) == 1 else ""


def is_short(cell: Cell) -> bool:
    """Whether a date is written in three numbers, like 01/02/2024."""
    return bool(_PARTS.fullmatch(cell.text))


def day(cell: Cell, first: str = "") -> Day:
    """The day of a cell. `first` is DAY_FIRST, MONTH_FIRST, SWAPPED or '' where nobody knows."""
    text = " ".join(cell.text.split())
    if iso := _ISO.fullmatch(text):
        if first == SWAPPED and cell.kind == DATE and iso[3] != iso[4]:
            return Day("", "swapped")
        return _day(int(iso[1]), int(iso[3]), int(iso[4]))
    if (serial := _SERIAL.fullmatch(text)) and cell.kind != DATE and FIRST_SERIAL <= int(serial[1]) <= LAST_SERIAL:
        return Day((date(1899, 12, 30) + timedelta(days=int(serial[1]))).isoformat(), "", "serial")
    if cell.kind == NUMBER:
        return Day("", "unread")
    if parts := _PARTS.fullmatch(text):
        return _slashed(int(parts[1]), int(parts[2]), parts[3], first)
    if written := _WRITTEN.fullmatch(text):
        return _named(int(written[1]), written[2], written[3])
    if written := _MONTH_NAMED.fullmatch(text):
        return _named(int(written[2]), written[1], written[3])
    return Day("", "unread")


def _slashed(one: int, two: int, year: str, first: str) -> Day:
    if one == two or one > 12 or two > 12:
        day, month = (two, one) if two > 12 else (one, two)
    elif not first:
        return Day("", "order")
    else:
        day, month = (one, two) if first == DAY_FIRST else (two, one)
    return _day(_year(year), month, day, "short-year" if len(year) == 2 else "")


def _named(day: int, month: str, year: str) -> Day:
    name = month.lower()
    number = next((n for n, whole in enumerate(_NAMES, 1) if name in (whole, whole[:3]) or (name == "sept" and n == 9)), 0)
    return _day(_year(year), number, day, "short-year" if len(year) == 2 else "") if number else Day("", "unread")


def _year(text: str) -> int:
    number = int(text)
    return number if len(text) == 4 else number + (1900 if number >= CENTURY else 2000)


def _day(year: int, month: int, day: int, how: str = "") -> Day:
    try:
        return Day(date(year, month, day).isoformat(), "", how)
    except ValueError:
        return Day("", "impossible")


def financial_year(text: str) -> str:
    """A financial year like "2013-14" from "2013/14", "2013-2014", "FY13/14" or "Year 2013-14"; '' where it is none."""
    found = re.fullmatch(r"(?:year|fy|f/y|financial year)?\s*(\d{4}|\d\d)\s*[-/–]\s*(\d{4}|\d\d)", text.strip(), re.IGNORECASE)
    if not found:
        return ""
    first, last = int(found[1]) % 100 + (int(found[1]) // 100 * 100 or 2000), int(found[2]) % 100
    return f"{first}-{last:02d}" if (first + 1) % 100 == last else ""
