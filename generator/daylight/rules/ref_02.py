"""REF-02: an award and its decisions agree."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import is_award, made_by, unlisted
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The decision of an award is among its decisions, and none that was refused made it (Order 2011, paragraph 5(d))."""
    if record.children:
        yield from unlisted(site, "REF-02", record, "decision", "decisions")
    if is_award(record):
        for decision in made_by(site, record):
            if decision.get("outcome") == "refused":
                line = record.line_of("decision" if record.get("decision") == decision.key else "decisions")
                yield finding("REF-02", "refused", record.path, line, value=decision.key)
