"""DATE-01: dates follow each other, and what has happened is not in the future."""

from collections.abc import Iterable, Iterator
from itertools import chain

from daylight.derived import financial_year, is_year
from daylight.findings import Finding, finding, words
from daylight.site import Record, Row, Site

OF = ("publisher", "award", "decision", "organisation", "opportunity", "fund", "priority")
PAIRS = {
    "award": (("start_date", "end_date"), ("actual_start_date", "actual_end_date"), ("award_date", "published_on")),
    "decision": (("paper_date", "taken_on"), ("taken_on", "signed_on"), ("signed_on", "published_on")),
    "opportunity": (("opens_on", "closes_on"),),
    "fund": (("opened_on", "closed_on"),),
    "priority": (("from", "to"),),
}
ROW_PAIRS = {
    "exceptions": ("date", "expires"),
    "withholdings": ("date", "review_on"),
    "identities": ("from", "to"),
    "names": ("from", "to"),
    "limits": ("from", "to"),
}
PAST = {"award": ("award_date",), "decision": ("taken_on", "signed_on")}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """What begins does not end before it began, and an award or decision is of today at most (DEC-02; 360Giving)."""
    v = record.values
    yield from _order(record, PAIRS.get(record.kind, ()))
    for name in PAST.get(record.kind, ()):
        if name in v and v[name] > site.today:
            yield finding("DATE-01", "future", record.path, record.line_of(name), field=words(name), day=v[name])
    for name, rows in record.children.items():
        for row in rows if name in ROW_PAIRS else ():
            yield from _order(row, [ROW_PAIRS[name]])
    if record.kind == "award" and ("financial_year" in v or "yearly_amounts" in record.children):
        yield from _years(record)


def _order(row: Row, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """The second of each pair is on the day of the first or after it."""
    for first, second in pairs:
        a, b = row.get(first), row.get(second)
        if a and b and a > b:
            yield finding("DATE-01", "order", row.path, row.line_of(second), first=first, second=second, a=a, b=b)


def _years(award: Record) -> Iterator[Finding]:
    """A financial year is a year and the one that follows."""
    for row in chain([award], award.rows("yearly_amounts")):
        if (year := row.get("financial_year")) and not is_year(year):
            right = financial_year(f"{year[:4]}-04-01")
            yield finding("DATE-01", "year", row.path, row.line_of("financial_year"), value=year, example=right)
