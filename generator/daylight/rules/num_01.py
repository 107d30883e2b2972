"""NUM-01: an amount agrees with what is said of it."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.site import COUNTED, Site

EMPTY = frozenset({"ambiguous", "not_published", "at_least", "up_to"})


def check(site: Site) -> Iterator[Finding]:
    """An exact, rounded or net amount is given, and an unknown one is not (Local Government Transparency Code 2015)."""
    for award in site.all("award"):
        basis, amount = award.get("amount_basis"), award.get("amount")
        if basis in COUNTED and amount is None and "amount" not in award.lines:
            yield finding("NUM-01", "missing", award.path, award.line_of("amount_basis"), basis=basis)
        elif basis in EMPTY and amount is not None and award.get("direction") != "applied_only":
            yield finding("NUM-01", "unwanted", award.path, award.line_of("amount"), basis=basis)
