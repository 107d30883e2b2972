"""DEC-02: the days of a decision follow each other."""

from collections.abc import Iterator
from itertools import pairwise

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.site import Site

OF = ("decision",)
CHAIN = ("paper_date", "taken_on", "signed_on", "published_on")
NEXT = frozenset(pairwise(CHAIN))  # these are said by DATE-01


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Paper, decision, signature and publication are in order where one is not known, withdrawal too (Order 2011, 5(d))."""
    v = record.values
    days = [pair for pair in pairwise([name for name in CHAIN if name in v]) if pair not in NEXT]
    if "withdrawn_on" in v and "taken_on" in v:
        days.append(("taken_on", "withdrawn_on"))
    for first, second in days:
        if v[first] > v[second]:
            facts = {"first": first, "second": second, "a": v[first], "b": v[second]}
            yield finding("DEC-02", "order", record.path, record.line_of(second), **facts)
