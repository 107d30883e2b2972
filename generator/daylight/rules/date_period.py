"""DATE-PERIOD: the time that an award is for is likely."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.record import Record
from daylight.rules.likely import FUTURE, span
from daylight.site import Site

OF = ("award",)
AHEAD = 5  # so many years what is called actual may be to come


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A period is at most 12 years, has not ended before the award, and is not over in advance (360Giving, data quality).

    An end that is itself unlikely is said by DATE-01-FAR, and one before the start by DATE-01.
    """
    v = record.values
    start, end = v.get("start_date"), v.get("end_date")
    if end and start and later(start, FUTURE) < end <= span(site.today)[1]:
        yield finding("DATE-PERIOD", "long", record.path, record.line_of("end_date"), years=FUTURE, last=later(start, FUTURE))
    if end and (start or "") <= end < v.get("award_date", "") <= site.today:  # else DATE-01 says it
        line = record.line_of("award_date")
        yield finding("DATE-PERIOD", "over", record.path, line, day=v["award_date"], end=end)
    for name in ("actual_start_date", "actual_end_date"):
        if name in v and v[name] > (last := later(site.today, AHEAD)):
            yield finding("DATE-PERIOD", "ahead", record.path, record.line_of(name), field=words(name), last=last)


def later(day: str, years: int) -> str:
    """The ISO day some years after one. Days are compared as text, so one that does not exist does no harm."""
    return f"{int(day[:4]) + years:04d}{day[4:]}"
