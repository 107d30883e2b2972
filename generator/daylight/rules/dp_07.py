"""DP-07: no text holds the number of an officer."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import OFFICER
from daylight.record import Record
from daylight.rules.private_texts import told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Officers are not identified only because the process needed them (UK GDPR, article 5)."""
    return told(site, record, "DP-07", OFFICER)
