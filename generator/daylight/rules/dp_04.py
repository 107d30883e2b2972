"""DP-04: no text holds a number that is one person's or one account's."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import NUMBER
from daylight.record import Record
from daylight.rules.private_texts import told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No National Insurance number, NHS number or bank account is published (UK GDPR, article 5; duties against fraud)."""
    return told(site, record, "DP-04", NUMBER)
