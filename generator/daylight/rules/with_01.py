"""WITH-01: what is withheld does not stand in the record."""

from collections.abc import Iterator

from daylight.derived import withheld
from daylight.findings import Finding, finding, words
from daylight.record import Record
from daylight.site import Site

OF = ("award", "decision")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A field that is said not to be published has no value (Order 2011, article 2(2); design, safety)."""
    for name in withheld(site, record):
        if name in record.values or record.rows(name):
            yield finding("WITH-01", "there", record.path, record.line_of(name), field=words(name))
