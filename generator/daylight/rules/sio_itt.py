"""SIO-ITT: a tender for more than £10,000 has its invitation."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding, finding
from daylight.rules.between import asks
from daylight.site import Record, Site

OF = ("opportunity",)
EXCEEDING = Decimal("10000.00")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The office's own tender, expected to exceed £10,000.00 and open by now, has its invitation (Order 2011, 4(c))."""
    v = record.values
    if v.get("kind") != "tender" or v.get("expected_value", 0) <= EXCEEDING or v.get("opens_on", "") > site.today:
        return
    if "buyer" in v or v.get("lead_commissioner") is False:
        return  # another body invites
    if all(document.get("kind") != "tender" for document in site.targets(record, "document")):
        line, facts = record.line_of("expected_value"), {"value": v["expected_value"]}
        yield finding("SIO-ITT", "missing", record.path, line, severity=asks(site, record), **facts)
