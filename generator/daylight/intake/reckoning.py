"""Tells in plain words what became of every row, every cell and every pound of a file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from daylight.drafts import ADDED, CHANGED, SAME
from daylight.findings import shown
from daylight.intake.account import Sum
from daylight.intake.headings import YEARLY
from daylight.intake.outcome import Import, column_name
from daylight.intake.taken import HELD, RECORD, SKIPPED
from daylight.intake.telling import cells_said
from daylight.schema import load_schemas


def result(done: Import) -> list[str]:
    """The account in words: rows, records, sums, cells."""
    schemas, account = load_schemas(), done.account
    read = [taken for taken in done.rows if taken.outcome != SKIPPED]
    kinds = Counter(draft.kind for taken in done.rows if taken.outcome == RECORD for draft in taken.drafts)
    of = {(r.draft.kind, r.draft.key): r.outcome for r in done.proposal.results}
    said = []
    for kind, count in kinds.items():
        keys = {(d.kind, d.key) for t in done.rows if t.outcome == RECORD for d in t.drafts if d.kind == kind}
        money = _money(account.sums, RECORD) if "amount" in schemas[kind].by_name else ""
        said.append(f"{_number(count, schemas[kind])}{money}, {_outcomes(of, keys)}")
    lines = [f"Read {sum(account.rows.values()):,} rows: {'; '.join(said) or 'no records'}."]
    held, skipped = account.rows.get(HELD, 0), account.rows.get(SKIPPED, 0)
    if held:
        rows = "row is" if held == 1 else "rows are"
        lines.append(f"{held:,} {rows} held back{_money(account.sums, HELD)}: nothing of that is written.")
    if skipped:
        why = Counter(taken.skipped for taken in done.rows if taken.skipped)
        reasons = "; ".join(f"{count:,} since {reason}" for reason, count in why.most_common())
        lines.append(f"{skipped:,} {'row is' if skipped == 1 else 'rows are'} skipped: {reasons}.")
    shared = of.keys() - {(draft.kind, draft.key) for taken in read for draft in taken.drafts}
    for kind in sorted({kind for kind, _ in shared}):
        keys = {known for known in shared if known[0] == kind}
        lines.append(f"They lead to {_number(len(keys), schemas[kind])}, {_outcomes(of, keys)}.")
    return [*lines, *_sums(done), *_totals(done), *_cells(done)]


def _number(count: int, schema) -> str:
    return f"{count:,} {(schema.title if count == 1 else schema.plural).lower()}"


def _outcomes(of, keys) -> str:
    counts = Counter(of[known] for known in keys)
    names = {ADDED: "new", CHANGED: "changed", SAME: "the same"}
    return "of which " + ", ".join(f"{counts[name]:,} {text}" for name, text in names.items() if counts[name])


def _money(sums: Sequence[Sum], outcome: str) -> str:
    fields = {one.field for one in sums}
    field = "amount" if "amount" in fields else YEARLY  # of which the amount is made where it has no column
    return f" ({_pounds(sum((one.of[outcome] for one in sums if one.field == field), Decimal()))})" if field in fields else ""


def _pounds(amount: Decimal) -> str:
    return f"{'-' if amount < 0 else ''}£{abs(amount):,.2f}"


def _sums(done: Import) -> Iterator[str]:
    for one in done.account.sums:
        parts = (
            f"{_pounds(one.of[RECORD])} in records + {_pounds(one.of[HELD])} held back + {_pounds(one.of[SKIPPED])} skipped"
        )
        amounts = "amount cannot be read, and is" if one.unread == 1 else "amounts cannot be read, and are"
        unread = f" {one.unread:,} {amounts} in no sum." if one.unread else ""
        yield f"In {shown(one.heading, 60)}: {_pounds(one.total)} = {parts}.{unread}"


def _totals(done: Import) -> Iterator[str]:
    unread = any(one.unread for one in done.account.sums)
    for totals in done.totals.values():
        for total in totals:
            for said, come in total.sums.values():
                same = (
                    "which is what its rows come to"
                    if said == come
                    else f"and its rows come to {_pounds(come)} without the amounts that cannot be read"
                    if unread
                    else f"and its rows come to {_pounds(come)}: one of them is wrong"
                )
                yield f"Row {total.row + 1} says a total of {_pounds(said)}, {same}."


def _cells(done: Import) -> Iterator[str]:
    cells = done.account.cells
    yield (
        f"Of {sum(cells.values()):,} cells {cells.get(RECORD, 0):,} are in records, {cells.get(HELD, 0):,} in rows held back, "
        f"{cells.get(SKIPPED, 0):,} skipped:"
    )
    why: Counter[tuple[str, str]] = Counter()
    for taken in done.rows:
        if taken.outcome == RECORD:
            why.update((_each(done, column_name(done.source, taken, column)), reason) for column, reason in taken.left.items())
    for (heading, reason), count in why.items():
        yield f"  {shown(heading, 60)}: {cells_said(count)}, since {reason}"
    rows = sum(1 for taken in done.rows if taken.skipped)
    if rows:
        yield f"  and all cells of the {rows:,} skipped row{'' if rows == 1 else 's'}"


def _each(done: Import, name: str) -> str:
    """The name of a column; in JSON one name for the same place in each item of a list."""
    return re.sub(r"/\d+(?=/|$)", "/*", name) if done.source.counts else name
