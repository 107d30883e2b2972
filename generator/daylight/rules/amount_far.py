"""AMOUNT-FAR: an amount is like the others of its fund."""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site

LEAST, TIMES = 8, 100  # awards that say what is usual, and how much more is likely a slip


def check_site(site: Site) -> Iterator[Finding]:
    """No award is 100 times the median of its fund or scheme, where that has 8 awards (Daylight: likely amounts)."""
    groups: dict[tuple[str, str], list[Record]] = {}
    for award in site.records["award"].values():
        v = award.values
        if v.get("amount") and (name := next((n for n in ("fund", "scheme") if n in v), "")) and is_award(award):
            groups.setdefault((name, v[name]), []).append(award)
    for awards in groups.values():
        if len(awards) >= LEAST:
            usual = Decimal(median(award.values["amount"] for award in awards))
            for award in awards:
                if award.values["amount"] >= usual * TIMES:
                    facts = {"usual": usual, "amount": award.values["amount"], "count": len(awards)}
                    yield finding("AMOUNT-FAR", "far", award.path, award.line_of("amount"), **facts)
