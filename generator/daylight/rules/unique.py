"""CONSTRAINT: what must be unique stands once."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.record import Record
from daylight.site import Site


def check_site(site: Site) -> Iterator[Finding]:
    """A field that its schema calls unique has a value that no other record has (Table Schema, constraints)."""
    for kind, of in site.records.items():
        for field in site.schemas[kind].fields:
            if field.constraints.get("unique") and field.name != "key":
                first: dict[str, Record] = {}
                for found in of.values():
                    value = found.values.get(field.name)
                    if value is not None and (other := first.setdefault(value, found)) is not found:
                        place = f"{other.path}:{other.line_of(field.name)}"
                        facts = {"field": words(field.name), "value": str(value), "other": place}
                        yield finding("CONSTRAINT", "unique", found.path, found.line_of(field.name), **facts)
