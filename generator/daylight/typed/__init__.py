"""What was surely meant by a date, an amount or a number that is typed as people type it, or as a spreadsheet shows it.

Each function returns the text as it must be typed, or '' where it could be read in two ways, or not at all.
"""

from daylight.typed.amounts import YES_NO, money, months, number
from daylight.typed.days import day, has_short_year, is_ambiguous, last_day, swapped, time
from daylight.typed.forms import address, forms

__all__ = [
    "YES_NO",
    "address",
    "day",
    "forms",
    "has_short_year",
    "is_ambiguous",
    "last_day",
    "money",
    "months",
    "number",
    "swapped",
    "time",
]
