"""SAFE-02: no text tells a place to the metre."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import PLACE
from daylight.record import Record
from daylight.rules.private_texts import ADDRESS, WRITTEN, told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No coordinates, grid reference or three words for a place are published (safeguarding; 360Giving, location guide)."""
    return told(site, record, "SAFE-02", PLACE, of=(*WRITTEN, ADDRESS))
