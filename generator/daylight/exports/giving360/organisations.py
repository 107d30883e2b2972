"""Who gives and who receives a grant, under the identifiers of the 360Giving standard.

Where no register has a body, the office gives out the identifier itself, after its own prefix 360G-<key of the publisher>.
"""

import re
import unicodedata
from typing import NamedTuple

from daylight.keeping import kept, once_of
from daylight.record import Record, Row
from daylight.rules.org_ids import OWN, claims, is_listed
from daylight.site import Site

CHARITIES = frozenset({"GB-CHC", "GB-SC", "GB-NIC"})


class Funder(NamedTuple):
    """What the office was over a time: its identifier, its name, whether we gave the identifier, and a name for files."""

    id: str
    name: str
    given: bool
    slug: str


def prefix(site: Site) -> str:
    """The beginning of every identifier that is given out here."""
    return f"{OWN}-{site.publisher.key}"


def funder_on(site: Site, day: str) -> Funder | None:
    """Who the office was on an ISO day; None where its record does not say."""
    for row, funder in funders(site):
        if row.get("from", "") <= day <= row.get("to", "9999"):
            return funder
    return None


@once_of
def funders(site: Site) -> list[tuple[Row, Funder]]:
    """Everyone that the office was, with the row that says when; an office that lists no names was always what it is now."""
    rows = site.publisher.rows("identities") or [site.publisher]
    known: dict[tuple[str | None, str], Funder] = {}
    slugs: set[str] = set()
    for row in rows:
        org_id, name = row.get("org_id"), row.get("name", site.publisher.key)
        if (org_id, name) not in known:
            slug = _unlike(slugs, _slug(name) or site.publisher.key)
            known[org_id, name] = Funder(org_id or f"{prefix(site)}-{slug}", name, not org_id, slug)
    return [(row, known[row.get("org_id"), row.get("name", site.publisher.key)]) for row in rows]


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _unlike(taken: set[str], text: str) -> str:
    """The text, with a number where it is taken; it is taken from now on."""
    found, number = text, 2
    while found in taken:
        found, number = f"{text}-{number}", number + 1
    taken.add(found)
    return found


@kept
def recipient(site: Site, organisation: Record) -> dict[str, str]:
    """An organisation: its identifier in a register if there is one, its name, and its numbers.

    Its place is left out, for nobody who is sheltered there shall be found.
    """
    known = [claim for claim in claims(organisation) if is_listed(claim.scheme)]
    numbers = (f"{claim.scheme}-{claim.number}" for claim in known if claim.scheme != OWN)
    found = {
        "id": organisation.get("org_id") or next(numbers, f"{prefix(site)}-org-{organisation.key}"),
        "name": site.label(organisation),
        "charityNumber": next((claim.number for claim in known if claim.scheme in CHARITIES), ""),
        "companyNumber": next((claim.number for claim in known if claim.scheme == "GB-COH"), ""),
    }
    return {name: text for name, text in found.items() if text}
