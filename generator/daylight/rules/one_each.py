"""One mistake is one finding: what only follows from another is left out until that is put right."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from daylight.findings import ERROR, Finding, wordings
from daylight.record import Record, Row

PERSONAL = ("DP-", "SAFE-03")  # what is said of a person is never left out
LEADS = {  # what is wrong with an amount or a day, and what that alone makes wrong in the record
    "DQ-AMOUNT": ("AMOUNT-TEXT", "NUM-01", "NUM-02", "NUM-02-PAID"),
    "AMOUNT-TEXT": ("NUM-01", "NUM-02", "NUM-02-PAID"),
    "NUM-01": ("NUM-02-PAID", "PA-02"),
    "DATE-01": ("SIO-04", "DATE-PERIOD", "DATE-01-YEAR", "LG-03"),
}
SAME = {"NUM-02": ("NUM-02-PAID",), "DP-10": ("DP-05",), "SAFE-03": ("DP-05",)}  # what says the same of a line, and less


def leading(record: Record, found: Iterable[Finding]) -> Iterator[Finding]:
    """Of what was found in a record, what must be put right first.

    Left out is what is about a value whose text is wrong already; what an office asks besides of a value in which there is an
    error; and what the rules of LEADS say follows. What leads an error is one itself.
    """
    found = list(found)
    rules, doubts = {f.rule for f in found}, _doubts(record)
    follows = {rule: lead for lead, those in LEADS.items() if lead in rules for rule in those}
    less = {(f.path, f.line, rule) for f in found for rule in SAME.get(f.rule, ())}
    errors = {(f.path, f.line) for f in found if f.severity == ERROR and f.rule in wordings()} - _firsts(record)
    worse = {follows[f.rule] for f in found if f.severity == ERROR and f.rule in follows}
    for f in found:
        at, is_own = (f.path, f.line), f.rule not in wordings()  # a rule of the office's strategy
        told = doubts & {at, (*at, f.field)} and not f.rule.startswith(PERSONAL)
        if told or f.rule in follows or (*at, f.rule) in less or (is_own and at in errors and not f.path.endswith(".csv")):
            continue
        yield replace(f, severity=ERROR) if f.rule in worse else f


def _doubts(record: Record) -> set[tuple]:
    """The values whose text is wrong: each with its file, line and field; by the line alone where that holds one value."""
    values = ((row.path, row.line_of(name), name) for row in _rows(record) for name in row.doubted if name in row.lines)
    return {at if at[0].endswith(".csv") else at[:2] for at in values}


def _rows(record: Record) -> Iterator[Row]:
    return chain([record], *record.children.values())


def _firsts(record: Record) -> set[tuple[str, int]]:
    """Where records and rows begin: what is missing is said there, and several things may be."""
    return {(row.path, row.line) for row in _rows(record)}
