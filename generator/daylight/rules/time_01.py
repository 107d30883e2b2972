"""TIME-01: a record has the day that decides which rules it must meet."""

from collections.abc import Iterator

from daylight.days import day_of
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks, is_award
from daylight.rules.law import lacks
from daylight.rules.periods import measured
from daylight.site import Site

OF = ("award", "decision")
LAWS = frozenset({"PCR2015", "PA2023", "below_threshold"})


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Awards and decisions have their day, and what was procured the day on which that began (Procurement Act 2023)."""
    v = record.values
    if not day_of(record):
        wanted = is_award(record) and v.get("direction") != "in" if record.kind == "award" else v.get("own")
        if wanted:
            yield finding("TIME-01", record.kind, record.path, record.line, severity=measured(site))
    elif record.kind == "award" and v.get("regime") in LAWS and lacks(site, record, "procurement_commenced_on"):
        yield finding("TIME-01", "procurement", record.path, record.line_of("regime"), severity=asks(site, record))
