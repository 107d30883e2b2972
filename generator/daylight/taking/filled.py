"""Takes in our own workbook, as it was filled in or corrected."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from daylight import drafts, workbook
from daylight.drafts import ADDED, CHANGED, HELD, SAME, Proposal
from daylight.drafts.present import Present
from daylight.findings import ERROR, shown, words
from daylight.intake import correct
from daylight.intake.cells import Sheet
from daylight.intake.correct import Mark
from daylight.intake.place import Place
from daylight.private import hidden
from daylight.schema import load_schemas

MOST = 30  # lines of one kind


def take(office: Path, file: Path, data: bytes, sheets: Sequence[Sheet], today: str, write: bool) -> tuple[str, bool]:
    """What to say, and whether nothing must be put right. Without `write` nothing is written."""
    taken = workbook.drafts(Present(office, today), sheets)
    proposal = drafts.propose(office, taken.drafts, today)
    headings = {sheet.name: workbook.headings(sheet, load_schemas()) for sheet in sheets}
    marks = [*_remarks(taken.remarks), *_held(proposal)]
    lines = _section("To be put right:", [_line(mark, headings) for mark in marks])
    lines += _section("Changed:" if write else "Would change:", list(_steps(proposal)))
    lines += _section("Passed over:", [f"{_where(skip.place)}: {skip.why}" for skip in taken.skips])
    lines.append(_counted(taken, proposal))
    if not write:
        return "\n".join([*lines, "This was a trial. Nothing was written.", ""]), not marks
    drafts.write(office, proposal.files)
    count = len(proposal.files)
    lines.append(
        f"Wrote {count:,} {'file' if count == 1 else 'files'}." if count else "Nothing has changed. Nothing was written."
    )
    if marks:
        path, rows = correct.place(file), {name: [row] for name, (row, _) in headings.items() if row}
        path.write_bytes(correct.copy(data, sheets, rows, marks))
        lines.append(f"What is to be put right is coloured in {path.name}. Correct it there, save it, and import it.")
    return "\n".join([*lines, ""]), not marks


def _counted(taken: workbook.Taken, proposal: Proposal) -> str:
    """What became of the records, and how many rows are none."""
    counts = Counter(result.outcome for result in proposal.results)
    told = {ADDED: "new", CHANGED: "changed", SAME: "the same", HELD: "held back"}
    said = ", ".join(f"{counts[name]:,} {text}" for name, text in told.items() if counts[name])
    unread = len({remark.place[:2] for remark in taken.remarks})
    more = f"; {unread:,} {'row' if unread == 1 else 'rows'} could not be read" if unread else ""
    return f"Read {len(taken.drafts):,} records: {said or 'none'}{more}."


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
            name = f"{words(step.list)} {step.number}, {words(step.field)}" if step.list else words(step.field)
            before, after = (shown(hidden(text)) or "nothing" for text in (step.before, step.after))
            yield f"{words(result.draft.kind)} {result.draft.key}, {name}: {before} → {after}"


def _line(mark: Mark, headings: Mapping[str, tuple[int, Mapping[int, str]]]) -> str:
    """A mark in the words of the workbook: the sheet, the row and the heading."""
    title = headings[mark.sheet][1].get(mark.column, "") if mark.sheet in headings else ""
    row = f", row {mark.row}" if mark.row else ""
    return f"{shown(mark.sheet)}{row}{f', {shown(title)}' if title else ''}: {mark.text}"


def _where(place: Place) -> str:
    return f"{shown(place.sheet)}, row {place.row}" if place.row else shown(place.sheet)
