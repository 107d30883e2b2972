"""DATE-01-FAR: a date is likely to be meant."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.record import Record
from daylight.rules.date_01 import of_record
from daylight.rules.likely import span
from daylight.site import Site

OF = ("award", "decision", "opportunity")
ACTUAL = ("actual_start_date", "actual_end_date")  # what is too far ahead of them is said by DATE-PERIOD
DATES = {
    "award": ("award_date", "announced_on", "start_date", "end_date", "published_on", *ACTUAL),
    "decision": ("paper_date", "taken_on", "signed_on", "published_on", "effective_on"),
    "opportunity": ("opens_on", "closes_on"),
}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Dates are at most 25 years past and 12 years to come; others are often slips of the pen (360Giving, data quality).

    Where a date also breaks an order, DATE-01 says it.
    """
    first, last = span(site.today)
    v = record.values
    for name in DATES[record.kind]:
        far = name in v and (v[name] < first or (v[name] > last and name not in ACTUAL))
        if far and name not in of_record(site, record):
            facts = {"field": words(name), "first": first, "last": last, "day": v[name]}
            yield finding("DATE-01-FAR", "far", record.path, record.line_of(name), **facts)
