"""REF-06: an award and its recipients agree."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.between import unlisted
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The recipient of an award is among its recipients, where several are listed (Daylight: references)."""
    if record.children:
        yield from unlisted(site, "REF-06", record, "recipient", "recipients")
