"""SRC-01: a record says where its facts come from."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.schema import KINDS
from daylight.site import Record, Site

OF = tuple(kind for kind in KINDS if kind != "publisher")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Where the site is not the office's own, each record has the address of a source, or why there is none (design 6)."""
    if site.publisher.get("demonstration") and record.lines.keys().isdisjoint(("source", "source_note")):
        yield finding("SRC-01", "missing", record.path, record.line)
