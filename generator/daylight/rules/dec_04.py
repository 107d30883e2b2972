"""DEC-04: a change of an award has a decision of its own."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record, Row
from daylight.rules.between import asks, made_by
from daylight.rules.law import owed
from daylight.rules.strategy import asked
from daylight.site import Site

OF = ("award",)
WEIGHTY = frozenset({"amount", "amount_gross", "own_share", "yearly_amounts", "end_date"})


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Each variation of the amount or the end names its decision, and not the one that made the award (Order 2011, 5(d))."""
    rows = [row for row in record.rows("changes") if _is_weighty(row)] if record.children else []
    if not rows or not owed(record):
        return
    said = any(rule.check == "change-decided" for rule in asked(site, record))  # the office's own strategy asks it already
    made = {decision.key for decision in made_by(site, record)}
    for row in rows:
        key, severity = row.get("decision"), asks(site, record)
        if key is None and not said:
            yield finding("DEC-04", "missing", row.path, row.line_of("kind"), severity=severity, date=row.get("date", ""))
        elif key in made:
            yield finding("DEC-04", "own", row.path, row.line_of("decision"), severity=severity, value=key)


def _is_weighty(change: Row) -> bool:
    """Whether a change is one of the amount or the end, or does not say of what."""
    kind = change.get("kind")
    return kind == "extension" or (kind == "variation" and change.get("field", "amount") in WEIGHTY)
