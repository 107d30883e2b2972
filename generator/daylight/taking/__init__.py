"""Takes in a file, our own workbook or any other: writes what is right, and a copy of what is not."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from daylight import drafts
from daylight.intake import correct, grid, importing, mapping, reckoning, righting, telling
from daylight.intake.cells import Sheet, Unreadable
from daylight.intake.correct import Mark
from daylight.intake.importing import Import, Wanted
from daylight.intake.packages import PROCESSES
from daylight.intake.taken import HELD, WHOLE
from daylight.schema import load_schemas

WROTE_NOTHING = "Nothing was written."


class Told(NamedTuple):
    """What is to be said to the person, and whether nothing must be put right."""

    text: str
    right: bool


def take(office: Path, file: Path, today: str, wanted: Wanted, write: bool) -> Told:
    """Takes a file into an office on an ISO day; without `write` nothing is written, and all is said."""
    data = file.read_bytes()
    if sheets := _own(file.name, data):
        from daylight.taking import filled

        return Told(*filled.take(office, file, data, sheets, today, write))
    done = importing.run(office, file.name, data, today, wanted)
    if done.account is None:
        return _undecided(office, done, write)
    lines = [*telling.understood(done), "", *_section("To be put right:", righting.problems(done))]
    lines += _section("Would change:" if not write else "Changed:", righting.changes(done))
    lines += reckoning.result(done)
    wrong = any(taken.outcome == HELD for taken in done.rows)
    lines += _written(office, file, data, done, write, wrong)
    return Told("\n".join(lines) + "\n", not wrong)


def _own(name: str, data: bytes) -> list[Sheet]:
    """The sheets of a workbook that this program made; none of any other file."""
    from daylight import workbook

    try:
        sheets = grid.read(name, data) if grid.is_grid(name) else []
    except Unreadable:
        return []
    return sheets if sheets and workbook.is_workbook(sheets) else []


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [title, *(f"  {line}" for line in lines), ""] if lines else []


def _undecided(office: Path, done: Import, write: bool) -> Told:
    """A file that cannot be read, or of which something must be decided first; then the proposal is kept to be filled in."""
    lines = righting.problems(done)
    if done.asked:
        lines = [*telling.understood(done), "", *telling.asked(done)]
        if write:
            _keep(office, done)
            lines.append(f"The proposed mapping is in {done.kept}.")
    return Told("\n".join([*lines, WROTE_NOTHING if not (done.asked and write) else "No record was written."]) + "\n", False)


def _keep(office: Path, done: Import) -> bool:
    """Writes the mapping where it is new or has more than it had."""
    text, path = mapping.text(done.mapping).encode(), office / done.kept
    if path.is_file() and mapping.read(path.name, path.read_text("utf-8"), load_schemas())[0] == done.mapping:
        return False
    drafts.write(office, {done.kept: text})
    return True


def _written(office: Path, file: Path, data: bytes, done: Import, write: bool, wrong: bool) -> list[str]:
    """Writes records, mapping and copy, and says so."""
    if not write:
        return ["", f"This was a trial. {WROTE_NOTHING}"]
    files, said = done.proposal.files, []
    drafts.write(office, files)
    said.append(
        f"Wrote {len(files):,} {'file' if len(files) == 1 else 'files'}." if files else f"Nothing has changed. {WROTE_NOTHING}"
    )
    if done.mapping and _keep(office, done):
        said.append(f"How the columns were taken is kept in {done.kept}, for the next time.")
    if wrong and done.source.form != PROCESSES:
        path = correct.place(file)
        path.write_bytes(correct.copy(data, done.source.sheets, _headings(done), marks(done)))
        said.append(f"What is to be put right is coloured in {path.name}. Correct it there, save it, and import it.")
    return ["", *said]


def _headings(done: Import) -> dict[str, list[int]]:
    found = {name: [table.heading + 1 for table in of.tables] for name, of in done.source.found.items()}
    return found | {sheet: [top + 1] for sheet, top in done.source.tops.items()}


def marks(done: Import) -> list[Mark]:
    """What is to be put right in each held row."""
    return [
        Mark(taken.sheet, taken.row + 1, problem.column + 1 if problem.column != WHOLE else 0, problem.finding.sentence())
        for taken in done.rows
        if taken.outcome == HELD
        for problem in taken.problems
    ]
