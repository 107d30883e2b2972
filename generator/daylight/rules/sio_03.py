"""SIO-03: a budget is published before its year begins."""

from collections.abc import Iterator

from daylight.days import is_year
from daylight.findings import NOTE, Finding, finding
from daylight.record import Record
from daylight.site import Site

OF = ("budget",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The day on which a budget was published is before 1 April of its financial year (Order 2011, Part 2)."""
    year, day = record.get("financial_year", ""), record.get("published_on")
    if day and is_year(year) and day >= (begins := f"{year[:4]}-04-01"):
        severity = NOTE if day < site.publisher.get("rules_from", "") else ""
        line = record.line_of("published_on")
        yield finding("SIO-03", "late", record.path, line, severity=severity, begins=begins, day=day)
