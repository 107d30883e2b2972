"""ID-CODE-COUNCIL: the identifier of a council belongs to the council of that name."""

from collections.abc import Iterator

from daylight.findings import NOTE, Finding, finding
from daylight.record import Record
from daylight.rules.official import names, plain
from daylight.rules.org_ids import claims, has_form
from daylight.site import Site

OF = ("organisation",)
LISTS = frozenset({"GB-LAE", "GB-PLA"})


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The letters in a council's identifier are those of its name in the government's register (org-id.guide, GB-LAE, GB-PLA).

    The register ended before the newest councils were made: what is not in it is only noted.
    """
    for claim in claims(record):
        if claim.scheme in LISTS and has_form(claim.scheme, claim.number):
            code = f"{claim.scheme}-{claim.number}"
            line, registered = claim.row.line_of(claim.field), names("councils").get(code)
            if registered is None:
                yield finding("ID-CODE-COUNCIL", "unlisted", claim.row.path, line, severity=NOTE, code=code)
            elif not _called(record, plain(registered)):
                yield finding("ID-CODE-COUNCIL", "other", claim.row.path, line, code=code, other=registered)


def _called(organisation: Record, registered: str) -> bool:
    """Whether an organisation has, or had, a name that comes to the registered one."""
    called = [organisation.get("name", ""), organisation.get("name_welsh", "")]
    return registered in {plain(name) for name in [*called, *(row.get("name", "") for row in organisation.rows("names"))]}
