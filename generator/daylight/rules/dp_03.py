"""DP-03: no text holds a postcode."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import POSTCODE
from daylight.record import Record
from daylight.rules.private_texts import told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No postcode is published, for it finds a home or a refuge (360Giving, location guide; UK GDPR, article 5)."""
    return told(site, record, "DP-03", POSTCODE)
