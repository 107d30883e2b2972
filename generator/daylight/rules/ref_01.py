"""REF-01: every reference leads to a record."""

from collections.abc import Iterator
from functools import lru_cache

from daylight.findings import Finding, close, finding, words
from daylight.keeping import once_of
from daylight.read import slug
from daylight.record import Record
from daylight.schema import KINDS
from daylight.site import Link, Site

OF = KINDS
NUMBERS = ("reference", "charity_number", "company_number", "org_id")  # by which people know a record beside its key
UPWARD = frozenset({"parent", "part_of", "supersedes", "succeeded_by", "earlier"})  # nothing is before or above itself


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Every key that a record gives of another record is the key of one that exists (Daylight: references)."""
    for link in site.links_of(record):
        kind, key = link.target
        if key not in site.records[kind]:
            if not site.may_be(kind, key):
                yield _say("missing", link, key, _meant(site, kind, key))
        elif key == record.key and kind == record.kind:
            yield _say("itself", link, key)
        elif link.field.name in UPWARD and kind == record.kind and record.key == min(circle := _circle(site, record, link)):
            yield _say("circle", link, ", ".join(circle))


def _say(name: str, link: Link, value: str, fix: str = "") -> Finding:
    facts = {"field": words(link.field.name), "kind": words(link.field.refers), "value": value}
    return finding("REF-01", name, link.row.path, link.row.line_of(link.field.name), fix, of=link.field.name, **facts)


def _circle(site: Site, record: Record, link: Link) -> list[str]:
    """The keys through which a field leads from a record back to it; [''] where it does not."""
    keys, name = [record.key], link.field.name
    while (now := site.get(record.kind, keys[-1])) and (key := now.get(name)) and key not in keys:
        keys.append(key)
    return keys if now and now.get(name) == record.key else [""]


def _meant(site: Site, kind: str, key: str) -> str:
    """The key that was surely meant: by a path, a spelling, the name or the number of a record."""
    plain = slug(key.rpartition("/")[2].removesuffix(".yml"))
    if plain in site.records[kind]:
        return plain
    return _names(site).get((kind, key.casefold())) or _close(plain, tuple(site.records[kind]))


@once_of
def _names(site: Site) -> dict[tuple[str, str], str]:
    """The key of each record by its kind and its name or its number, in small letters; '' where several have it."""
    found: dict[tuple[str, str], str] = {}
    for kind, of in site.records.items():
        for record in of.values():
            label = site.schemas[kind].label
            for name in {record.get(field) for field in (label, f"{label}_welsh", *NUMBERS)} - {None}:
                at = (kind, str(name).casefold())
                found[at] = record.key if at not in found else ""
    return found


@lru_cache(maxsize=64)
def _close(key: str, keys: tuple[str, ...]) -> str:
    """The key that was probably meant. One wrong key may stand in thousands of records: it is looked up once."""
    return close(key, keys)
