"""The months, quarters and financial years for which something is published: their last days, and how they are called."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from babel.dates import format_date

from daylight.days import financial_year, is_year
from daylight.rules.periods import MONTH, QUARTER, YEAR, after
from daylight.words import _, locale


def form_of(periods: Iterable[str]) -> re.Pattern | None:
    """Whether periods are YEAR, QUARTER or MONTH; None where they are not all of one form.

    "2011-12" is a month and a year; among others that are years, and alone, it is a year.
    """
    there = list(periods)
    if there and all(YEAR.fullmatch(name) and is_year(name) for name in there):
        return YEAR
    return next((form for form in (QUARTER, MONTH) if there and all(map(form.fullmatch, there))), None)


def following(period: str, form: re.Pattern) -> str:
    """The period after one."""
    return financial_year(f"{int(period[:4]) + 1}-04-01") if form is YEAR else after(period)


def last_day(period: str, form: re.Pattern) -> str:
    """The ISO day on which a period ends."""
    year, rest = int(period[:4]), period[5:]
    if form is YEAR:
        return f"{year + 1:04d}-03-31"
    month = int(rest[1]) * 3 if form is QUARTER else int(rest)
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]}"


def said(period: str, form: re.Pattern) -> str:
    """A period in words: October 2026, July to September 2026, or 2026-27."""
    if form is YEAR:
        return period
    last = date.fromisoformat(last_day(period, form))
    if form is MONTH:
        return _month(last, "LLLL y")
    return _("{first} to {last}", first=_month(last.replace(day=1, month=last.month - 2), "LLLL"), last=_month(last, "LLLL y"))


def _month(day: date, form: str) -> str:
    return format_date(day, form, locale=locale())
