"""The days that are likely to be meant."""

from functools import lru_cache

PAST, FUTURE = 25, 12  # so many years ago, and to come


@lru_cache(maxsize=4)
def span(today: str) -> tuple[str, str]:
    """The first and the last likely day. Days are compared as text, so one that does not exist does no harm."""
    year = int(today[:4])
    return f"{year - PAST}{today[4:]}", f"{year + FUTURE}{today[4:]}"


def is_far(day: str, today: str) -> bool:
    """Whether a day is often a slip of the pen."""
    first, last = span(today)
    return not first <= day <= last
