"""A step of the chain in which a record stands."""

from typing import NamedTuple

from daylight.days import day_of
from daylight.record import Record


class Step(NamedTuple):
    """A step of a chain: what it is, and the record that it leads to, or the list on this page (`at`, an id), or neither.

    `said` is what else is said of it, `printed` what a source prints instead of a record, `day` an ISO day or ''. One step is
    `here`. One that is `missing` should be there, and `said` says that it is not.
    """

    name: str
    record: Record | None = None
    said: str = ""
    printed: str = ""
    day: str = ""
    at: str = ""
    here: bool = False
    missing: bool = False


def to(name: str, record: Record) -> Step:
    """A step to a record."""
    return Step(name, record, day=day_of(record))
