"""SIO-ITT: a tender for more than £10,000 has its invitation."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.site import Site

OF = ("opportunity",)
EXCEEDING = Decimal("10000.00")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The office's own tender, expected to exceed £10,000.00 and open by now, has its invitation (Order 2011, 4(c))."""
    if is_asked(site, record) and not has_invitation(site, record):
        line, facts = record.line_of("expected_value"), {"value": record.values["expected_value"]}
        yield finding("SIO-ITT", "missing", record.path, line, severity=asks(site, record), **facts)


def is_asked(site: Site, opportunity: Record) -> bool:
    """Whether paragraph 4(c) asks for the invitation by now: of a tender for which it does, once that has opened."""
    return wants(opportunity) and opportunity.get("opens_on", "") <= site.today


def wants(opportunity: Record) -> bool:
    """Whether paragraph 4(c) asks for the invitation: of the office's own tender of more than £10,000."""
    v = opportunity.values
    if v.get("kind") != "tender" or v.get("expected_value", 0) <= EXCEEDING:
        return False
    return "buyer" not in v and v.get("lead_commissioner") is not False  # else another body invites


def has_invitation(site: Site, opportunity: Record) -> bool:
    """Whether one of its documents is the invitation, or may be: one that cannot be read says what is wrong with it itself."""
    links = [link.target for link in site.links_of(opportunity) if link.field.refers == "document"]
    if any(site.may_be(*target) for target in links) or ("documents" in opportunity.lines and not links):
        return True
    return any(document.get("kind") == "tender" for document in site.targets(opportunity, "document"))
