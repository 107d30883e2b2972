"""ID-02-LIST: an identifier of an organisation comes from a known list."""

from collections.abc import Iterator
from difflib import get_close_matches

from daylight.findings import Finding, finding
from daylight.rules.org_ids import FORMS, OTHER, claims, is_listed
from daylight.site import Record, Site

OF = ("organisation", "publisher")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The prefix of an organisation identifier is one of org-id.guide, so that others can look it up (360Giving)."""
    for claim in claims(record):
        if claim.field == "org_id" and not is_listed(claim.scheme):
            close = get_close_matches(claim.scheme, [*FORMS, *sorted(OTHER)], 1, 0.8)
            fix = f"{close[0]}-{claim.number}" if close and claim.number else ""
            line = claim.row.line_of("org_id")
            yield finding("ID-02-LIST", "unknown", claim.row.path, line, fix, scheme=claim.scheme)
