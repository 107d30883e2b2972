"""SUB-01: a large grant to an enterprise says whether it is a subsidy."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from daylight.derived import recipients
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import lacks, owed, spent
from daylight.site import Site

OF = ("award",)
EXCEEDING = Decimal("100000.00")
PAID_FOR = frozenset({"contract", "invoice"})  # a price is no subsidy
FORMS, SECTORS = frozenset({"company", "cic"}), frozenset({"company", "social_enterprise"})


def check(site: Site, record: Record) -> Iterator[Finding]:
    """More than £100,000.00 to a company; a subsidy is in the national database in three months (Subsidy Control Act 2022)."""
    v, amount = record.values, spent(record)
    if amount is None or amount <= EXCEEDING or v.get("type") in PAID_FOR or not owed(record):
        return
    line, severity = record.line_of("amount"), asks(site, record)
    if lacks(site, record, "is_subsidy"):
        if any(is_enterprise(organisation) for organisation in recipients(site, record)):
            yield finding("SUB-01", "unsaid", record.path, line, severity=severity)
    elif v.get("is_subsidy") and lacks(site, record, "subsidy_reference") and (day := v.get("award_date")):
        due = (date.fromisoformat(day) + relativedelta(months=3)).isoformat()
        if site.today > due:
            line = record.line_of("is_subsidy")
            yield finding("SUB-01", "unlisted", record.path, line, severity=severity, due=due)


def is_enterprise(organisation: Record) -> bool:
    """Whether an organisation is a company or a community interest company, and not a charity."""
    v = organisation.values
    if "legal_form" in v or "sector" in v:
        return v.get("legal_form") in FORMS or ("legal_form" not in v and v.get("sector") in SECTORS)
    return "company_number" in v and "charity_number" not in v
