"""Tells in plain words what was understood of the columns of a file, and what must be decided first."""

from collections import Counter
from collections.abc import Iterator, Sequence

import yaml

from daylight.findings import shown
from daylight.intake.headings import YEARLY
from daylight.intake.mapping import ASKED, NOT_TAKEN
from daylight.intake.outcome import Import, column_name
from daylight.intake.packages import PROCESSES
from daylight.intake.questions import Question
from daylight.intake.taken import HELD, RECORD, WHOLE, Taken
from daylight.private import hidden

MOST_OTHERS = 6
HOW = {
    "serial": "{n} as days that Excel counts{like}",
    "short-year": "{n} with a year of two digits{like}",
    "marked": "{n} without a footnote mark",
    "multiplied": "{n} multiplied{like}",
}


def understood(done: Import) -> Iterator[str]:
    """What each column was taken for, with an example, and what is not taken."""
    if done.mapping is None:
        yield f"This is {'an' if done.source.form == PROCESSES else 'a'} {done.source.form} file; its fields are known."
    else:
        yield f"What we understood ({'a new mapping' if done.new_mapping else 'by the mapping'}, {done.kept}):"
    found = _columns(done)
    for heading, column in found.items():
        yield f"  {column.said(heading)}"
    for heading, name in (done.mapping.columns if done.mapping else {}).items():
        if heading not in found and (name != NOT_TAKEN or not done.rows):
            yield f"  {shown(heading, 60)}: {'which field?' if name == ASKED else name}"
    for heading, order in done.orders.items():
        yield f"  {heading}: {order}" if order else f"  {heading}: nothing tells whether the day or the month comes first"
    for name, text in (done.mapping.constants if done.mapping else {}).items():
        yield f"  Every record says {name}: {shown(hidden(text))}"
    if done.mapping and YEARLY in (taken := done.mapping.columns.values()) and "amount" not in taken:
        yield "  Every record says amount: what its yearly amounts come to"
    yield from _others(done.other_funders)


def _others(names: Sequence[str]) -> Iterator[str]:
    """Whose awards a file holds beside those of the office."""
    some = ", ".join(shown(name, 60) for name in names[:MOST_OTHERS])
    more = f" and {len(names) - MOST_OTHERS:,} more" if len(names) > MOST_OTHERS else ""
    said = ("is", "its") if len(names) == 1 else ("are", "their")
    if names:
        yield f"  {some}{more} {said[0]} not this office: {said[1]} awards are marked as passed on, and are never added up."


def cells_said(count: int) -> str:
    """How many cells, in words."""
    return f"{count:,} cell{'' if count == 1 else 's'}"


class Column:
    """What the cells below one heading were taken for: into which fields, in how many cells, how many of them stand in rows
    held back; an example, and what it became where that is worth saying; and how many were read in a special way."""

    def __init__(self) -> None:
        self.into: dict[str, None] = {}
        self.cells = self.held = 0
        self.example = self.before = self.after = ""
        self.how: Counter[str] = Counter()

    def said(self, heading: str) -> str:
        """The column in one line."""
        like = f', like "{self.example}"' if self.example else ""
        shown_how = f", like {self.before} for {self.after}" if self.after else ""
        told = [text.format(n=f"{self.how[name]:,}", like=shown_how) for name, text in HOW.items() if self.how[name]]
        told += [f"{self.held:,} in rows held back"] if self.held else []
        line = f"{shown(heading, 60)}: {', '.join(self.into)} in {cells_said(self.cells)}{like}"
        return line + (f" ({'; '.join(told)})" if told else "")


def _columns(done: Import) -> dict[str, Column]:
    """What was taken from each column, by its heading, in the order of the file."""
    found: dict[str, Column] = {}
    cells = {sheet.name: sheet.rows for sheet in done.source.sheets}
    for taken in done.rows:
        row = cells[taken.sheet][taken.row]  # what a merged cell says may stand in a row above
        for column, into in _into(done, taken).items():
            name = column_name(done.source, taken, column)
            of = found.setdefault(name, Column())
            of.into[into.removeprefix(f"{done.mapping.kind}.") if done.mapping else into] = None
            of.cells += 1
            of.held += taken.outcome == HELD
            text = shown(hidden(row[column].text), 60) if column < len(row) and _may_be_shown(taken, column) else ""
            of.example = of.example or text
            if in_which := taken.how.get(column):
                of.how[in_which] += 1
                if not of.after and (after := _after(taken, into)):
                    of.before, of.after = text, after
    return found


def _into(done: Import, taken: Taken) -> dict[int, str]:
    """The fields of a row by column; in a row that is held back also those of cells that cannot be read."""
    if taken.outcome == RECORD or done.mapping is None:
        return taken.into if not taken.skipped else {}
    wrong = [p.column for p in taken.problems if p.column not in (WHOLE, *taken.into)] if taken.outcome == HELD else []
    meant = {column: done.mapping.of(column_name(done.source, taken, column)) for column in wrong}
    meant = {column: f"{done.mapping.kind}.{name}" for column, name in meant.items() if name not in ("", NOT_TAKEN)}
    return dict(sorted({**taken.into, **meant}.items())) if taken.outcome == HELD else {}


def _may_be_shown(taken: Taken, column: int) -> bool:
    """Of a row that is held back no words are shown, since nobody has judged whether they name a person."""
    return taken.outcome == RECORD or column in taken.money


def _after(taken: Taken, into: str) -> str:
    return taken.drafts[0].fields.get(into.rpartition(".")[2], "") if taken.drafts and taken.outcome == RECORD else ""


def asked(done: Import) -> list[str]:
    """What must be decided, and how to say it."""
    lines = ["Before anything can be taken, these must be decided:"]
    return [*lines, *(f"  {_question(done, question)}" for question in done.asked)]


def _question(done: Import, question: Question) -> str:
    """A question, and where the answer is to be written: which column it is, or what every record says."""
    choices = f" One of: {', '.join(question.choices)}." if question.choices else ""
    if question.heading:
        return f'{question.text}.{choices} Write it in {done.kept}, below columns: "{question.heading}"'
    same = f'below constants: {question.field}, or add SET="{question.field}=…" to what you typed'
    free = [heading for heading, name in done.mapping.columns.items() if name in (NOT_TAKEN, ASKED)]
    if question.columns:
        line = yaml.safe_dump({question.columns[0]: question.field}, allow_unicode=True, width=1000).strip()
        column = f"{question.text} Write it in {done.kept}, below columns:, like {line}"
    elif question.differs and free:
        column = f"{question.text}: which column is it? Write in {done.kept}, below columns:, its heading and {question.field}"
    else:
        return f"{question.text}.{choices} Write it in {done.kept}, {same}"
    return column if question.field == "amount" else f"{column}. If all rows say the same, write it {same}"
