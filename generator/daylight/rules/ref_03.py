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


def check_site(site: Site) -> Iterator[Finding]:
    """What a round came of, all of its awards came of. Where they agree without it, it is the round that is mistaken."""
    for sitting in site.all("round"):
        own = sitting.get("opportunity")
        awards = [a for a in site.sources(sitting, "award") if a.get("round") == sitting.key and "opportunity" in a.values]
        named = {award: award.values["opportunity"] for award in awards}
        others = [a for a, name in named.items() if own and name != own and known(site, "opportunity", own, name)]
        if len(others) == len(awards) > 1 and len(set(named.values())) == 1:
            fix, facts = named[others[0]], {"value": own, "count": len(others)}
            yield finding("REF-03", "round", sitting.path, sitting.line_of("opportunity"), fix, of="opportunity", **facts)
            continue
        for award in others:
            facts = {"value": own, "round": sitting.key}
            yield finding("REF-03", "opportunity", award.path, award.line_of("opportunity"), of="opportunity", **facts)
