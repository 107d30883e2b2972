"""DEC-03: an award names the decision that made it."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import lacks, owed
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Every award of the office's money, of whatever kind, has at least one decision (Order 2011, paragraph 5(d))."""
    if owed(record) and lacks(site, record, "decision", "decisions"):
        yield finding("DEC-03", "missing", record.path, record.line, of="decision", severity=asks(site, record))
