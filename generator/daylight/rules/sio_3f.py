"""SIO-3F: a crime and disorder reduction grant has its conditions, recipient, purpose and reasons."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import lacks, paragraph, who_and_what
from daylight.site import Site

OF = ("award",)
CONDITIONS = ("conditions", "terms_document", "unconditional")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A grant under section 9 says to whom, for what, on which conditions and why, or that it has none (Order 2011, 3(f))."""
    if paragraph(record) != "3f":
        return
    for name in left(site, record):
        yield finding("SIO-3F", name, record.path, record.line_of("legal_power"), severity=asks(site, record))
    if record.get("unconditional") and record.rows("conditions"):
        yield finding("SIO-3F", "both", record.path, record.line_of("unconditional"))


def left(site: Site, award: Record) -> list[str]:
    """What a grant leaves out of what paragraph 3(f) asks for: recipient, purpose, conditions or reasons."""
    found = who_and_what(site, award)
    stated = ("conditions", "terms_document") if award.get("unconditional") is False else CONDITIONS
    found += ["conditions"] if lacks(site, award, *stated) else []
    return [*found, "reasons"] if lacks(site, award, "cdr_reasons") else found
