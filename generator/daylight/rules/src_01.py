"""SRC-01: a record says where its facts come from."""

import re
from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.schema import KINDS
from daylight.site import Site

_EXAMPLE = re.compile(r"\w+://[^/?#]*\.example(?:[:/?#]|$)")
OF = tuple(kind for kind in KINDS if kind != "publisher")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Where the site is not the office's own, each record has the address of a source, or why not (Daylight: honest data)."""
    if site.publisher.get("demonstration") and record.lines.keys().isdisjoint(("source", "source_note")):
        yield finding("SRC-01", "missing", record.path, record.line, of="source")
    if _is_example(record.get("source", "")) and not _is_example(site.publisher.get("website", "")):
        yield finding("SRC-01", "example", record.path, record.line_of("source"), of="source")


def _is_example(address: str) -> bool:
    """Whether an address is one that leads nowhere, such as those in our examples (RFC 2606)."""
    return ".example" in address and _EXAMPLE.match(address) is not None
