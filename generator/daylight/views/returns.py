"""When monitoring returns, meetings and reports of awards are due. Dates only: what they say is never published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from daylight.keeping import once_of
from daylight.record import Record, Row
from daylight.rules.between import is_award
from daylight.site import Site

MOST = 60  # returns of one award; more is a slip of the pen


@dataclass(frozen=True)
class Return:
    """A return, a meeting or a report (`kind`) that is due for an award on an ISO day. `stated` is whether the record gives
    the day itself, or it follows from how often it is due; `received` is None where the record does not say, and `row` where
    no row states it."""

    day: str
    award: Record
    kind: str
    stated: bool
    received: bool | None
    row: Row | None = None


@once_of
def returns(site: Site) -> list[Return]:
    """Everything of the kind that is due for awards, earliest first."""
    found = [
        d for award in site.all("award") if is_award(award) and award.get("status") != "withdrawn" for d in of_award(award)
    ]
    return sorted(found, key=lambda d: (d.day, d.award.key, d.kind))


def of_award(award: Record) -> Iterator[Return]:
    """What is due for one award: the dates that it states, else dates counted from its start."""
    stated = set()
    for row in award.rows("monitoring_dates"):
        if "due_on" in row.values:
            stated.add(row.get("kind"))
            yield Return(row.values["due_on"], award, row.get("kind", "return"), True, row.get("received"), row)
    start, end = award.get("start_date"), award.get("actual_end_date") or award.get("end_date")
    for kind, field in (("return", "monitoring_months"), ("meeting", "meeting_months")):
        if kind not in stated and start and end and (months := award.get(field)):
            yield from (Return(day, award, kind, False, None) for day in _days(start, end, months))


def _days(start: str, end: str, months: int) -> Iterator[str]:
    """Every so many months from the start to the end, and at the end of an award that is shorter."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    days = [first + relativedelta(months=months * n) for n in range(1, MOST + 1)]
    inside = [day.isoformat() for day in days if day <= last]
    yield from inside or [last.isoformat()]
