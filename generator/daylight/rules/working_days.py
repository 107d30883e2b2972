"""Working days of England and Wales: Monday to Friday but for bank holidays (Banking and Financial Dealings Act 1971).

A holiday for one year only is proclaimed by the Crown; those since 2011 stand in `MOVED` and `EXTRA`.
A new one is a new line there.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

MOVED = {  # a yearly holiday, and the day on which it was instead
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
EXTRA = frozenset({date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)})
DAY, SATURDAY = timedelta(days=1), 5


def after(day: str, number: int) -> str:
    """The ISO day that is so many working days after an ISO day."""
    found = date.fromisoformat(day)
    for _ in range(number):
        found += DAY
        while not is_working(found):
            found += DAY
    return found.isoformat()


def is_working(day: date) -> bool:
    """Whether offices work on a day."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


@cache
def holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year; one that falls on a weekend is on the next free weekday."""
    sunday = easter(year)
    fixed = [sunday - 2 * DAY, sunday + DAY, _monday(year, 5, 1), _monday(year, 5, 25), _monday(year, 8, 25)]
    found = {MOVED.get(day, day) for day in fixed} | {day for day in EXTRA if day.year == year}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() >= SATURDAY or day in found:
            day += DAY
        found.add(day)
    return frozenset(found)


def _monday(year: int, month: int, first: int) -> date:
    """The first Monday from a day of a month on."""
    day = date(year, month, first)
    return day + DAY * (-day.weekday() % 7)
