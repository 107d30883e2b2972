"""Writes a copy of a spreadsheet in which the cells to be put right are coloured, with the reasons beside them."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from daylight.intake.cells import BLANK, BOOL, DATE, NUMBER, Cell, Sheet
from daylight.intake.headings import OURS

SUFFIX = "-to-correct"
PAPER, INK = "FFFFD9D2", "FF7A1A00"  # of a cell to be put right, and of the reason beside its row
LONGEST = 32_000  # characters that a cell can hold, nearly
WIDTH = 70


class Mark(NamedTuple):
    """What is to be put right: a row from 1, the column from 1 or 0 for the whole row, and what to do."""

    sheet: str
    row: int
    column: int
    text: str


def place(file: Path) -> Path:
    """Where the copy of a file goes: beside it, and never over it."""
    stem, number = re.fullmatch(rf"(.*?)(?:{SUFFIX}(?:-(\d+))?)?", file.stem).groups()
    if not file.stem.startswith(f"{stem}{SUFFIX}"):
        return file.with_name(f"{stem}{SUFFIX}.xlsx")
    return file.with_name(f"{stem}{SUFFIX}-{int(number or 1) + 1}.xlsx")


def copy(data: bytes, sheets: Sequence[Sheet], headings: Mapping[str, Sequence[int]], marks: Sequence[Mark]) -> bytes:
    """The copy as .xlsx: of an .xlsx as it looks, of what else there is its cells. `headings` are the rows of headings of each
    sheet, from 1. The same file and marks give the same bytes."""
    book = _opened(data) or _made(sheets)
    reasons: dict[tuple[str, int], list[str]] = {}
    for mark in marks:
        told = reasons.setdefault((mark.sheet, mark.row), [])
        told += [mark.text] if mark.text not in told else []
        if mark.column and mark.sheet in book.sheetnames:
            _colour(book[mark.sheet].cell(mark.row, mark.column), mark.text)
    for sheet in book.worksheets:
        _beside(
            sheet, headings.get(sheet.title, ()), {row: told for (name, row), told in reasons.items() if name == sheet.title}
        )
    return _saved(book)


def _opened(data: bytes):
    """A workbook with all its looks, and values in the place of formulas, which nobody works out before it is read again."""
    if not data.startswith(b"PK") or b"content.xml" in data[:4000] or b"mimetypeapplication/vnd.oasis" in data[:200]:
        return None
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data), data_only=True)
    except Exception:  # it ends in whatever error an unusual file leads it to, and the cells alone will do
        return None


def _made(sheets: Sequence[Sheet]):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        made = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", sheet.name)[:31] or "Sheet")
        made.sheet_state = "hidden" if sheet.hidden else "visible"
        for number, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row, 1):
                if cell.kind != BLANK:
                    _put(made.cell(number, column), cell)
    return book


def _put(target, cell: Cell) -> None:
    from datetime import datetime
    from decimal import Decimal

    if cell.kind == NUMBER:
        target.value = Decimal(cell.text)
    elif cell.kind == DATE and "T" not in cell.text and cell.text[:1].isdigit():
        target.value = datetime.fromisoformat(cell.text)
        target.number_format = "yyyy-mm-dd"
    elif cell.kind == BOOL:
        target.value = cell.text == "yes"
    else:
        target.value = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", cell.text)[:LONGEST]
        target.data_type = "s"  # a text that begins with = is no formula


def _colour(cell, text: str) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    if isinstance(cell, MergedCell):
        return
    cell.fill = PatternFill("solid", start_color=PAPER, end_color=PAPER)
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    if text not in before:
        cell.comment = Comment(f"{before}{text}"[:LONGEST], "Daylight", height=140, width=320)


def _beside(sheet, headings: Sequence[int], reasons: Mapping[int, Sequence[str]]) -> None:
    """Writes the reasons into the column that is ours, or a new last one; old reasons go."""
    from openpyxl.styles import Alignment, Font

    own = {cell.column for row in headings for cell in sheet[row] if cell.value == OURS}
    if not own and not reasons:
        return
    column = min(own, default=sheet.max_column + 1)
    for row in range(1, sheet.max_row + 1) if own else ():
        if row not in headings:
            sheet.cell(row, column).value = None
    for row in headings:
        sheet.cell(row, column, OURS).font = Font(bold=True, color=INK)
    for row, told in reasons.items():
        cell = sheet.cell(row, column, "; ".join(told)[:LONGEST])
        cell.data_type, cell.font = "s", Font(color=INK)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[sheet.cell(1, column).column_letter].width = WIDTH


def _saved(book) -> bytes:
    """The bytes of a workbook, without the time at which they were made."""
    held, out = io.BytesIO(), io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for info in made.infolist():
            data = made.read(info)
            if info.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2020-01-01T00:00:00Z", data)
            fixed.writestr(zipfile.ZipInfo(info.filename), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
