"""DQ-AMOUNT: an award is of more than nothing."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.law import owed
from daylight.rules.strategy import asked
from daylight.site import Site

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Money that goes out is more than £0, unless it was withdrawn (360Giving, data quality: a value of £0, critical).

    Where a rule of the office's strategy limits the amount, that rule says it.
    """
    if record.values.get("amount") != 0 or not owed(record):
        return
    if all(rule.check != "amount-limit" for rule in asked(site, record)):
        yield finding("DQ-AMOUNT", "nothing", record.path, record.line_of("amount"))
