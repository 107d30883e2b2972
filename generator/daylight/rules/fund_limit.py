"""FUND-LIMIT: an award lies within the limits that its fund had on the day of the award."""

from collections.abc import Iterator

from daylight.days import day_of
from daylight.findings import NOTE, Finding, finding
from daylight.record import Record, Row
from daylight.rules.between import enforced, funds, is_award
from daylight.rules.strategy import asked
from daylight.site import Site
from daylight.values import Value

OF = ("award",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The amount is not less and not more than the fund's `limits` in force on its day (the fund's own published terms).

    A fund whose limit a strategy sets is judged by that rule alone. Where a fund has several limits without dates nobody can
    say which held.
    """
    v = record.values
    if "amount" not in v or v.get("direction") == "in" or not is_award(record) or len(funds(record)) != 1:
        return
    if "recipient" not in v and not v.get("recipient_individual"):
        return  # it may be what several received together
    fund = site.get("fund", next(iter(funds(record))))
    if fund is None or not fund.rows("limits") or any(rule.check == "amount-limit" for rule in asked(site, record)):
        return
    limit = in_force(fund, day_of(record))
    for name, facts in _broken(v["amount"], limit.values) if limit else ():
        severity = "" if enforced(site, record) else NOTE
        yield finding(
            "FUND-LIMIT", name, record.path, record.line_of("amount"), severity=severity, fund=site.label(fund), **facts
        )


def in_force(fund: Record, day: str) -> Row | None:
    """The limit of a fund on an ISO day, '' for an unknown one; None where there is none, or more than one could be it."""
    rows = fund.rows("limits")
    dated = [row for row in rows if day and (row.get("from") or row.get("to")) and _holds(row, day)]
    found = dated or [row for row in rows if not row.get("from") and not row.get("to")]
    return found[0] if len(found) == 1 else None


def _holds(row: Row, day: str) -> bool:
    return row.get("from", "") <= day <= row.get("to", "9999")


def _broken(amount: Value, limit: dict[str, Value]) -> Iterator[tuple[str, dict[str, Value]]]:
    if "minimum" in limit and amount < limit["minimum"]:
        yield "less", {"least": limit["minimum"], "amount": amount}
    if "maximum" in limit and amount > limit["maximum"]:
        yield "more", {"most": limit["maximum"], "amount": amount}
