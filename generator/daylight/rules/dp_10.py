"""DP-10: a private person who receives money is not named."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.site import Site

OF = ("award",)
NAMES = ("recipient", "recipients", "recipient_as_published")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """An award to an individual has no recipient (360Giving, grants to individuals; UK GDPR). The name is not repeated."""
    name = next((name for name in NAMES if name in record.values or record.rows(name)), "")
    if name and record.get("recipient_individual"):
        yield finding("DP-10", "named", record.path, record.line_of(name))
