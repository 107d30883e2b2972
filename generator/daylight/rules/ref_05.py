"""REF-05: an award and its funds agree."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import funds, known, unlisted
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The fund of an award is among its funds, and so is the fund of its round (Daylight: references)."""
    if record.children:
        yield from unlisted(site, "REF-05", record, "fund", "funds")
    if not (sitting := site.get("round", record.get("round"))):
        return
    mine, other = funds(record), sitting.get("fund")
    if mine and other and other not in mine and known(site, "fund", other, *mine):
        line = record.line_of("fund" if "fund" in record.lines else "funds")
        yield finding("REF-05", "round", record.path, line, value=other, round=sitting.key)
