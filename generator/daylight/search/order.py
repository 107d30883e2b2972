"""The order of all records, and the number of each in it: files for scripts name a record by its number.

A number holds until the next build. A row of a register's columns has its number in the order of its kind, from 0.
"""

from collections.abc import Callable

from daylight.days import award_day
from daylight.keeping import kept_of, once_of
from daylight.pages import SHOWN
from daylight.record import Record
from daylight.site import Site
from daylight.views.opportunities import by_state


def order(site: Site, kind: str) -> list[Record]:
    """The records of a kind: awards and decisions newest first, opportunities by state and closing date, others by name."""
    of = site.records[kind]
    return [of[key] for key in _keys(site, kind)]


@once_of
def first(site: Site) -> dict[str, int]:
    """The number of the first record of each kind that has pages; the kinds follow one another."""
    found, number = {}, 0
    for kind in SHOWN:
        found[kind], number = number, number + len(site.records[kind])
    return found


@once_of
def numbers(site: Site) -> dict[tuple[str, str], int]:
    """The number of each record by its kind and key."""
    return {
        (kind, record.key): number
        for kind, start in first(site).items()
        for number, record in enumerate(order(site, kind), start)
    }


def count(site: Site) -> int:
    """How many records have a number. What else can be found is numbered after them."""
    return sum(len(site.records[kind]) for kind in SHOWN)


@kept_of
def _keys(site: Site, kind: str) -> list[str]:
    if kind == "opportunity":
        return [record.key for group in by_state(site) for record in group.records]
    if kind in _DAYS:
        day = _DAYS[kind]
        return [r.key for r in sorted(site.all(kind), key=lambda r: (_back(day(r)), r.key))]
    return [r.key for r in sorted(site.all(kind), key=lambda r: (site.label(r).casefold(), r.key))]


_DAYS: dict[str, Callable[[Record], str]] = {"award": award_day, "decision": lambda r: r.get("taken_on", "")}


def _back(day: str) -> int:
    """An ISO day as a number that is the smaller the later it is; what has no day comes last."""
    return -int(day.replace("-", "") or 0)
