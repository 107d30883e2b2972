"""LG-03: a review lies between the start and the end."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The review date of an award is not before its start and not after its end (Transparency Code 2015, contracts)."""
    v = record.values
    if not (day := v.get("review_date")):
        return
    first, last = v.get("start_date", day), v.get("end_date", day)
    if not first <= day <= last and first <= last:
        name, other = ("early", first) if day < first else ("late", last)
        yield finding("LG-03", name, record.path, record.line_of("review_date"), day=day, other=other)
