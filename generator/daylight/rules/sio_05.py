"""SIO-05: a contract of more than £10,000 has its copy, or a reason why not."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import owed
from daylight.site import Site

OF = ("award",)
EXCEEDING = Decimal("10000.00")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A contract whose value exceeds £10,000.00 has its copy or says on what ground it is withheld (Order 2011, 4(b))."""
    if (value := asked(record)) is not None and not has_copy(site, record):
        line, facts = record.line_of("amount"), {"value": value}
        yield finding("SIO-05", "missing", record.path, line, severity=asks(site, record), **facts)


def asked(award: Record) -> Decimal | None:
    """The value of a contract of which paragraph 4(b) asks for a copy; None for all else."""
    v = award.values
    value = v.get("amount", v.get("amount_minimum"))
    return value if value is not None and value > EXCEEDING and is_contract(award) else None


def is_contract(award: Record) -> bool:
    """Whether an award is a contract of the office, by its kind or by its legal power."""
    return "contract" in (award.get("type"), award.get("legal_power")) and owed(award)


def has_copy(site: Site, award: Record) -> bool:
    """Whether a contract has its copy, or says that it is withheld."""
    if "contract_document" in award.lines or _withheld(award):
        return True
    return any(document.get("kind") == "contract" for document in site.targets(award, "document"))


def _withheld(record: Record) -> bool:
    """Whether a withholding is about the contract: its field, or words such as "the copy of the contract"."""
    return any("contract" in row.get("applies_to", "").casefold() for row in record.rows("withholdings"))
