"""NIL-01: where there was nothing, that is said, and only there."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import EXCEEDING, owed, paragraph
from daylight.rules.periods import measured
from daylight.site import Site

OF = ("round",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A round that met and made no award says "awarded: 0" (Order 2011, Part 2)."""
    v = record.values
    if "met_on" in v and v["met_on"] < site.today and "awarded" not in v and not site.sources(record, "award"):
        yield finding("NIL-01", "round", record.path, record.line_of("met_on"), severity=asks(site, record))


def check_site(site: Site) -> Iterator[Finding]:
    """A publication that says there was nothing names its period, and the records here know of nothing either (Order 2011)."""
    nil = [p for p in site.records["publication"].values() if p.get("nil")]
    there = set(_months(site)) if nil else set()
    for publication in nil:
        line = publication.line_of("nil")
        if not (period := publication.get("period")):
            yield finding("NIL-01", "period", publication.path, line, severity=measured(site))
        elif (publication.get("duty"), period) in there:
            yield finding("NIL-01", "something", publication.path, line, severity=measured(site), period=period)


def _months(site: Site) -> Iterator[tuple[str, str]]:
    """The duties and months for which there are grants under section 9, or payments that exceed £500.00 on other awards."""
    for award in site.records["award"].values():
        grant = paragraph(award) == "3f"
        if grant and "award_date" in award.values:
            yield "3f", award.values["award_date"][:7]
        elif award.children and not grant and owed(award):
            for row in award.rows("payments"):
                if row.get("amount", Decimal(0)) > EXCEEDING and "date" in row.values:
                    yield "3g", row.values["date"][:7]
