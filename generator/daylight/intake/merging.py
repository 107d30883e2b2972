"""Merges the releases of one contracting process, as OCDS says: what a newer release does not say, the older ones still do.

What moves into the newest release stands there alone; what it says again or otherwise stays where it was. So each value of a
file stands in one place still, and the account of the import adds up.
"""

from collections.abc import Sequence
from decimal import Decimal

from daylight.intake.process_fields import moment

WHOLE = ("additionalIdentifiers", "additionalClassifications")  # lists that the standard does not merge by their ids


def merge(releases: Sequence[dict]) -> dict[int, int]:
    """Completes the newest release of each process by the older ones, and returns of each older one, by its number from 0,
    the newest. Processes of which a release has no day, or two have the same, stay as they are."""
    of: dict[str, list[int]] = {}
    for number, release in enumerate(releases):
        if isinstance(release.get("ocid"), str):
            of.setdefault(release["ocid"], []).append(number)
    found = {}
    for numbers in of.values():
        days = {n: when.replace(tzinfo=None) for n in numbers if (when := moment(str(releases[n].get("date"))))}
        if len(numbers) > 1 and len({*days.values()}) == len(numbers):
            *older, newest = sorted(numbers, key=days.__getitem__)
            for number in reversed(older):
                _complete(releases[newest], releases[number])
                found[number] = newest
    return found


def _complete(newer: dict, older: dict) -> None:
    """Moves what only the older object says into the newer one; null in the newer one says that it holds no longer."""
    for name, value in list(older.items()):
        if name not in newer:
            newer[name] = older.pop(name)
        elif isinstance(value, dict) and isinstance(newer[name], dict):
            _complete(newer[name], value)
        elif name not in WHOLE and _are_named(value) and _are_named(newer[name]):
            there = {one["id"]: one for one in newer[name]}
            for one in value:
                if one["id"] in there:
                    _complete(there[one["id"]], one)
            newer[name] += [one for one in value if one["id"] not in there]
            older[name] = [one for one in value if one["id"] in there]


def _are_named(value) -> bool:
    """Whether a list holds objects that are told apart by their ids."""
    return isinstance(value, list) and all(isinstance(o, dict) and isinstance(o.get("id"), str | Decimal) for o in value)
