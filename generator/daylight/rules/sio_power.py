"""SIO-POWER: an award states the power under which it was made."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import lacks, owed
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The legal power, which decides what else is published, and the limb of section 143 are stated (Order 2011, 3(f))."""
    if not owed(record):
        return
    if lacks(site, record, "legal_power"):
        yield finding("SIO-POWER", "missing", record.path, record.line, of="legal_power", severity=asks(site, record))
    elif record.get("legal_power") == "ASBCPA2014-s143" and lacks(site, record, "s143_limb"):
        line = record.line_of("legal_power")
        yield finding("SIO-POWER", "limb", record.path, line, of="legal_power", severity=asks(site, record))
