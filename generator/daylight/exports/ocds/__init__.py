"""OCDS: contracts, and the tenders that led to them, as an Open Contracting Data Standard 1.1.5 release package.

Grants are no part of it: they are published as 360Giving data. Beside the package stands the publication policy that the
standard asks for, which says what was decided here. A package without releases is not valid, so where there is no contract
and no tender there is no file.
"""

import uuid
from collections.abc import Iterator
from datetime import datetime

from daylight.exports.file import File
from daylight.exports.giving360.linked import address
from daylight.exports.giving360.organisations import funder_on
from daylight.exports.ocds.parties import identifier
from daylight.exports.ocds.policy import note, policy
from daylight.exports.ocds.process import left_out, processes
from daylight.exports.ocds.release import release
from daylight.exports.ocds.small import without_nothing
from daylight.exports.ocds.written import lines
from daylight.exports.stamp import licence
from daylight.site import Site
from daylight.words import N_

__all__ = ["ABOUT", "TITLE", "left_out", "note", "outputs"]

TITLE = N_("OCDS")
ABOUT = N_("Contracts and tenders in the form that tools for procurement read, with the publication policy in plain text.")
PATH, POLICY = "data/ocds/releases.json", "data/ocds/publication-policy.txt"
VERSION = "1.1"  # of the standard, as its package schema writes it


def outputs(site: Site) -> Iterator[File]:
    if releases := [release(site, process) for process in processes(site)]:
        each = ",\n".join(lines(one) for one in releases)
        text = f'{lines(_package(site, releases)).removesuffix("}")},\n"releases": [\n{each}\n]}}\n'
        yield File(PATH, text.encode(), len(releases))
        yield File(POLICY, policy(site).encode())


def _package(site: Site, releases: list[dict]) -> dict:
    """What the package says of itself. No release in it is newer than it is."""
    office = funder_on(site, site.today)
    number = identifier(office.id) if office and not office.given else {}
    publisher = {
        "name": site.publisher.get("name", site.publisher.key),
        "scheme": number.get("scheme"),
        "uid": number.get("id"),
        "uri": site.publisher.get("website"),
    }
    unknown = uuid.uuid5(uuid.NAMESPACE_URL, f"{site.publisher.get('website', site.publisher.key)}#{PATH}").urn
    said = {
        "uri": address(site, PATH) or unknown,
        "version": VERSION,
        "publishedDate": max(site.time, *(one["date"] for one in releases), key=datetime.fromisoformat),
        "publisher": without_nothing(publisher),
        "license": licence(site)["path"],
        "publicationPolicy": address(site, POLICY),
    }
    return without_nothing(said)
