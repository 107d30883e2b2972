"""ID-02-LIST: an identifier of an organisation comes from a known list."""

from collections.abc import Iterator

from daylight.findings import Finding, close, finding
from daylight.record import Record
from daylight.rules.org_ids import FORMS, OTHER, Claim, claims, has_form, is_listed
from daylight.site import Site

OF = ("organisation", "publisher")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The prefix of an organisation identifier is one of org-id.guide, so that others can look it up (360Giving)."""
    for claim in claims(record):
        if claim.number and not is_listed(claim.scheme):  # else ID-02 says it
            same = (other.scheme for other in claims(record) if other.number == claim.number and is_listed(other.scheme))
            scheme = next(same, "") or _meant(claim)
            field, fix = ("org_id", f"{scheme}-{claim.number}") if claim.field == "org_id" else ("scheme", scheme)
            facts = {"of": field, "scheme": claim.scheme}
            if not scheme and field == "scheme":
                continue  # of lists that org-id.guide does not know there are many
            yield finding("ID-02-LIST", "unknown", claim.row.path, claim.row.line_of(field), fix if scheme else "", **facts)


def _meant(claim: Claim) -> str:
    """The list that was surely meant: one whose numbers look like this one, or else any."""
    fitting = [scheme for scheme in FORMS if has_form(scheme, claim.number)]
    return close(claim.scheme, fitting) or close(claim.scheme, [*FORMS, *sorted(OTHER)])
