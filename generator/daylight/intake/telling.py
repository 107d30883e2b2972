"""Tells in plain words what was understood of a file, what must be put right or decided, and what would change."""

from collections import Counter
from collections.abc import Iterator, Sequence

import yaml

from daylight.drafts import CHANGED
from daylight.findings import ERROR, shown, words
from daylight.intake.mapping import ASKED, NOT_TAKEN
from daylight.intake.outcome import Import, column_name
from daylight.intake.questions import Question
from daylight.intake.tables import letters
from daylight.intake.taken import RECORD, WHOLE, Problem, Taken
from daylight.private import hidden

MOST = 30  # lines of one kind
HOW = {
    "serial": "{n} as days that Excel counts, like {before} for {after}",
    "short-year": "{n} with a year of two digits, like {before} for {after}",
    "marked": "{n} without a footnote mark",
    "multiplied": "{n} multiplied, like {before} for {after}",
}


def understood(done: Import) -> Iterator[str]:
    """What each column was taken for, with an example, and what is not taken."""
    if done.mapping is None:
        yield f"This is a {done.source.form} file; its fields are known."
    else:
        yield f"What we understood ({'a new mapping' if done.new_mapping else 'by the mapping'}, {done.kept}):"
    found = _columns(done)
    for heading, (into, count, before, after, how) in found.items():
        said = f'  {shown(heading, 60)}: {", ".join(into)} in {cells_said(count)}, like "{before}"'
        told = [HOW[name].format(n=f"{n:,}", before=before, after=after) for name, n in how.items()]
        yield said + (f" ({'; '.join(told)})" if told else "")
    for heading, name in (done.mapping.columns if done.mapping else {}).items():
        if heading not in found and (name != NOT_TAKEN or not done.rows):
            yield f"  {shown(heading, 60)}: {'which field?' if name == ASKED else name}"
    for heading, order in done.orders.items():
        yield f"  {heading}: {order}" if order else f"  {heading}: nothing tells whether the day or the month comes first"
    for name, text in (done.mapping.constants if done.mapping else {}).items():
        yield f"  Every record says {name}: {shown(hidden(text))}"
    for name in done.other_funders:
        yield f"  {shown(name)} is not this office: its awards are marked as passed on, and are never added up."


def cells_said(count: int) -> str:
    """How many cells, in words."""
    return f"{count:,} cell{'' if count == 1 else 's'}"


def _columns(done: Import) -> dict[str, tuple[list[str], int, str, str, Counter]]:
    found: dict[str, tuple[dict, int, str, str, Counter]] = {}
    cells = {sheet.name: sheet.rows for sheet in done.source.sheets}
    for taken in done.rows:
        for column, into in taken.into.items() if taken.outcome == RECORD else ():
            name = column_name(done.source, taken, column)
            row = cells[taken.sheet][taken.row]  # what a merged cell says may stand in a row above
            text = shown(hidden(row[column].text), 60) if column < len(row) else ""
            ends, count, before, after, how = found.get(name, ({}, 0, text, "", Counter()))
            into = into.removeprefix(f"{done.mapping.kind}.") if done.mapping else into
            if (in_which := taken.how.get(column)) and not how[in_which]:
                before, after = text, _after(taken, into)
            how.update([in_which] if in_which else [])
            found[name] = ({**ends, into: None}, count + 1, before, after, how)
    return {name: (list(of[0]), *of[1:]) for name, of in found.items()}


def _after(taken: Taken, into: str) -> str:
    return taken.drafts[0].fields.get(into.rpartition(".")[2], "") if taken.drafts else ""


def problems(done: Import, most: int = MOST) -> list[str]:
    """A line for each thing to be put right, as the file names its place; then the warnings, each once with its rows."""
    errors = [(t, p) for t in done.rows for p in t.problems if p.finding.severity == ERROR and not t.skipped]
    lines = [f"{place(done, taken, problem)}: {problem.finding.sentence()}" for taken, problem in errors]
    warnings: dict[str, list[int]] = {}
    for taken in done.rows:
        for problem in taken.problems if taken.outcome == RECORD else ():
            if problem.finding.severity != ERROR:
                said = f"{problem.finding.severity} {problem.finding.rule}: {problem.finding.message}"
                warnings.setdefault(said, []).append(taken.row + 1)
    told = [
        f"row {', '.join(map(str, rows[:5]))}{' and more' if len(rows) > 5 else ''}: {text}" for text, rows in warnings.items()
    ]
    found = [f.sentence() if done.rows or f.line == 1 else f.text() for f in done.findings]
    return [*found, *_cut(lines, most), *_cut(told, most)]


def _cut(lines: Sequence[str], most: int) -> list[str]:
    more = len(lines) - most
    return [*lines[:most], *([f"… and {more:,} more"] if more > 0 else [])]


def place(done: Import, taken: Taken, problem: Problem) -> str:
    """Where something is, as the spreadsheet names it: the sheet, the row, the column."""
    if done.source.name.lower().endswith(".json"):
        where = f"{taken.sheet}, number {taken.row}"
        return where if problem.column == WHOLE else f"{where}, {column_name(done.source, taken, problem.column)}"
    where = f"{shown(taken.sheet)}, row {taken.row + 1}"
    if problem.column == WHOLE:
        return where
    return f"{where}, column {letters(problem.column)} ({shown(column_name(done.source, taken, problem.column), 40)})"


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


def asked(done: Import) -> list[str]:
    """What must be decided, and how to say it."""
    lines = ["Before anything can be taken, these must be decided:"]
    return [*lines, *(f"  {_question(done, question)}" for question in done.asked)]


def _question(done: Import, question: Question) -> str:
    """A question, and where the answer is to be written: which column it is, or what every record says."""
    choices = f" One of: {', '.join(question.choices)}." if question.choices else ""
    if question.heading:
        return f'{question.text}.{choices} Write it in {done.kept}, below columns: "{question.heading}"'
    same = f"below constants: {question.field}, or add --set {question.field}=…"
    free = [heading for heading, name in done.mapping.columns.items() if name in (NOT_TAKEN, ASKED)]
    if question.columns:
        line = yaml.safe_dump({question.columns[0]: question.field}, allow_unicode=True, width=1000).strip()
        column = f"{question.text} Write it in {done.kept}, below columns:, like {line}"
    elif question.differs and free:
        column = f"{question.text}: which column is it? Write in {done.kept}, below columns:, its heading and {question.field}"
    else:
        return f"{question.text}.{choices} Write it in {done.kept}, {same}"
    return column if question.field == "amount" else f"{column}. If all rows say the same, write it {same}"
