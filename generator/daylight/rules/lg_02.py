"""LG-02: a contract of more than £5,000 states what the Transparency Code asks for."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.derived import recipients
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import WHO, is_numbered, lacks, owed, paragraph
from daylight.site import Site

OF = ("award",)
EXCEEDING = Decimal("5000.00")
CONTRACTS = frozenset({"contract", "co_commissioning"})
FIELDS = (
    ("a reference (reference)", ("reference", "notice_reference")),
    ("the department (department)", ("department",)),
    ("its start (start_date)", ("start_date",)),
    ("its end (end_date)", ("end_date",)),
    ("the day of its review (review_date)", ("review_date",)),
    ("whether quotes or a tender were invited (route)", ("route", "competition", "quotes_received", "opportunity")),
    ("the VAT that cannot be recovered (vat_irrecoverable)", ("vat_irrecoverable",)),
)
SAID_ELSEWHERE = (("its purpose (purpose)", ("purpose", "description")), ("the supplier (recipient)", WHO))


def check(site: Site, record: Record) -> Iterator[Finding]:
    """What the register of contracts over £5,000.00 has of a contract and its supplier (Transparency Code 2015)."""
    v = record.values
    value = v.get("amount", v.get("amount_minimum"))
    if value is None or value <= EXCEEDING or not owed(record):
        return
    if v.get("type") not in CONTRACTS and v.get("legal_power") != "contract":
        return
    fields = FIELDS if paragraph(record) else FIELDS + SAID_ELSEWHERE  # by SIO-3G
    left = [name for name, of in fields if lacks(site, record, *of)]
    if v.get("vat_basis") == "none":
        left = [name for name in left if "vat_" not in name]
    left += _of_suppliers(recipients(site, record))
    if left:
        yield finding("LG-02", "left", record.path, record.line, severity=asks(site, record), values="; ".join(left))


def _of_suppliers(suppliers: list[Record]) -> Iterator[str]:
    if any("is_sme" not in s.lines or "is_vcse" not in s.lines for s in suppliers):
        yield "whether the supplier is a small enterprise or a voluntary body (is_sme and is_vcse in its own record)"
    if not all(is_numbered(s) for s in suppliers):
        yield "the registration number of the supplier (in its own record)"
