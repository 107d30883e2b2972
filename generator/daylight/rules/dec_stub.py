"""DEC-STUB: a decision that is not published whole, or not at once, says why."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.site import Site

OF = ("decision",)
SUBSTANCE = frozenset({"decision_text", "summary", "background", "reasons", "financial_implications", "amount"})


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A second part has its ground, a deferral its reason, and what is put off is not here yet (Order 2011, article 2(2))."""
    v = record.values
    if v.get("part_two") and not record.rows("withholdings"):
        yield finding("DEC-STUB", "part-two", record.path, record.line_of("part_two"), severity=asks(site, record))
    if "deferred_until" in v:
        line = record.line_of("deferred_until")
        if "deferral_reason" not in v:
            yield finding("DEC-STUB", "reason", record.path, line, severity=asks(site, record))
        if v["deferred_until"] > site.today and not SUBSTANCE.isdisjoint(v):
            yield finding("DEC-STUB", "early", record.path, line, day=v["deferred_until"])
