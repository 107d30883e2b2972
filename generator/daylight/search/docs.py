"""What a list of results says of each thing that can be found: its title, where it is, amount, year, and one thing more."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal

from daylight.counted import countable
from daylight.days import award_day
from daylight.derived import derived
from daylight.record import Record
from daylight.search.order import order
from daylight.site import Site
from daylight.views.groups import year_of

CHUNK = 64  # rows in one file
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Row = list[str | int | float | None]


def row(site: Site, record: Record) -> Row:
    """Title, key, pounds or None, financial year, the recipient or the reference, and the title in Welsh; no empty end."""
    v = record.values
    more = derived(site, record).get("recipient_name", "") if record.kind == "award" else v.get("reference", "")
    welsh = v.get("title_welsh") or v.get("name_welsh", "")
    amount = pounds(v.get("amount")) if record.kind in ("award", "decision") else None
    return short([site.label(record), record.key, amount, year_of(site, record), more, welsh])


def short(row: Row) -> Row:
    """A row without what is empty at its end."""
    while row[-1] in ("", None):
        row.pop()
    return row


def pounds(amount: Decimal | None) -> int | float | None:
    """An amount as a number that JavaScript rounds to the same penny."""
    if amount is None:
        return None
    return int(amount) if amount == int(amount) else float(amount)


def chunks(rows: Sequence[Row]) -> Iterator[str]:
    """The rows in files of `CHUNK`."""
    for start in range(0, len(rows), CHUNK):
        yield "[" + ",\n".join(map(_json, rows[start : start + CHUNK])) + "]"


def sums(site: Site) -> str:
    """What is added up of each award in pounds, null where nothing is; and how many awards each calendar year has."""
    awards, years = order(site, "award"), []
    for award in awards:
        year = int(award_day(award)[:4] or 0)
        if not years or years[-1][0] != year:
            years.append([year, 0])
        years[-1][1] += 1
    return _json({"pounds": [pounds(countable(award)) for award in awards], "years": years})
