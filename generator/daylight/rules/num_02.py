"""NUM-02: parts add up to the whole."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.counted import countable
from daylight.days import financial_year
from daylight.findings import Finding, finding
from daylight.record import Record, Row
from daylight.rules.amount_text import is_doubted
from daylight.rules.between import SURE
from daylight.site import Site

OF = ("award", "round", "budget")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Yearly amounts, shares and payments add up to what the record says they come to (360Giving, accuracy of amounts)."""
    if record.kind == "round":
        yield from _round(site, record)
    elif record.kind == "budget":
        yield from _budget(record)
    elif record.children:
        v, lists = record.values, record.children
        amount = v.get("amount") if v.get("amount_basis") in SURE else None
        if years := lists.get("yearly_amounts"):
            yield from _once(years)
            yield from _sum(record, "yearly_amounts", years, amount, _covered(record, years))
        if rows := lists.get("funds"):
            yield from _sum(record, "funds", rows, amount)
        if rows := lists.get("recipients"):
            yield from _sum(record, "recipients", [r for r in rows if r.get("role") != "payee"], amount)
        if (rows := lists.get("payments")) and "amount_disbursed" in v:
            yield from _sum(record, "payments", rows, v["amount_disbursed"], False)


def _sum(record: Record, name: str, rows: list[Row], whole: Decimal | None, every: bool = True) -> Iterator[Finding]:
    """The amounts of all rows make the whole; where not `every` part is there, they do not make more than it."""
    parts = [row.values["amount"] for row in rows if "amount" in row.values]
    if whole is None or not parts:
        return
    total, every = sum(parts), every and len(parts) == len(rows)
    if total > whole or (every and total != whole):
        word = "all" if every else "some"
        facts = {"list": name.replace("_", " "), "whole": whole, "total": total}
        at = (record.path, record.line_of("amount_disbursed")) if total == record.get("amount") else place(record, name, whole)
        yield finding("NUM-02", word, *at, **facts)


def place(record: Record, name: str, whole: Decimal) -> tuple[str, int]:
    """Where a list of amounts stands: the file and the line of its name, or of the row that alone is more than the whole, or
    of the first row, where the rows stand in a table of their own."""
    rows = record.rows(name)
    if name in record.lines:
        return record.path, record.lines[name]
    row = next((row for row in rows if row.get("amount", whole) > whole), rows[0])
    return row.path, row.line_of("amount")


def _covered(award: Record, rows: list[Row]) -> bool:
    """Whether there is a row for every financial year between the start and the end of an award."""
    start, end = award.get("start_date"), award.get("end_date")
    if not start or not end:
        return False
    named = {row.get("financial_year") for row in rows}
    first, last = int(financial_year(start)[:4]), int(financial_year(end)[:4])
    return all(f"{year:04d}-{(year + 1) % 100:02d}" in named for year in range(first, last + 1))


def _once(rows: list[Row]) -> Iterator[Finding]:
    """Each financial year has one row."""
    seen = set()
    for row in rows:
        year = row.get("financial_year")
        if year and year in seen:
            yield finding("NUM-02", "year-twice", row.path, row.line_of("financial_year"), year=year)
        seen.add(year)


def _budget(budget: Record) -> Iterator[Finding]:
    """All expenditure of a year comes to what all income comes to, which is the total; the precept may stand beside the lines.

    Where neither of the two comes to the total, only a part of them may be there, and nobody can say.
    """
    if budget.doubted or any(row.doubted for row in budget.rows("lines")):
        return
    total, beside = budget.get("total"), budget.get("precept", Decimal(0))
    sums = {kind: _of_kind(budget, kind) for kind in ("income", "expenditure")}
    right = {kind: came in (total, total - beside) for kind, came in sums.items()} if total and all(sums.values()) else {}
    if right and not any(right.values()) and len(set(sums.values())) == 1:
        facts = {"list": "lines of income and those of expenditure", "whole": total, "total": sums["income"]}
        yield finding("NUM-02", "all", budget.path, budget.line_of("total"), **facts)
        return
    for kind, came in sums.items():
        if right and not right[kind] and (any(right.values()) or came > total):
            facts = {"list": f"lines of {kind}", "whole": total, "total": came}
            yield finding("NUM-02", "all", budget.path, budget.line_of("lines"), **facts)


def _of_kind(budget: Record, kind: str) -> Decimal:
    return sum((row.get("amount", Decimal(0)) for row in budget.rows("lines") if row.get("kind") == kind), Decimal(0))


def _round(site: Site, record: Record) -> Iterator[Finding]:
    """A round funds no more applications than there were, and as much as its awards come to where all of them are here."""
    funded, there = record.get("awarded"), record.get("applications")
    if funded is not None and there is not None and funded > there:
        yield finding("NUM-02", "round", record.path, record.line_of("awarded"), funded=funded, there=there)
    awards = [award for award in site.sources(record, "award") if award.get("round") == record.key]
    if any(is_doubted(site, award) for award in awards):
        return
    amounts, said = [countable(award) for award in awards], record.get("amount_awarded")
    if record.get("awarded") == len(awards) and said is not None and None not in amounts and sum(amounts) != said:
        facts = {"list": "awards of this round", "whole": said, "total": sum(amounts)}
        yield finding("NUM-02", "all", record.path, record.line_of("amount_awarded"), **facts)
