"""TEXT-PLACEHOLDER: what is not known is left out."""

import re
from collections.abc import Iterator

from daylight.findings import Finding, finding, shown, words
from daylight.rules.texts import texts
from daylight.schema import KINDS
from daylight.site import Record, Row, Site

OF = KINDS
WHOLE = frozenset(
    (
        *("tbc", "tba", "tbd", "n/a", "n.a.", "na", "null", "unknown", "not known", "not applicable", "todo", "to follow"),
        *("to be confirmed", "to be announced", "to be decided", "xxx", "x", "*", "/"),
        *("?", "??", "???", "-", "--", "---", "–", "—", ".", "..", "...", "…"),
    )
)
MOST = max(map(len, WHOLE))
_LATER = r"\b(?:to be (?:confirmed|announced|decided)|tb[acd])\b"
_WITHIN = re.compile(rf"(?i:[(\[<][^)\]>]*{_LATER}[^)\]>]*[)\]>]|lorem ipsum|[\[<]insert\b)|\bTB[CD]\b")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A text says something, and holds no place for what is still to come (360Giving: blank means blank)."""
    for row, name, value in texts(record):
        if len(value) <= MOST and value.casefold() in WHOLE:
            if not _is_choice(site, record, row, name):
                yield finding("TEXT-PLACEHOLDER", "whole", row.path, row.line_of(name), field=words(name), value=value)
        elif _may_hold(value.casefold()) and (held := _WITHIN.search(value)):
            facts = {"field": words(name), "value": shown(held[0], 60)}
            yield finding("TEXT-PLACEHOLDER", "within", row.path, row.line_of(name), **facts)


def _may_hold(low: str) -> bool:
    """Whether a text in small letters is worth a closer look; most are not, and this is faster."""
    return "to be " in low or "tb" in low or "lorem" in low or "insert" in low


def _is_choice(site: Site, record: Record, row: Row, name: str) -> bool:
    """Whether the schema itself offers the words, such as "none", or the text is a key of a record."""
    lists = {site.schemas[child].list: site.schemas[child] for child in site.schemas[record.kind].children}
    schema = next((lists[of] for of, rows in record.children.items() if row in rows), site.schemas[record.kind])
    field = schema.by_name[name]
    return bool(field.categories or field.refers or name == "key")
