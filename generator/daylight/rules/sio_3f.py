"""SIO-3F: a crime and disorder reduction grant has its conditions, recipient, purpose and reasons."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.rules.between import asks
from daylight.rules.law import lacks, paragraph, who_and_what
from daylight.site import Record, Site

OF = ("award",)
CONDITIONS = ("conditions", "terms_document", "unconditional")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A grant under section 9 says to whom, for what, on which conditions and why, or that it has none (Order 2011, 3(f))."""
    if paragraph(record) != "3f":
        return
    left = who_and_what(site, record)
    stated = ("conditions", "terms_document") if record.get("unconditional") is False else CONDITIONS
    if lacks(site, record, *stated):
        left.append("conditions")
    if lacks(site, record, "cdr_reasons"):
        left.append("reasons")
    for name in left:
        yield finding("SIO-3F", name, record.path, record.line_of("legal_power"), severity=asks(site, record))
    if record.get("unconditional") and record.rows("conditions"):
        yield finding("SIO-3F", "both", record.path, record.line_of("unconditional"))
