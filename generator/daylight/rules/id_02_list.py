"""ID-02-LIST: an identifier of an organisation comes from a known list."""

from collections.abc import Iterator

from daylight.findings import Finding, close, finding
from daylight.record import Record
from daylight.rules.org_ids import FORMS, OTHER, claims, is_listed
from daylight.site import Site

OF = ("organisation", "publisher")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The prefix of an organisation identifier is one of org-id.guide, so that others can look it up (360Giving)."""
    for claim in claims(record):
        if claim.field == "org_id" and claim.number and not is_listed(claim.scheme):  # else ID-02 says it
            scheme = close(claim.scheme, [*FORMS, *sorted(OTHER)])
            fix = f"{scheme}-{claim.number}" if scheme and claim.number else ""
            line = claim.row.line_of("org_id")
            yield finding("ID-02-LIST", "unknown", claim.row.path, line, fix, of="org_id", scheme=claim.scheme)
