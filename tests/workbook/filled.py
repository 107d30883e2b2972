"""Makes workbooks of offices, fills them in as a person would, and reads them back."""

import io
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.built import TODAY
from tests.cases import OFFICE, home_of
from tests.conftest import REQUIRED

from daylight import drafts, workbook
from daylight.drafts.present import Present
from daylight.intake import grid
from daylight.schema import load_schemas
from daylight.workbook.layout import FIRST, MARK, NAMES, sheet_name
from daylight.workbook.records import Records

SCHEMAS = load_schemas()
OFFICES = ("south-yorkshire", "avon-and-somerset", "barsetshire", "cambridgeshire", "cumbria", "dorset")
_MADE: dict[tuple, bytes] = {}
AWARDS, ORGANISATIONS, CONDITIONS = "Awards", "Organisations", "Award – conditions"


ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""  # LibreOffice works out every formula anew when it opens a file


def copy_of(name: str, folder: Path) -> Path:
    """A copy of the records of an office of this repository, or of the small one of the cases."""
    shutil.copytree((OFFICE if name == "small" else home_of(name)) / "data", folder / "data")
    return folder


def present(office: Path) -> Present:
    return Present(office, TODAY)


def workbook_names(office: Path) -> dict[str, dict[str, str]]:
    """What records are called in cells, by kind and key."""
    return Records(present(office)).names()


def made(office: Path, kinds: Sequence[str] = (), empty: bool = False) -> bytes:
    """The workbook of an office; made once for all copies of the same records."""
    records = sorted(path for path in (office / "data").rglob("*") if path.is_file() and "releases" not in path.parts)
    said = tuple((path.relative_to(office).as_posix(), path.read_bytes()) for path in records)
    known = (said, tuple(kinds), empty)
    if known not in _MADE:
        _MADE[known] = workbook.write(present(office), kinds, empty)
    return _MADE[known]


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book: openpyxl.Workbook) -> bytes:
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def filled(data: bytes, fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    """A workbook after a person worked on it."""
    book = opened(data)
    fill(book)
    return saved(book)


def sheet_of(name: str) -> str:
    return sheet_name(SCHEMAS, SCHEMAS[name])


def column(sheet: Worksheet, field: str) -> int:
    """The column of a field, from 1, by the hidden row."""
    names = [str(cell.value or "") for cell in sheet[NAMES + 1]]
    return next(n for n, name in enumerate(names, 1) if name.startswith(f"{field}:"))


def find(sheet: Worksheet, name: str) -> int:
    """The row of a record, from 1, by its mark."""
    marks = ((row, sheet.cell(row, MARK + 1).value) for row in range(FIRST + 1, sheet.max_row + 1))
    return next(row for row, mark in marks if str(mark).split(" ")[0] == name)


def put(sheet: Worksheet, row: int, **values) -> None:
    """Types into the cells of a row."""
    for field, value in values.items():
        sheet.cell(row, column(sheet, field)).value = value


def free(sheet: Worksheet) -> int:
    """The first row, from 1, in which nobody has written."""
    row = FIRST + 1
    while any(sheet.cell(row, c).value is not None for c in range(1, sheet.max_column + 1)):
        row += 1
    return row


def add(sheet: Worksheet, **values) -> int:
    """Types a new row below the others, and says which it is."""
    row = free(sheet)
    put(sheet, row, **values)
    return row


def taken(office: Path, data: bytes, name: str = "workbook.xlsx") -> workbook.Taken:
    return workbook.drafts(present(office), grid.read(name, data))


def said(result: workbook.Taken) -> list[str]:
    """What must be put right, with the place, as a person reads it."""
    return [f"{r.place.sheet}, row {r.place.row}, {r.field}: {r.finding.sentence()}" for r in result.remarks]


def drafted(result: workbook.Taken) -> dict[tuple[str, str], dict]:
    """The drafts that would change something: the fields, and the rows of lists as (number, fields)."""
    found = {}
    for draft in result.drafts:
        rows = {name: [(r.number, dict(r.fields)) for r in of if r.fields] for name, of in draft.rows.items()}
        of = {name: rows for name, rows in rows.items() if rows}
        if draft.fields or of:
            found[draft.kind, draft.key] = dict(draft.fields) | of
    return found


def imported(office: Path, data: bytes, name: str = "workbook.xlsx") -> drafts.Proposal:
    """Reads a workbook and writes what it proposes."""
    proposal = drafts.propose(office, taken(office, data, name).drafts, TODAY)
    drafts.write(office, proposal.files)
    return proposal


def converted(folder: Path, form: str, *files: Path) -> Path:
    """A folder with what LibreOffice makes of files when it saves them in another form."""
    if not (program := shutil.which("soffice")):
        if REQUIRED:
            pytest.fail("LibreOffice is not installed; .ci/run installs it")
        pytest.skip("LibreOffice is not installed")
    into, settings = folder / "saved", folder / "home/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(ALWAYS, "utf-8")
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [program, "--headless", home, "--convert-to", form, "--outdir", into, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=400)
    return into
