"""Opens a spreadsheet to be copied: a workbook as it looks, or what else there is as its cells alone."""

import io
import re
from collections.abc import Collection, Sequence

from daylight.intake.cells import BLANK, BOOL, DATE, ERROR, NOTHING, NUMBER, Cell, Sheet, letters

LONGEST = 32_000  # characters that a cell can hold, nearly


def opened(data: bytes, sheets: Sequence[Sheet], living: Collection[str]):
    """A workbook with all its looks, and values in the place of formulas, which nobody works out before it is read again."""
    if not data.startswith(b"PK") or b"content.xml" in data[:4000] or b"mimetypeapplication/vnd.oasis" in data[:200]:
        return None
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), data_only=not living)
    except Exception:  # it ends in whatever error an unusual file leads it to, and the cells alone will do
        return None
    for sheet in sheets if living else ():
        if sheet.name not in living and sheet.name in book.sheetnames:
            _work_out(book[sheet.name], sheet)
    return book


def _work_out(target, sheet: Sheet) -> None:
    """Puts values in the place of the formulas of a sheet; one that shows an error stays."""
    formulas = (cell for row in target.iter_rows() for cell in row if cell.data_type == "f")
    for cell in formulas:
        row = sheet.rows[cell.row - 1] if cell.row <= len(sheet.rows) else []
        value = row[cell.column - 1] if cell.column <= len(row) else NOTHING
        if value.kind != ERROR:
            cell.value = None
            _put(cell, value)


def made(sheets: Sequence[Sheet]):
    """A workbook of the cells of some sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        target = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", sheet.name)[:31] or "Sheet")
        target.sheet_state = "hidden" if sheet.hidden else "visible"
        for number, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row, 1):
                if cell.kind != BLANK:
                    _put(target.cell(number, column), cell)
        _as_it_was(target, sheet)
    return book


def _as_it_was(target, sheet: Sheet) -> None:
    """Hides and merges what was hidden and merged: what nobody decided to show is held back in the copy too."""
    for row in sheet.hidden_rows:
        target.row_dimensions[row + 1].hidden = True
    for column in sheet.hidden_columns:
        target.column_dimensions[letters(column)].hidden = True
    for first, last, left, right in sheet.merged:
        target.merge_cells(start_row=first + 1, end_row=last + 1, start_column=left + 1, end_column=right + 1)


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
