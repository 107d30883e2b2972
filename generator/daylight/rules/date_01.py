"""DATE-01: dates follow each other."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.site import Site

PAIRS = {
    "award": (("start_date", "end_date"), ("actual_start_date", "actual_end_date"), ("award_date", "published_on")),
    "decision": (("paper_date", "taken_on"), ("taken_on", "signed_on"), ("signed_on", "published_on")),
    "opportunity": (("opens_on", "closes_on"),),
    "fund": (("opened_on", "closed_on"),),
    "priority": (("from", "to"),),
}


def check(site: Site) -> Iterator[Finding]:
    """What begins does not end before it began (DEC-02; 360Giving, accuracy of dates)."""
    for kind, pairs in PAIRS.items():
        titles = site.schemas[kind].by_name
        for record in site.all(kind):
            for first, second in pairs:
                a, b = record.get(first), record.get(second)
                if a and b and a > b:
                    facts = {"first": titles[first].title, "second": titles[second].title, "a": a, "b": b}
                    yield finding("DATE-01", "order", record.path, record.line_of(second), **facts)
        if kind == "award":
            for record in site.all(kind):
                if (day := record.get("award_date")) and day > site.today:
                    yield finding("DATE-01", "future", record.path, record.line_of("award_date"), day=day)
