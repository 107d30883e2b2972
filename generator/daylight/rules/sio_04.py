"""SIO-04: a decision is published within the time that the office undertakes."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.working_days import after
from daylight.site import Site

OF = ("decision",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The office's own decisions are published within its `decision_days` after signing or deferral (Order 2011, Part 2)."""
    days, v = site.publisher.get("decision_days"), record.values
    signed = v.get("signed_on") or v.get("taken_on")
    if days is None or not v.get("own") or not signed:
        return
    due = after(max(signed, v.get("deferred_until", signed)), days)
    if (day := v.get("published_on", site.today)) > due:
        name = "late" if "published_on" in v else "missing"
        facts = {"days": days, "due": due, "day": day}
        yield finding("SIO-04", name, record.path, record.line_of("published_on"), severity=asks(site, record), **facts)
