"""DEC-08: no picture of a signature stands in a decision."""

import re
from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.record import Record
from daylight.site import Site

OF = ("decision", "document")
TEXTS = ("decision_text", "summary", "background", "reasons", "signature", "note")
_NAME = re.compile(r"\.(?:png|jpe?g|gif|tiff?|bmp|webp|heic)\b", re.IGNORECASE)
_SIGNED = re.compile(r"\bsign(?:ed|atures?)\b", re.IGNORECASE)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A decision says in words that it was signed; a picture could be copied (Order 2011, 5(d), as offices publish it)."""
    if record.kind == "decision":
        for name in TEXTS:
            if name in record.values and _shows_picture(record.values[name]):
                yield finding("DEC-08", "text", record.path, record.line_of(name), field=words(name))
    elif _is_picture(record) and _may_be_signed(site, record):
        name = "media_type" if "media_type" in record.values else "address"
        yield finding("DEC-08", "document", record.path, record.line_of(name))


def _shows_picture(text: str) -> bool:
    """Whether a text has a picture in it, as Markdown or HTML has it, or the name of one."""
    return "![" in text or "<img" in text or "data:image/" in text or bool(_NAME.search(text))


def _is_picture(document: Record) -> bool:
    v = document.values
    if "media_type" in v:
        return v["media_type"].startswith("image/")
    return bool(_NAME.search(v.get("address", "")))


def _may_be_signed(site: Site, document: Record) -> bool:
    """Whether a document is a decision notice, or belongs to a decision and speaks of a signature."""
    if document.get("kind") == "decision_notice":
        return True
    said = f"{document.get('title', '')} {document.get('description', '')}"
    return bool(_SIGNED.search(said)) and bool(site.sources(document, "decision"))
