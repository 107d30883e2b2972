"""ORG-01: one organisation has one record."""

import re
import unicodedata
from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.keeping import kept
from daylight.record import Record
from daylight.rules.sensitive import award_of
from daylight.site import Site

APART = ("charity_number", "company_number", "org_id", "town", "part_of")  # where these differ, the bodies do
_USUAL = re.compile(r"\b(the|limited|ltd|cic|cio|and|of)\b|[^a-z0-9]+")


def check_site(site: Site) -> Iterator[Finding]:
    """Two organisations of one name are told apart by number, town or what they are part of (360Giving, identifiers)."""
    first: dict[str, Record] = {}
    for organisation in site.all("organisation"):
        name = _name(site, organisation)
        if name and (other := first.setdefault(name, organisation)) is not organisation and _alike(site, organisation, other):
            facts = {"name": site.label(other), "other": other.key}
            yield finding("ORG-01", "alike", organisation.path, organisation.line_of("name"), **facts)


@kept
def _name(site: Site, organisation: Record) -> str:
    """The name without accents, signs and the words that are often left out."""
    plain = unicodedata.normalize("NFKD", site.label(organisation)).casefold().replace("'", "").replace("’", "")
    return _USUAL.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def _alike(site: Site, one: Record, other: Record) -> bool:
    """Whether nothing tells two bodies apart. The town of one that helps people in danger is not said, so it may differ."""
    if any(one.get(name) and other.get(name) and one.get(name) != other.get(name) for name in APART):
        return False
    return not any(a.get("town") and not b.get("town") and award_of(site, b) for a, b in ((one, other), (other, one)))
