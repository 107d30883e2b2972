"""How a file for the browser says amounts, days and texts in few bytes. What each form means stands in `columns`."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

NOTHING, ALL = -1, -2


def packed(value: object) -> bytes:
    """JSON without a space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def pence(amount: Decimal | None) -> int:
    """Pounds as pence, NOTHING where there are none."""
    return NOTHING if amount is None else int(amount * 100)


def part(amount: Decimal | None, counts: Decimal | None) -> int:
    """What of an amount is added up."""
    if counts is None:
        return NOTHING
    return ALL if counts == amount else pence(counts)


def days(isos: Sequence[str]) -> dict:
    """Days, each as the number of days that it lies before the one above; none is null."""
    first = max(filter(None, isos), default="")
    if not first:
        return {}
    last, found = date.fromisoformat(first), []
    for iso in isos:
        if not iso:
            found.append(None)
            continue
        day = date.fromisoformat(iso)
        found.append((last - day).days)
        last = day
    return {"from": first, "day": found}


def fronted(keys: Sequence[str]) -> list:
    """Texts, each as how many characters it shares with the one above, and the rest: ["ab1", 2, "2", …] is ab1, ab2."""
    out, above = [], ""
    for key in keys:
        same = next((n for n, (a, b) in enumerate(zip(key, above, strict=False)) if a != b), min(len(key), len(above)))
        out += [same, key[same:]]
        above = key
    return out
