"""Tells in plain words what must be put right in a file, where, and what would change in records that are there."""

import re
from collections.abc import Sequence

from daylight.drafts import CHANGED
from daylight.findings import ERROR, shown, words
from daylight.intake.cells import letters
from daylight.intake.outcome import Import, column_name
from daylight.intake.taken import RECORD, WHOLE, Problem, Taken
from daylight.private import hidden

MOST = 30  # lines of one kind
MOST_PARTS = 8  # of the rows in which something is the same
_QUOTED = re.compile(r'"[^"]*"')


def problems(done: Import, most: int = MOST) -> list[str]:
    """A line for each thing to be put right, as the file names its place, and one for all rows of a column in which it is the
    same; then the warnings, each once with its rows."""
    errors: dict[tuple, list[tuple[Taken, Problem]]] = {}
    warnings: dict[tuple[str, str], list[tuple[Taken, Problem]]] = {}
    for taken in done.rows:
        for problem in taken.problems if not taken.skipped else ():
            found = problem.finding
            if found.severity == ERROR:
                same = (taken.sheet, problem.column, found.rule, _QUOTED.sub("", found.message), found.fix)
                errors.setdefault(same, []).append((taken, problem))
            elif taken.outcome == RECORD:
                said = f"{found.severity} {found.rule}: {found.message}"
                warnings.setdefault((taken.sheet, said), []).append((taken, Problem(WHOLE, found)))
    lines = [_line(done, together) for together in errors.values()]
    told = [f"{place(done, [t.row for t, _ in of], *of[0])}: {said}" for (_sheet, said), of in warnings.items()]
    found = [f.sentence() if done.rows or f.line == 1 else f.text() for f in done.findings]
    return [*found, *_cut(lines, most), *_cut(told, most)]


def _line(done: Import, together: Sequence[tuple[Taken, Problem]]) -> str:
    """What is wrong in one row or several, with the value of the first; what else the others say stands in the copy."""
    first, problem = together[0]
    differ = len({other.finding.message for _taken, other in together}) > 1
    more = len(together) - 1
    others = f" (so the first of them; {more:,} more {'is' if more == 1 else 'are'} like it)" if differ else ""
    return f"{place(done, [taken.row for taken, _ in together], first, problem)}: {problem.finding.sentence()}{others}"


def _cut(lines: Sequence[str], most: int) -> list[str]:
    more = len(lines) - most
    return [*lines[:most], *([f"… and {more:,} more"] if more > 0 else [])]


def place(done: Import, rows: Sequence[int], taken: Taken, problem: Problem) -> str:
    """Where something is, as the spreadsheet names it: the sheet, the rows (which are given from 0), the column."""
    several = "s" if len(rows) > 1 else ""
    if done.source.counts:
        where = f"{taken.sheet}, number{several} {numbers(rows)}"
        return where if problem.column == WHOLE else f"{where}, {column_name(done.source, taken, problem.column)}"
    where = f"{shown(taken.sheet)}, row{several} {numbers([row + 1 for row in rows])}"
    if problem.column == WHOLE:
        return where
    letter, name = letters(problem.column), column_name(done.source, taken, problem.column)
    return f"{where}, column {letter}" + (f" ({shown(name, 40)})" if name != letter else "")


def numbers(rows: Sequence[int], most: int = MOST_PARTS) -> str:
    """Numbers in words, those that follow each other as one part: "2 to 12, 14 and 16"."""
    parts: list[list[int]] = []
    for row in sorted(set(rows)):
        if parts and row == parts[-1][1] + 1:
            parts[-1][1] = row
        else:
            parts.append([row, row])
    parts = [part for a, b in parts for part in ([[a, a], [b, b]] if b == a + 1 else [[a, b]])]
    said = [f"{a} to {b}" if b > a else str(a) for a, b in parts]
    if len(said) > most:
        left = sum(b - a + 1 for a, b in parts[most:])
        return f"{', '.join(said[:most])} and {left:,} more"
    return " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]


def changes(done: Import, most: int = MOST) -> list[str]:
    """Each field of a record that is there and would change, before and after."""
    found = []
    for result in done.proposal.results:
        if result.outcome == CHANGED:
            for step in result.steps:
                name = f"{step.list} {step.number}, {step.field}" if step.list else step.field
                before, after = (shown(hidden(text)) or "nothing" for text in (step.before, step.after))
                found.append(f"{words(result.draft.kind)} {result.draft.key}, {name}: {before} → {after}")
    return _cut(found, most)
