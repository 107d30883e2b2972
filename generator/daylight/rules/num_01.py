"""NUM-01: an amount agrees with what is said of it."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.counted import COUNTED
from daylight.findings import Finding, finding, words
from daylight.record import Record, Row
from daylight.rules.between import SURE
from daylight.site import Site

OF = ("award", "fund", "opportunity")
EMPTY = frozenset({"ambiguous", "not_published", "at_least", "up_to"})
ENDS = {"at_least": ("amount_minimum",), "up_to": ("amount_maximum",), "range": ("amount_minimum", "amount_maximum")}
MOST_VAT = Decimal("1.2")
PENNIES = Decimal("1.00")  # what rounding each line of an invoice may come to


def check(site: Site, record: Record) -> Iterator[Finding]:
    """What an amount is said to be, its limits and its VAT agree with it (Local Government Transparency Code 2015)."""
    if record.kind == "award":
        yield from _basis(record)
        if "amount_minimum" in record.values or "amount_maximum" in record.values:
            yield from _ends(record, "amount_minimum", "amount_maximum")
        if "amount" in record.values and ("amount_gross" in record.values or "vat_basis" in record.values):
            yield from _vat(record)
    elif record.kind == "opportunity":
        yield from _ends(record, "minimum_award", "maximum_award")
    else:
        for row in record.rows("limits"):
            yield from _ends(row, "minimum", "maximum")


def _basis(award: Record) -> Iterator[Finding]:
    """An exact, rounded or net amount is given, an unknown one is not, and a range has its ends."""
    basis, amount = award.get("amount_basis"), award.get("amount")
    if basis in COUNTED:
        if "amount" not in award.lines:
            yield finding("NUM-01", "missing", award.path, award.line_of("amount_basis"), basis=basis)
    elif basis in EMPTY and amount is not None and award.get("direction") != "applied_only":
        yield finding("NUM-01", "unwanted", award.path, award.line_of("amount"), basis=basis)
    for name in ENDS.get(basis, ()):
        if name not in award.lines:
            facts = {"field": words(name), "basis": basis}
            yield finding("NUM-01", "end", award.path, award.line_of("amount_basis"), **facts)


def _ends(row: Row, low: str, high: str) -> Iterator[Finding]:
    """The least is not more than the most."""
    least, most = row.get(low), row.get(high)
    if least is not None and most is not None and least > most:
        yield finding("NUM-01", "ends", row.path, row.line_of(high), least=least, most=most)


def _vat(award: Record) -> Iterator[Finding]:
    """The amounts with and without VAT fit each other, and what is said of VAT."""
    v = award.values
    amount, gross, basis, vat = v["amount"], v.get("amount_gross"), v.get("amount_basis"), v.get("vat_basis")
    if basis == "net_of_vat" and vat == "gross":
        yield finding("NUM-01", "vat", award.path, award.line_of("vat_basis"), "net")
    elif gross is not None and basis in SURE:
        line = award.line_of("amount_gross")
        if vat in ("gross", "none") and gross != amount:
            yield finding("NUM-01", "gross-same", award.path, line, vat=vat, amount=amount, gross=gross)
        elif not amount:
            return  # DQ-AMOUNT says that it is nothing
        elif gross < amount:
            yield finding("NUM-01", "gross-less", award.path, line, amount=amount, gross=gross)
        elif gross > amount * MOST_VAT + PENNIES:
            most = f"{amount * MOST_VAT:.2f}"
            yield finding("NUM-01", "gross-more", award.path, line, amount=amount, most=most, gross=gross)
