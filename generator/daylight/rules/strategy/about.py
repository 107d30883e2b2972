"""Whether a rule is about a record: by its day, its fund, its amount and its other values."""

from decimal import Decimal

from daylight.days import DATED
from daylight.record import Record
from daylight.rules.between import funds, is_award
from daylight.rules.strategy.rule import Rule, day_of
from daylight.values import Value

AMOUNTS = {
    "award": ("amount",),
    "opportunity": ("expected_value", "envelope"),
    "decision": ("amount",),
    "round": ("amount_awarded",),
}


def applies(record: Record, rule: Rule) -> bool:
    """Whether a rule is about a record: by its day, its fund, its amount and its other values.

    A record of a kind that has dates, but without one of its own, is judged by no rule. Money that came in is no award here.
    """
    day = day_of(record, rule)
    if record.kind in DATED and not (day and rule.first <= day <= rule.last):
        return False
    if record.kind == "award" and not is_paid(record):
        return False
    return (not rule.fund or rule.fund in funds_of(record)) and fits(record, rule)


def is_paid(award: Record) -> bool:
    """Whether an award is money that was agreed to go out."""
    return award.values.get("direction") != "in" and is_award(award)


def funds_of(record: Record) -> set[str]:
    """The keys of the funds that a record belongs to; that of a fund is its own."""
    if record.kind == "award":
        return funds(record)
    return {record.key if record.kind == "fund" else record.values.get("fund")}


def fits(record: Record, rule: Rule) -> bool:
    """Whether the amount of a record and its other values are such that a rule is about it."""
    if rule.band is not None and not _amount_fits(amount_of(record), *rule.band):
        return False
    for name, wanted in rule.where:
        value = record.values.get(name)
        if not _is(record.rows(name) if value is None else value, wanted):
            return False
    return True


def amount_of(record: Record) -> Decimal | None:
    """The amount of a record that rules look at, None where it is not published."""
    return next((record.values[n] for n in AMOUNTS.get(record.kind, ()) if n in record.values), None)


def _amount_fits(amount: Decimal | None, least: Decimal | None, over: Decimal | None, below: Decimal | None) -> bool:
    if amount is None or (least is not None and amount < least):
        return False
    return (over is None or amount > over) and (below is None or amount < below)


def as_typed(value: Value) -> str:
    """A value as a person types it."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _is(value: Value | list, wanted: frozenset[str]) -> bool:
    """Whether a value is one of those wanted; "none" stands for no value or an empty list, "any" for anything."""
    if value == []:
        return "none" in wanted
    return "any" in wanted or as_typed(value) in wanted
