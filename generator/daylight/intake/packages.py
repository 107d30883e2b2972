"""Reads JSON as people publish it: packages of 360Giving and OCDS, bare lists, one grant or release alone, one a line."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from daylight.findings import finding
from daylight.intake.cells import Unreadable
from daylight.intake.delimited import encoding_of

GRANTS, PROCESSES = "360Giving", "OCDS"
LISTS = {"grants": GRANTS, "releases": PROCESSES, "records": PROCESSES}


class Package(NamedTuple):
    """What a JSON file holds: its form (GRANTS or PROCESSES), what its list is called, the objects of that, and all else."""

    form: str
    member: str
    rows: Sequence[dict]
    rest: Mapping


class _Twice(ValueError):
    """An object of JSON that says one name twice, of which every reader would take another value."""


def package(name: str, data: bytes) -> Package:
    """The package that a file holds; of several packages, such as the pages of a search, one. What is no object in its list
    becomes one. Raises `Unreadable`."""
    held = _loaded(name, data)
    alone = held if isinstance(held, list) else [held]
    member, rows, rest = _called(alone), alone, {}
    lists = [
        next((one for one in LISTS if isinstance(row.get(one), list)), "") if isinstance(row, dict) else "" for row in alone
    ]
    if not member and len({*lists}) == 1 and lists[0]:
        member, rows = lists[0], [row for of in alone for row in of.pop(lists[0])]
        rest = alone[0] if len(alone) == 1 else {"packages": alone}
    if not member:
        raise Unreadable(finding("IMPORT", "not-a-standard", name, 1))
    if not rows:
        raise Unreadable(finding("IMPORT", "no-rows", name, 1, value=member))
    objects = [row if isinstance(row, dict) else {"value": row} for row in rows]
    return _released(objects, rest) if member == "records" else Package(LISTS[member], member, objects, rest)


def _called(rows: Sequence) -> str:
    """The name of the list that bare objects would stand in; '' where they are of no standard."""
    first = next((row for row in rows if isinstance(row, dict)), {})
    if "ocid" in first:
        return "records" if first.keys() & {"compiledRelease", "releases", "versionedRelease"} else "releases"
    return "grants" if first.keys() >= {"title", "amountAwarded"} else ""


def _released(records: Sequence[dict], rest: Mapping) -> Package:
    """Records; where none has its compiled release, and they hold the releases themselves, these."""
    inner = [release for record in records for release in record.get("releases") or () if isinstance(release, dict)]
    if any("compiledRelease" in record for record in records) or not any("ocid" in release for release in inner):
        return Package(PROCESSES, "records", records, rest)
    left = [{name: value for name, value in record.items() if name != "releases"} for record in records]
    return Package(PROCESSES, "releases", inner, {**rest, "records": left})


def _loaded(name: str, data: bytes):
    """What a file says, its numbers as they stand there; of JSON lines a list."""
    try:
        text = data.decode(encoding_of(name, data))
        try:
            return _said(text)
        except json.JSONDecodeError:
            lines = [_said(line) for line in text.splitlines() if line.strip()]
            if len(lines) < 2:  # one that is broken is no list
                raise
            return lines
    except _Twice as e:
        raise Unreadable(finding("IMPORT", "said-twice", name, 1, value=str(e))) from None
    except (ValueError, RecursionError):
        raise Unreadable(finding("IMPORT", "broken-json", name, 1)) from None


def _said(text: str):
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=_once)


def _once(pairs: Sequence[tuple[str, object]]) -> dict:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return found
