"""SIO-3G: spending over £500 has its recipient, its purpose and why it is good value for money."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import lacks, paragraph, who_and_what
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """What exceeds £500.00, but for section 9 grants, says to whom, for what and why it is good value (Order 2011, 3(g))."""
    if paragraph(record) != "3g":
        return
    left = who_and_what(site, record)
    if lacks(site, record, "vfm_reasons"):
        left.append("reasons")
    for name in left:
        yield finding("SIO-3G", name, record.path, record.line_of("legal_power"), severity=asks(site, record))
