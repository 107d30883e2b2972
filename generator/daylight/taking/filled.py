"""Takes in our own workbook, as it was filled in or corrected."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from daylight import drafts, workbook
from daylight.drafts import HELD, Proposal
from daylight.drafts.present import Present
from daylight.findings import ERROR, WARNING
from daylight.intake import correct
from daylight.intake.cells import Sheet
from daylight.intake.correct import Mark
from daylight.intake.place import Place
from daylight.schema import load_schemas
from daylight.taking.lines import Lines
from daylight.workbook import lists
from daylight.workbook.taken import Remark, Taken
from daylight.workbook.terms import in_terms


def take(office: Path, file: Path, data: bytes, sheets: Sequence[Sheet], today: str, write: bool) -> tuple[str, bool]:
    """What to say, and whether nothing must be put right. Without `write` nothing is written."""
    present = Present(office, today)
    taken = workbook.drafts(present, sheets)
    proposal = drafts.propose(present, taken.drafts, today)
    headings = {sheet.name: workbook.headings(sheet, load_schemas()) for sheet in sheets}
    wrong = [*taken.remarks, *_said(taken, proposal, ERROR)]
    lines = [*Lines(present.schemas, headings).told(taken, proposal, wrong, list(_said(taken, proposal, WARNING)), write)]
    if not write:
        return "\n".join([*lines, "This was a trial. Nothing was written.", ""]), not wrong
    drafts.write(office, proposal.files)
    count = len(proposal.files)
    lines.append(
        f"Wrote {count:,} {'file' if count == 1 else 'files'}." if count else "Nothing has changed. Nothing was written."
    )
    if wrong:
        path, rows = correct.place(file), {name: [row] for name, (row, _) in headings.items() if row}
        path.write_bytes(correct.copy(data, sheets, rows, list(map(_mark, wrong)), (lists.NAME,)))
        lines.append(f"What is to be put right is coloured in {path.name}. Correct it there, save it, and import it.")
    return "\n".join([*lines, ""]), not wrong


def _said(taken: Taken, proposal: Proposal, severity: str) -> Iterator[Remark]:
    """What is wrong with drafts: the errors of those that are held back, or the warnings of the others."""
    held = {*taken.held, *((r.draft.kind, r.draft.key) for r in proposal.results if r.outcome == HELD)}
    for result in proposal.results:
        for said in result.said if (result.outcome == HELD) == (severity == ERROR) else ():
            if isinstance(said.at, Place) and said.finding.severity == severity:
                assert taken.meanings is not None
                yield in_terms(said, result.draft, load_schemas(), taken.meanings, held)


def _mark(remark: Remark) -> Mark:
    """Where the copy is coloured; what is about a whole sheet stands beside its first row."""
    column = remark.place.columns.get(remark.field, 0)
    return Mark(remark.place.sheet, remark.place.row or 1, column, remark.finding.sentence())
