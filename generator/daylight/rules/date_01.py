"""DATE-01: dates follow each other, and what has happened is not in the future."""

from collections.abc import Iterator
from itertools import chain

from daylight.findings import Finding, finding
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
    for first, second in PAIRS.get(record.kind, ()):
        if second in v and first in v and v[first] > v[second]:
            yield _order(site, record.kind, record, first, second)
    for name in PAST.get(record.kind, ()):
        if name in v and v[name] > site.today:
            title = site.schemas[record.kind].by_name[name].title.lower()
            yield finding("DATE-01", "future", record.path, record.line_of(name), field=title, day=v[name])
    for name, rows in record.children.items():
        if name in ROW_PAIRS:
            first, second = ROW_PAIRS[name]
            for row in rows:
                if row.get(first) and row.get(second) and row.values[first] > row.values[second]:
                    yield _order(site, _child(site, record.kind, name), row, first, second)
    if record.kind == "award" and ("financial_year" in v or "yearly_amounts" in record.children):
        yield from _years(record)


def _order(site: Site, schema: str, row: Row, first: str, second: str) -> Finding:
    titles = site.schemas[schema].by_name
    facts = {"first": titles[first].title, "second": titles[second].title}
    return finding("DATE-01", "order", row.path, row.line_of(second), **facts, a=row.get(first), b=row.get(second))


def _child(site: Site, kind: str, name: str) -> str:
    """The name of the schema of a list of a kind of record."""
    return next(child for child in site.schemas[kind].children if site.schemas[child].list == name)


def _years(award: Record) -> Iterator[Finding]:
    """A financial year is a year and the one that follows."""
    for row in chain([award], award.rows("yearly_amounts")):
        if year := row.get("financial_year"):
            right = f"{year[:5]}{(int(year[:4]) + 1) % 100:02d}"
            if year != right:
                line = row.line_of("financial_year")
                yield finding("DATE-01", "year", row.path, line, value=year, example=right)
