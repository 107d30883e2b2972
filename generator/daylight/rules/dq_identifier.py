"""DQ-IDENTIFIER: an organisation that receives grants can be looked up in a register."""

from collections.abc import Iterator

from daylight.derived import awards_received
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.giving import is_grant
from daylight.rules.org_ids import OWN, claims
from daylight.site import Site

OF = ("organisation",)
NO_LIST = frozenset({"police", "csp", "watch_scheme"})  # org-id.guide knows no register of them


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A recipient has a number of a register, where there is one for such bodies (360Giving, data quality: usefulness)."""
    if record.values.get("sector") in NO_LIST or any(claim.scheme != OWN for claim in claims(record)):
        return
    if any(is_grant(award) for award in awards_received(site, record)):
        yield finding("DQ-IDENTIFIER", "missing", record.path, record.line_of("name"))
