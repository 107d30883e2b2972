"""ORG-NAMES: one name, one identifier."""

from collections.abc import Iterator
from itertools import combinations

from daylight.findings import NOTE, Finding, finding
from daylight.record import Record, Row
from daylight.rules.strategy.rule import ALWAYS, NEVER
from daylight.site import Site

NUMBERS = ("org_id", "charity_number", "company_number")


def check_site(site: Site) -> Iterator[Finding]:
    """The office has one name and identifier at a time, and no two bodies of one name differ in number unsaid (360Giving)."""
    for one, other in combinations(site.publisher.rows("identities"), 2):
        if _together(one, other):
            yield from _identities(one, other)
    first: dict[str, Record] = {}
    for organisation in site.records["organisation"].values():
        name = organisation.values.get("name")
        if name and (other := first.setdefault(name, organisation)) is not organisation and _differ(organisation, other):
            line = organisation.line_of("name")
            yield finding("ORG-NAMES", "alike", organisation.path, line, severity=NOTE, other=other.key)


def _together(one: Row, other: Row) -> bool:
    """Whether two identities hold on one day."""
    begins = max(one.get("from", ALWAYS), other.get("from", ALWAYS))
    return begins <= min(one.get("to", NEVER), other.get("to", NEVER))


def _identities(one: Row, other: Row) -> Iterator[Finding]:
    names, ids = {one.get("name"), other.get("name")}, {one.get("org_id"), other.get("org_id")} - {None}
    if len(names) > 1:
        yield finding("ORG-NAMES", "names", other.path, other.line_of("name"), line=one.line_of("name"))
    elif len(ids) > 1:
        yield finding("ORG-NAMES", "ids", other.path, other.line_of("org_id"), line=one.line_of("org_id"))


def _differ(one: Record, other: Record) -> bool:
    """Whether two organisations have different numbers in one list, and nothing else that tells readers which is which."""
    if any(one.get(name) and other.get(name) and one.get(name) != other.get(name) for name in ("town", "part_of")):
        return False
    return any(one.get(name) and other.get(name) and one.get(name) != other.get(name) for name in NUMBERS)
