"""SIO-3F-REASONS: the reasons for a grant say why it reduces crime and disorder."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import paragraph
from daylight.site import Site

OF = ("award",)
LEAST = 40  # characters


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The reasons are more than a few words, and not the purpose again (Order 2011, paragraph 3(f))."""
    reasons = record.values.get("cdr_reasons")
    if reasons is None or paragraph(record) != "3f":
        return
    line, severity = record.line_of("cdr_reasons"), asks(site, record)
    if _plain(reasons) == _plain(record.get("purpose", "")):
        yield finding("SIO-3F-REASONS", "purpose", record.path, line, severity=severity)
    elif len(reasons) < LEAST:
        facts = {"least": LEAST, "length": len(reasons)}
        yield finding("SIO-3F-REASONS", "short", record.path, line, severity=severity, **facts)


def _plain(text: str) -> str:
    """A text without what makes no difference in meaning."""
    return " ".join(text.casefold().split()).rstrip(".")
