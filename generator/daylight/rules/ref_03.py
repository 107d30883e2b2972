"""REF-03: an award and its round agree."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import known, made_by
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """An award, its only decision and its round name one round and one opportunity (Daylight: references)."""
    own = record.get("round")
    if not own:
        return
    decisions = made_by(site, record)
    if len(decisions) == 1 and (other := decisions[0].get("round", own)) != own and known(site, "round", own, other):
        facts = {"value": other, "decision": decisions[0].key}
        yield finding("REF-03", "decision", record.path, record.line_of("round"), **facts)
    sitting, mine = site.get("round", own), record.get("opportunity")
    other = sitting.get("opportunity", mine) if sitting else mine
    if mine and other != mine and known(site, "opportunity", mine, other):
        yield finding("REF-03", "opportunity", record.path, record.line_of("opportunity"), value=other, round=own)
