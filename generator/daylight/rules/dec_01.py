"""DEC-01: a decision has a reference of its own."""

import re
from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.keeping import kept
from daylight.record import Record
from daylight.site import Site

_PARTS = re.compile(r"[A-Z]+|\d+")


def check_site(site: Site) -> Iterator[Finding]:
    """No two decisions of one body have the same reference, however it is written: 044/2020 is 44/2020 (Order 2011, 5(d))."""
    first: dict[tuple[str, ...], Record] = {}
    for decision in site.all("decision"):
        if not (name := _name(site, decision)):
            continue
        other = first.setdefault(name, decision)
        if other is not decision and decision.key != other.get("supersedes") and other.key != decision.get("supersedes"):
            facts = {"value": decision.get("reference"), "other": f"{other.path}:{other.line_of('reference')}"}
            yield finding("DEC-01", "twice", decision.path, decision.line_of("reference"), **facts)


@kept
def _name(site: Site, decision: Record) -> tuple[str, ...]:
    """Whose reference it is, and its letters and numbers without what stands between them; () where there is none."""
    parts = _PARTS.findall(decision.get("reference", "").upper())
    whose = "" if decision.get("own") else decision.get("body") or decision.get("body_as_published", "")
    return (whose, *(part.lstrip("0") or "0" for part in parts)) if parts else ()
