"""Writes a copy of a spreadsheet in which the cells to be put right are coloured, with the reasons beside them."""

import io
import re
import zipfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from daylight.intake.cells import Sheet
from daylight.intake.copied import LONGEST, made, opened
from daylight.intake.headings import OURS

SUFFIX = "-to-correct"
PAPER, INK = "FFFFD9D2", "FF7A1A00"  # of a cell to be put right, and of the reason beside its row
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


def copy(
    data: bytes,
    sheets: Sequence[Sheet],
    headings: Mapping[str, Sequence[int]],
    marks: Sequence[Mark],
    living: Collection[str] = (),
) -> bytes:
    """The copy as .xlsx: of an .xlsx as it looks, of what else there is its cells. `headings` are the rows of headings of each
    sheet, from 1. Formulas become their values, but for those on the sheets that are `living`. The same file and marks give
    the same bytes."""
    book = opened(data, sheets, living) or made(sheets)
    for sheet in book.worksheets:
        _clean(sheet, headings.get(sheet.title, ()))
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


def _clean(sheet, headings: Sequence[int]) -> None:
    """Takes away what an earlier copy coloured, and its notes; what is still wrong is coloured again."""
    from openpyxl.styles import PatternFill

    own = next((cell.column for row in headings for cell in sheet[row] if cell.value == OURS), 0)
    for row in sheet.iter_rows() if own else ():
        reasons = str(sheet.cell(row[0].row, own).value or "")
        for cell in row if reasons else ():
            if cell.has_style and cell.fill.start_color.rgb == PAPER:
                cell.fill = PatternFill()
                cell.comment = None if cell.comment and cell.comment.text in reasons else cell.comment


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
