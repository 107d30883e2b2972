"""DQ-TWICE: an award stands there once."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.site import Site

SAYS = ("reference", "title", "recipient", "recipient_as_published", "amount", "award_date", "financial_year", "start_date")


def check_site(site: Site) -> Iterator[Finding]:
    """No award has the reference, title, recipient, amount and dates of another: money would be counted twice (360Giving)."""
    first: dict[tuple, Record] = {}
    for award in site.all("award"):
        if (other := first.setdefault(says(award), award)) is not award:
            place = f"{other.path}:{other.line}"
            yield finding("DQ-TWICE", "same", award.path, award.line_of("reference"), of="reference", other=place)


def says(award: Record) -> tuple:
    """What tells an award from others; its key where it has no reference, for then nobody can say that it is another again."""
    return tuple(award.values.get(name) for name in SAYS) if "reference" in award.values else (award.key,)
