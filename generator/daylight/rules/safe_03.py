"""SAFE-03: a text that may tell where a refuge or a person is was read by somebody who answers for it."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private.place import REFUGE, STREET
from daylight.record import Record
from daylight.rules.private_texts import SENTENCE, told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A refuge, a move or a house in a street is said only where a role has signed it off as an exception (safeguarding)."""
    return told(site, record, "SAFE-03", REFUGE, STREET, of=(SENTENCE,))
