"""balance: the last part of a grant must be paid only after the final report."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule, day_of
from daylight.site import Site

OF = ("award",)
NEEDS = ()


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(record.rows("payments"))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Less than the whole is paid before the final report, the balance after it; when complete, all is paid or underspent."""
    rows, amount, report = record.rows("payments"), record.get("amount"), record.get("final_report_on")
    before = sum((r.get("amount", 0) for r in rows if r.get("kind") in ("interim", "single")), Decimal(0))
    if amount and before >= amount:
        yield rule.say(record, "whole", "payments", paid=before, amount=amount)
    for row in rows:
        if row.get("kind") == "balance" and not (report and report <= row.get("date", "")):
            yield rule.say(row, "early", "date", day=day_of(record, rule), date=row.get("date", ""))
    paid = sum((r.get("amount", 0) for r in rows), Decimal(0)) + record.get("underspend", 0)
    if rows and amount and record.get("status") == "complete" and paid != amount:
        yield rule.say(record, "open", "payments", paid=paid, amount=amount)
