"""PA-02: the law of procurement that is named fits the day on which it began, and the value."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules import thresholds
from daylight.rules.between import asks
from daylight.rules.law import with_vat
from daylight.site import Site

OF = ("award", "opportunity")
BEGAN = ("platform_notice_on", "published_on", "opens_on")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """What began on 24 February 2025 or later is under the Act, with the thresholds of its day (Procurement Act 2023)."""
    if not (regime := record.values.get("regime")) or not (day := began(record)):
        return
    line, severity, facts = record.line_of("regime"), asks(site, record), {"day": day, "first": thresholds.ACT}
    if regime == "PCR2015" and day >= thresholds.ACT:
        yield finding("PA-02", "new", record.path, line, severity=severity, **facts)
    elif regime == "PA2023" and day < thresholds.ACT:
        yield finding("PA-02", "old", record.path, line, severity=severity, **facts)
    elif regime == "below_threshold" and (amounts := thresholds.on(day)) and (value := value_of(record)) is not None:
        limit = amounts.goods_and_services if record.get("light_touch") is False else amounts.light_touch
        if value >= limit:
            yield finding("PA-02", "above", record.path, line, severity=severity, day=day, value=value, limit=limit)


def began(record: Record) -> str:
    """The ISO day on which a procurement began, '' where that is not known (TIME-01)."""
    v = record.values
    if record.kind == "award":
        return v.get("procurement_commenced_on", "")
    return min((v[name] for name in BEGAN if name in v), default="")


def value_of(record: Record) -> Decimal | None:
    """The least that a contract is worth with VAT."""
    v = record.values
    if record.kind == "opportunity":
        return with_vat(v.get("expected_value"), v.get("vat_basis"))
    basis = "net" if v.get("amount_basis") == "net_of_vat" else v.get("vat_basis")
    return v.get("amount_gross", with_vat(v.get("amount", v.get("amount_minimum")), basis))
