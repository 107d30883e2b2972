"""Takes in our own workbook, as it was filled in or corrected."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from daylight import drafts, workbook
from daylight.drafts import ADDED, CHANGED, HELD, SAME, Proposal
from daylight.drafts.present import Present
from daylight.findings import ERROR, shown, words
from daylight.intake import correct
from daylight.intake.cells import Sheet
from daylight.intake.correct import Mark
from daylight.intake.place import Place
from daylight.intake.tables import letters
from daylight.private import hidden

MOST = 30  # lines of one kind


def take(office: Path, file: Path, data: bytes, sheets: Sequence[Sheet], today: str, write: bool) -> tuple[str, bool]:
    """What to say, and whether nothing must be put right. Without `write` nothing is written."""
    taken = workbook.drafts(Present(office, today), sheets)
    proposal = drafts.propose(office, taken.drafts, today)
    marks = [*_remarks(taken.remarks), *_held(proposal)]
    lines = [*_section("To be put right:", [_line(mark, sheets) for mark in marks])]
    lines += _section("Changed:" if write else "Would change:", list(_steps(proposal)))
    lines += _section("Passed over:", [f"{_where(skip.place)}: {skip.why}" for skip in taken.skips])
    counts = Counter(result.outcome for result in proposal.results)
    told = {ADDED: "new", CHANGED: "changed", SAME: "the same", HELD: "held back"}
    said = ", ".join(f"{counts[name]:,} {text}" for name, text in told.items() if counts[name])
    lines.append(f"Read {len(taken.drafts):,} records: {said or 'none'}; {len(taken.remarks):,} rows could not be read.")
    right = not any(mark.text for mark in marks)
    if not write:
        return "\n".join([*lines, "This was a trial. Nothing was written.", ""]), right
    drafts.write(office, proposal.files)
    count = len(proposal.files)
    lines.append(
        f"Wrote {count:,} {'file' if count == 1 else 'files'}." if count else "Nothing has changed. Nothing was written."
    )
    if marks:
        path = correct.place(file)
        path.write_bytes(correct.copy(data, sheets, {mark.sheet: _headings(sheets, mark.sheet) for mark in marks}, marks))
        lines.append(f"What is to be put right is coloured in {path.name}. Correct it there, save it, and import it.")
    return "\n".join([*lines, ""]), right


def _section(title: str, lines: Sequence[str]) -> list[str]:
    more = [f"  … and {len(lines) - MOST:,} more"] if len(lines) > MOST else []
    return [title, *(f"  {line}" for line in lines[:MOST]), *more, ""] if lines else []


def _remarks(remarks: Sequence[workbook.Remark]) -> Iterator[Mark]:
    for remark in remarks:
        column = remark.place.columns.get(remark.field, 0)
        yield Mark(remark.place.sheet, remark.place.row, column, remark.finding.sentence())


def _held(proposal: Proposal) -> Iterator[Mark]:
    for result in proposal.results:
        for said in result.said if result.outcome == HELD else ():
            if isinstance(said.at, Place) and said.finding.severity == ERROR:
                yield Mark(said.at.sheet, said.at.row, said.at.columns.get(said.field, 0), said.finding.sentence())


def _steps(proposal: Proposal) -> Iterator[str]:
    for result in proposal.results:
        for step in result.steps if result.outcome == CHANGED else ():
            name = f"{step.list} {step.number}, {step.field}" if step.list else step.field
            before, after = (shown(hidden(text)) or "nothing" for text in (step.before, step.after))
            yield f"{words(result.draft.kind)} {result.draft.key}, {name}: {before} → {after}"


def _line(mark: Mark, sheets: Sequence[Sheet]) -> str:
    column = f", column {letters(mark.column - 1)}" if mark.column else ""
    return f"{shown(mark.sheet)}{f', row {mark.row}' if mark.row else ''}{column}: {mark.text}"


def _where(place: Place) -> str:
    return f"{shown(place.sheet)}, row {place.row}" if place.row else shown(place.sheet)


def _headings(sheets: Sequence[Sheet], name: str) -> list[int]:
    """The row of headings of a sheet of the workbook: the first that has several cells and is shown."""
    for sheet in sheets:
        if sheet.name == name:
            shown_ = (
                n for n, row in enumerate(sheet.rows) if n not in sheet.hidden_rows and sum(bool(c.text) for c in row) > 1
            )
            return [next(shown_, 0) + 1]
    return []
