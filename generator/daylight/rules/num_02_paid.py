"""NUM-02-PAID: no more is paid than was awarded."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.num_02 import place
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """What was paid is at most the amount; more than that needs a change of the award (360Giving, amount disbursed)."""
    paid, rows = record.get("amount_disbursed"), record.children.get("payments") if record.children else None
    if paid is None and not rows:
        return
    if (most := _most(record)) is None:
        return
    if paid is not None and paid > most:
        yield finding("NUM-02-PAID", "paid", record.path, record.line_of("amount_disbursed"), paid=paid, most=most)
    total = sum(row.values["amount"] for row in rows or () if "amount" in row.values)
    if total > most:
        yield finding("NUM-02-PAID", "payments", *place(record, "payments", most), paid=total, most=most)


def _most(award: Record) -> Decimal | None:
    """The most that can be paid, with VAT; None where that is not known to the penny."""
    if award.get("amount_basis") == "exact":
        return max((a for n in ("amount", "amount_gross") if (a := award.get(n)) is not None), default=None)
    if award.get("amount_basis") == "up_to":
        return award.get("amount_maximum")
    return award.get("amount_gross") if award.get("amount_basis") == "net_of_vat" else None
