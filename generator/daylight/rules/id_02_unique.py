"""ID-02-UNIQUE: a number in a register belongs to one organisation."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.org_ids import OWN, claims, is_listed
from daylight.site import Site


def check_site(site: Site) -> Iterator[Finding]:
    """No two organisations have the same number in the same list, wherever they write it (org-id.guide)."""
    first: dict[tuple[str, str], Record] = {}
    for organisation in site.all("organisation"):
        for claim in claims(organisation):
            if is_listed(claim.scheme) and claim.scheme != OWN and claim.number:
                other = first.setdefault((claim.scheme, claim.number), organisation)
                if other is not organisation:
                    facts = {"scheme": claim.scheme, "other": other.key, "name": site.label(other)}
                    yield finding("ID-02-UNIQUE", "twice", claim.row.path, claim.row.line_of(claim.field), **facts)
