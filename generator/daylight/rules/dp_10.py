"""DP-10: a private person who receives money is not named."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.site import Record, Site

OF = ("award",)
NAMES = ("recipient", "recipients", "recipient_as_published")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """An award to an individual has no recipient (360Giving, grants to individuals; UK GDPR). The name is not repeated."""
    if record.get("recipient_individual"):
        for name in NAMES:
            if name in record.values or record.rows(name):
                yield finding("DP-10", "named", record.path, record.line_of(name))
