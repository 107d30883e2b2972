"""DP-01: no text holds an e-mail address."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import EMAIL
from daylight.record import Record
from daylight.rules.private_texts import ALL, told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No e-mail address is published (360Giving, data quality; UK GDPR, article 5). A web address can hold one too."""
    return told(site, record, "DP-01", EMAIL, of=ALL)
