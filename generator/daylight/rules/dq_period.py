"""DQ-PERIOD: a grant says for how long it is."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.giving import is_grant
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A grant has its first and its last day, from which its duration follows (360Giving, data quality: usefulness)."""
    v = record.values
    if ("start_date" not in v or "end_date" not in v) and is_grant(record):
        yield finding("DQ-PERIOD", "missing", record.path, record.line_of("start_date"))
