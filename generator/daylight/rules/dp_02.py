"""DP-02: no text holds a telephone number."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import TELEPHONE
from daylight.record import Record
from daylight.rules.private_texts import told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No telephone number of the United Kingdom is published; 999 and 101 are none (UK GDPR, article 5)."""
    return told(site, record, "DP-02", TELEPHONE)
