"""ID-02: an identifier of an organisation has the form of its list, and all of them agree."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.org_ids import FORMS, Claim, claims, has_form, mended, split
from daylight.site import Site

OF = ("organisation", "publisher")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A number has the form of its list, and an organisation has one number in each (org-id.guide; 360Giving identifiers)."""
    seen: dict[str, Claim] = {}
    for claim in claims(record):
        if not has_form(claim.scheme, claim.number):
            yield _form(claim)
        elif record.kind == "organisation":
            first = seen.setdefault(claim.scheme, claim)
            if first.number != claim.number and _is_single(claim) and first.field not in first.row.doubted:
                facts = {"scheme": claim.scheme, "number": first.number, "line": first.row.line_of(first.field)}
                yield finding("ID-02", "differs", claim.row.path, claim.row.line_of(claim.field), **facts)


def _is_single(claim: Claim) -> bool:
    """Whether the list has one number for one body. A trust of schools or a health body has several."""
    return claim.scheme in ("GB-CHC", "GB-COH", "GB-SC", "GB-NIC", "GB-UKPRN")


def _form(claim: Claim) -> Finding:
    if claim.scheme not in FORMS and claim.number:
        return finding("ID-02", "space", claim.row.path, claim.row.line_of(claim.field), scheme=claim.scheme)
    example = FORMS[claim.scheme][1] if claim.scheme in FORMS else "1234567"
    scheme, number = mended(claim.scheme, claim.number)
    if not claim.number and has_form(*(whole := split(f"GB-{claim.scheme}"))) and whole[0] in FORMS:
        claim, (scheme, number), example = claim._replace(scheme=whole[0]), whole, FORMS[whole[0]][1]  # GB- was left out
    fix = number if scheme == claim.scheme else ""
    if claim.field == "org_id":
        example, fix = f"{claim.scheme}-{example}", f"{scheme}-{number}" if number else ""
    facts = {"scheme": claim.scheme, "example": example}
    return finding("ID-02", "form", claim.row.path, claim.row.line_of(claim.field), fix, of=claim.field, **facts)
