"""DP-05: no text names a person."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.private import PERSON
from daylight.record import Record
from daylight.rules.private_texts import SENTENCE, told
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "private"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A title and a name are likely to be a private person's (UK GDPR, article 5). Names of bodies, and offices, are none."""
    return told(site, record, "DP-05", PERSON, of=(SENTENCE,))
