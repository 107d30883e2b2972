"""CONSTRAINT: what must be unique stands once."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.record import Record, Row
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No list names one and the same record twice in the same words (Table Schema, constraints)."""
    for name in site.schemas[record.kind].children if record.children else ():
        child = site.schemas[name]
        seen: dict[tuple, Row] = {}
        if any(field.name != child.parent and field.constraints.get("required") for field in child.references):
            for row in record.rows(child.list):
                if (other := seen.setdefault(tuple(row.values.items()), row)) is not row:
                    facts = {"list": words(child.list), "line": other.line}
                    yield finding("CONSTRAINT", "row-twice", row.path, row.line, **facts)


def check_site(site: Site) -> Iterator[Finding]:
    """A field that its schema calls unique has a value that no other record has (Table Schema, constraints)."""
    for kind, of in site.records.items():
        for field in site.schemas[kind].fields:
            if field.constraints.get("unique") and field.name != "key":
                first: dict[str, Record] = {}
                for found in of.values():
                    value = found.values.get(field.name)
                    if value is not None and (other := first.setdefault(value, found)) is not found:
                        if found.key in str(value) and other.key not in str(value):
                            found, other = other, found  # who has the key of the other in it is the copy
                        place = f"{other.path}:{other.line_of(field.name)}"
                        facts = {"field": words(field.name), "value": str(value), "other": place}
                        yield finding("CONSTRAINT", "unique", found.path, found.line_of(field.name), **facts)
