"""DQ-PROGRAMME: a grant names its fund."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import funds
from daylight.rules.giving import is_grant
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A grant has a fund or a scheme, so that those of one programme can be compared (360Giving, data quality: usefulness)."""
    if is_grant(record) and "scheme" not in record.values and not funds(record):
        yield finding("DQ-PROGRAMME", "missing", record.path, record.line)
