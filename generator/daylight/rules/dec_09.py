"""DEC-09: a withdrawn decision stays, and is marked."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks, is_award, made_by
from daylight.site import Site

OF = ("decision", "award")
OVER = frozenset({"withdrawn", "decommissioned", "clawed_back"})
MARKS = ("withdrawn", "rescinded", "revoked")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A withdrawn decision has the day, and no award that still stands rests on it alone (Order 2011, paragraph 5(d))."""
    v = record.values
    if record.kind == "decision":
        if "status_as_published" in v and "withdrawn_on" not in v and v["status_as_published"].casefold().startswith(MARKS):
            line = record.line_of("status_as_published")
            yield finding("DEC-09", "unmarked", record.path, line, severity=asks(site, record))
    elif ("decision" in v or record.rows("decisions")) and v.get("status") not in OVER and is_award(record):
        made = made_by(site, record)
        if made and all("withdrawn_on" in decision.values for decision in made):
            line = record.line_of("decision" if "decision" in v else "decisions")
            yield finding("DEC-09", "award", record.path, line, severity=asks(site, record), value=made[0].key)
