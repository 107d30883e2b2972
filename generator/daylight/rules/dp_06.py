"""DP-06: no text holds the registration of a vehicle."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import VEHICLE
from daylight.record import Record
from daylight.rules.private_texts import told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No number plate is published, which leads to its keeper (UK GDPR, article 4(1))."""
    return told(site, record, "DP-06", VEHICLE)
