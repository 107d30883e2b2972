"""PA-01: a tender is not advertised before its national notice."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import with_vat
from daylight.rules.thresholds import ACT, NOTIFIABLE
from daylight.site import Site

OF = ("opportunity",)
OTHER_LAW = frozenset({"PCR2015", "exempt"})


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A tender of £30,000.00 or more with VAT is on the national platform first (Procurement Act 2023, section 87)."""
    v = record.values
    if v.get("kind") != "tender" or v.get("regime") in OTHER_LAW:
        return
    value = with_vat(v.get("expected_value"), v.get("vat_basis"))
    if value is None or value < NOTIFIABLE:
        return
    rows = record.rows("advertised_on")
    here = [row.get("date") for row in rows if row.get("where") != "national_platform"]
    here = sorted(day for day in (*here, v.get("published_on") or v.get("opens_on")) if day)
    there = [row.get("date") for row in rows if row.get("where") == "national_platform"]
    notice = min((day for day in (*there, v.get("platform_notice_on")) if day), default="")
    if v.get("regime") != "PA2023" and not (here and here[0] >= ACT):
        return  # an older law, or nobody can say
    facts, severity = {"value": value, "notice": notice, "day": here[0] if here else ""}, asks(site, record)
    if not notice and "platform_notice_on" not in record.lines:  # else it is given, with a slip
        yield finding("PA-01", "missing", record.path, record.line_of("expected_value"), severity=severity, **facts)
    elif here and notice > here[0]:
        yield finding("PA-01", "late", record.path, record.line_of("platform_notice_on"), severity=severity, **facts)
