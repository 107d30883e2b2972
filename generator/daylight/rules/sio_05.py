"""SIO-05: a contract of more than £10,000 has its copy, or a reason why not."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding, finding
from daylight.rules.between import asks
from daylight.rules.law import owed
from daylight.site import Record, Site

OF = ("award",)
EXCEEDING = Decimal("10000.00")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A contract whose value exceeds £10,000.00 has its copy or says on what ground it is withheld (Order 2011, 4(b))."""
    v = record.values
    if (v.get("type") != "contract" and v.get("legal_power") != "contract") or not owed(record):
        return
    value = v.get("amount", v.get("amount_minimum"))
    if value is None or value <= EXCEEDING or "contract_document" in record.lines or _withheld(record):
        return
    if all(document.get("kind") != "contract" for document in site.targets(record, "document")):
        line, facts = record.line_of("amount"), {"value": value}
        yield finding("SIO-05", "missing", record.path, line, severity=asks(site, record), **facts)


def _withheld(record: Record) -> bool:
    """Whether a withholding is about the contract: its field, or words such as "the copy of the contract"."""
    return any("contract" in row.get("applies_to", "").casefold() for row in record.rows("withholdings"))
