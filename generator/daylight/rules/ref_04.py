"""REF-04: a decision and its round agree."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import known
from daylight.site import Site

OF = ("decision",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A decision and the round that it follows name one opportunity and one fund (Daylight: references)."""
    if not (sitting := site.get("round", record.get("round"))):
        return
    for name in ("opportunity", "fund"):
        mine, other = record.get(name), sitting.get(name)
        if mine and other and mine != other and known(site, name, mine, other):
            facts = {"field": name, "value": other, "round": sitting.key}
            yield finding("REF-04", "other", record.path, record.line_of(name), **facts)
