"""REF-01: every reference leads to a record."""

from collections.abc import Iterator
from difflib import get_close_matches

from daylight.findings import Finding, finding
from daylight.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Every key that a record gives of another record is the key of one that exists (design, referential integrity)."""
    for (kind, key), links in site.incoming.items():
        if key not in site.records[kind]:
            close = get_close_matches(key, site.records[kind], 1, 0.8)
            for link in links:
                facts = {"field": link.field.title.lower(), "kind": kind.replace("_", " "), "value": key}
                yield finding(
                    "REF",
                    "missing",
                    link.row.path,
                    link.row.line_of(link.field.name),
                    close[0] if close else "",
                    **facts,
                )
