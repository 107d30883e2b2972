"""REF-07: an award and its priorities agree."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.between import unlisted
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The priority of an award is among its priorities, where several are listed (Daylight: references)."""
    if record.children:
        yield from unlisted(site, "REF-07", record, "priority", "priorities")
