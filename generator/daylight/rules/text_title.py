"""TEXT-TITLE: the title of an award is a short name of its own."""

import re
from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.record import Record
from daylight.rules.between import asks
from daylight.site import Site

OF = ("award",)
LETTERS = 12  # capitals that are fewer may be an abbreviation
_MONEY = re.compile(r"£\s?\d")
_AFTER = re.compile(r"\s*[(\[]\s*£[\d,.\s]+[)\]]|\s*[-–—:,]\s*£[\d,.]+$")  # an amount that can be taken out


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A title is not the purpose again, holds no amount, and is not all in capitals (360Giving, title and description)."""
    if not (title := record.values.get("title")):
        return
    line, severity = record.line_of("title"), asks(site, record)
    plain, v = _plain(title), record.values
    same = next((name for name in ("purpose", "description") if name in v and _plain(v[name]) == plain), "")
    if same:
        yield finding("TEXT-TITLE", "same", record.path, line, severity=severity, field=words(same))
    if "£" in title and _MONEY.search(title):
        plain = " ".join(_AFTER.sub("", title).split())
        yield finding("TEXT-TITLE", "amount", record.path, line, "" if "£" in plain else plain, severity)
    if title.isupper() and sum(map(str.isalpha, title)) >= LETTERS:
        yield finding("TEXT-TITLE", "capitals", record.path, line, severity=severity)


def _plain(text: str) -> str:
    """A text without what makes no difference in meaning."""
    return " ".join(text.casefold().split()).rstrip(".")
