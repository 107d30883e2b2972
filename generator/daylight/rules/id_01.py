"""ID-01: the identifier of a grant is the office's own."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.org_ids import OWN
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A 360Giving identifier begins with the prefix of the office, and what follows is never given out again (360Giving)."""
    identifier = record.values.get("identifier")
    if identifier and not identifier.startswith(prefixes := own_prefixes(site)):
        yield finding("ID-01", "prefix", record.path, record.line_of("identifier"), prefix=prefixes[0])


def own_prefixes(site: Site) -> tuple[str, ...]:
    """The beginnings of the identifiers that the office gives out, as its identities over time say, else by its key."""
    found = [row.get("org_id", "") for row in site.publisher.rows("identities")]
    own = dict.fromkeys(f"{org_id}-" for org_id in found if org_id.startswith(f"{OWN}-"))
    return tuple(own) or (f"{OWN}-{site.publisher.key}-",)
