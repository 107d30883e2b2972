"""TEXT-PLACEHOLDER: what is not known is left out."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, shown, words
from daylight.record import Record, Row
from daylight.rules.texts import MOST, WHOLE, WITHIN, texts
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "placeholder"


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A text says something, and holds no place for what is still to come (360Giving: blank means blank)."""
    for row, name, value in texts(record):
        if len(value) <= MOST and value.casefold() in WHOLE:
            if not _is_choice(site, record, row, name):
                yield finding("TEXT-PLACEHOLDER", "whole", row.path, row.line_of(name), field=words(name), value=value)
        elif held := WITHIN.search(value):
            facts = {"field": words(name), "value": shown(held[0], 60)}
            yield finding("TEXT-PLACEHOLDER", "within", row.path, row.line_of(name), **facts)


def _is_choice(site: Site, record: Record, row: Row, name: str) -> bool:
    """Whether the schema itself offers the words, such as "none", or the text is a key of a record."""
    lists = {site.schemas[child].list: site.schemas[child] for child in site.schemas[record.kind].children}
    schema = next((lists[of] for of, rows in record.children.items() if row in rows), site.schemas[record.kind])
    field = schema.by_name[name]
    return bool(field.categories or field.refers or name == "key")
