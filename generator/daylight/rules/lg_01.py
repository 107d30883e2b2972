"""LG-01: a grant to a voluntary organisation states what the Transparency Code asks for."""

from collections.abc import Iterator

from daylight.counted import COUNTED
from daylight.derived import recipients
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import is_numbered, is_voluntary, lacks, owed, paragraph
from daylight.site import Site

OF = ("award",)
GRANTS = frozenset({"grant", "provisional_grant"})
FIELDS = (
    ("the date of the award (award_date)", ("award_date",)),
    ("its period (start_date and end_date)", ("start_date", "period_as_published")),
    ("the department (department)", ("department",)),
)
AMOUNT = ("the amount (amount)", ("amount", "amount_minimum", "amount_maximum"))


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Date, period, department, purpose, amount and the number of the beneficiary (Transparency Code 2015, grants)."""
    if record.values.get("type") not in GRANTS or not owed(record):
        return
    voluntary = [organisation for organisation in recipients(site, record) if is_voluntary(organisation)]
    if not voluntary:
        return
    asked = FIELDS if record.get("amount_basis") in COUNTED else (*FIELDS, AMOUNT)  # else NUM-01 says it
    left = [name for name, fields in asked if lacks(site, record, *fields)]
    if not paragraph(record) and lacks(site, record, "purpose"):  # else SIO-3F or SIO-3G says it
        left.append("its purpose (purpose)")
    if not all(is_numbered(organisation) for organisation in voluntary):
        left.append("the registration number of the recipient (in its own record)")
    if left:
        yield finding("LG-01", "left", record.path, record.line, severity=asks(site, record), values="; ".join(left))
