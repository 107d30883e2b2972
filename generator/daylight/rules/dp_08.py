"""DP-08: no text holds a date of birth."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import BIRTH
from daylight.record import Record
from daylight.rules.private_texts import told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No day on which a person was born is published (UK GDPR, article 4(1))."""
    return told(site, record, "DP-08", BIRTH)
