"""DATE-01: dates follow each other, and what has happened is not in the future."""

from collections.abc import Iterable, Iterator
from itertools import chain

from daylight.days import financial_year, is_year
from daylight.findings import Finding, finding, words
from daylight.record import Record, Row
from daylight.rules.likely import is_far
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
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
    "strategies": ("from", "to"),
    "rules": ("from", "to"),
}
PAST = {"award": ("award_date",), "decision": ("taken_on", "signed_on")}
ROW_PAST = {"payments": ("date",), "exceptions": ("date",), "withholdings": ("date",)}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """What begins does not end before it began, and an award or decision is of today at most (DEC-02; 360Giving)."""
    v = record.values
    yield from of_record(site, record).values()
    for name, rows in record.children.items():
        for row in rows if name in ROW_PAIRS or name in ROW_PAST else ():
            ahead = _future(row, ROW_PAST.get(name, ()), site.today)
            pairs = [ROW_PAIRS[name]] if name in ROW_PAIRS and not ahead else []
            yield from (ahead | _order(row, pairs, site.today)).values()
    if record.kind == "award" and ("financial_year" in v or "yearly_amounts" in record.children):
        yield from _years(record)


def of_record(site: Site, record: Record) -> dict[str, Finding]:
    """What is wrong with the dates of a record itself, by the field that was surely mistaken; of each one thing."""
    ahead = _future(record, PAST.get(record.kind, ()), site.today)
    pairs = [pair for pair in PAIRS.get(record.kind, ()) if ahead.keys().isdisjoint(pair)]
    return _order(record, pairs, site.today) | ahead


def _future(row: Row, names: Iterable[str], today: str) -> dict[str, Finding]:
    """Which of some dates of what has happened are in the future."""
    return {
        name: finding("DATE-01", "future", row.path, row.line_of(name), field=words(name), day=row.values[name])
        for name in names
        if name in row.values and row.values[name] > today
    }


def _order(row: Row, pairs: Iterable[tuple[str, str]], today: str) -> dict[str, Finding]:
    """Where the second of a pair is before the first. It is said of the one that is not likely, or else of the second."""
    found = {}
    for first, second in pairs:
        a, b = row.get(first), row.get(second)
        if a and b and a > b:
            at = first if is_far(a, today) and not is_far(b, today) else second
            found[at] = finding("DATE-01", "order", row.path, row.line_of(at), first=first, second=second, a=a, b=b)
    return found


def _years(award: Record) -> Iterator[Finding]:
    """A financial year is a year and the one that follows."""
    for row in chain([award], award.rows("yearly_amounts")):
        if (year := row.get("financial_year")) and not is_year(year):
            right = financial_year(f"{year[:4]}-04-01")
            yield finding("DATE-01", "year", row.path, row.line_of("financial_year"), value=year, example=right)
