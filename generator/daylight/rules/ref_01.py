"""REF-01: every reference leads to a record."""

from collections.abc import Iterator
from functools import lru_cache

from daylight.findings import Finding, close, finding, words
from daylight.schema import KINDS
from daylight.site import Link, Record, Site

OF = KINDS


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Every key that a record gives of another record is the key of one that exists (Daylight: references)."""
    for link in site.links_of(record):
        kind, key = link.target
        if key not in site.records[kind]:
            yield _say("missing", link, key, _close(key, tuple(site.records[kind])))
        elif key == record.key and kind == record.kind:
            yield _say("itself", link, key)


def _say(name: str, link: Link, key: str, fix: str = "") -> Finding:
    facts = {"field": words(link.field.name), "kind": words(link.field.refers), "value": key}
    return finding("REF-01", name, link.row.path, link.row.line_of(link.field.name), fix, **facts)


@lru_cache(maxsize=64)
def _close(key: str, keys: tuple[str, ...]) -> str:
    """The key that was probably meant. One wrong key may stand in thousands of records: it is looked up once."""
    return close(key, keys)
