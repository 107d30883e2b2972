"""Proposes the key of a new record: the next number where the office counts its records, else its title."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from daylight.read import LONGEST, slug
from daylight.schema import Schema

COUNTED = re.compile(r"(?P<before>.*?)(?P<number>\d+)")
WORDS = 48  # letters of a title that a key takes


def key(schema: Schema, there: Iterable[str], fields: Mapping[str, str]) -> str:
    """A key that no record of the kind has, by the pattern of most of those that are there."""
    taken = set(there)
    counted = [found for one in taken if (found := COUNTED.fullmatch(one))]
    if len(counted) * 2 > len(taken):
        return _next(counted, fields)
    base = slug(fields.get(schema.label, "") or schema.name, WORDS) or schema.name.replace("_", "-")
    free = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in free if one not in taken)[:LONGEST]


def _next(counted: list[re.Match], fields: Mapping[str, str]) -> str:
    """The next number of the series to which most keys belong; of series for years, of the one for the record's own year."""
    series = Counter(found["before"] for found in counted)
    before = max(sorted(series), key=series.__getitem__)
    if year := re.search(r"(?<!\d)20\d\d(?=-$)", before):
        own = next((fields[name][:4] for name in ("award_date", "taken_on", "opens_on") if name in fields), "")
        before = (
            before[: year.start()] + own + before[year.end() :] if own else max(s for s in series if re.search(r"20\d\d-$", s))
        )
    numbers = [found["number"] for found in counted if found["before"] == before] or ["0" * len(counted[0]["number"])]
    width = max(map(len, numbers)) if any(number.startswith("0") for number in numbers) else 0
    return f"{before}{str(max(map(int, numbers)) + 1).zfill(width)}"
