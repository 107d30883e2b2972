"""DATE-01-YEAR: financial years agree with dates."""

from collections.abc import Iterator

from daylight.days import financial_year, is_year
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The year of an award holds its date, and yearly amounts lie between its start and end (360Giving, planned dates)."""
    v = record.values
    year, day = v.get("financial_year", ""), v.get("award_date")
    if day and day <= site.today and is_year(year) and (right := financial_year(day)) != year:
        yield finding("DATE-01-YEAR", "date", record.path, record.line_of("financial_year"), day=day, year=right)
    if v.get("start_date", "") > v.get("end_date", "9999"):
        return  # DATE-01 says it
    for row in record.children.get("yearly_amounts", ()) if record.children else ():
        year = row.get("financial_year", "")
        if not is_year(year):
            continue
        if "start_date" in v and year < (first := financial_year(v["start_date"])):
            facts = {"year": year, "other": first, "day": v["start_date"]}
            yield finding("DATE-01-YEAR", "early", row.path, row.line_of("financial_year"), **facts)
        if "end_date" in v and year > (last := financial_year(v["end_date"])):
            facts = {"year": year, "other": last, "day": v["end_date"]}
            yield finding("DATE-01-YEAR", "late", row.path, row.line_of("financial_year"), **facts)
