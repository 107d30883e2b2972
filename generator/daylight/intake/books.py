"""Reads the files of Excel and LibreOffice. Their cells come from libraries, and what those drop is looked up in the file.

python-calamine reads a cell that shows an error as a blank one, and says nothing of what is hidden: a blank would be a loss
that nobody sees. An .xls is read by xlrd, which tells both.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError

from daylight.findings import finding
from daylight.intake.cells import DATE, ERROR, NOTHING, Cell, Sheet, Unreadable, cell, trimmed, without_end
from daylight.intake.formats import as_shown, shows


def new(name: str, data: bytes) -> list[Sheet]:
    """The sheets of an .xlsx or .ods."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    from daylight.intake.inside import xlsx
    from daylight.intake.inside_ods import ods

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if not any(part in ("content.xml", "[Content_Types].xml") for part in archive.namelist()):
            raise Unreadable(finding("IMPORT", "packed", name, 1))
        if any(part.startswith(("word/", "ppt/")) for part in archive.namelist()):
            raise Unreadable(finding("IMPORT", "not-a-spreadsheet", name, 1))
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        inside = ods(archive) if "content.xml" in archive.namelist() else xlsx(archive)
        found = []
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                if (more := inside[about.name]).far:  # the library would make room for every cell before it
                    raise Unreadable(finding("IMPORT", "far", name, 1, sheet=about.name, place=more.far))
                sheet = book.get_sheet_by_name(about.name)
                rows = _as_shown(_with_errors(_rows(sheet), more.errors), more.shown)
                merged = more.merged or tuple((a, b, c, d) for (a, c), (b, d) in sheet.merged_cell_ranges or ())
                hidden = about.visible != SheetVisibleEnum.Visible
                found.append(Sheet(about.name, without_end(rows), merged, hidden, more.hidden_rows, more.hidden_columns))
        return found
    except PasswordError:
        raise Unreadable(finding("IMPORT", "password", name, 1)) from None
    except (CalamineError, zipfile.BadZipFile, ParseError, KeyError, OSError):
        raise Unreadable(finding("IMPORT", "broken", name, 1)) from None


def _rows(sheet) -> list[list[Cell]]:
    """The rows of a sheet from its first row and column on; the library leaves out the columns before the first in use."""
    before = [NOTHING] * (sheet.start[1] if sheet.start else 0)
    rows = (trimmed([cell(value) for value in row]) for row in sheet.iter_rows())
    return [[*before, *row] if row else [] for row in rows]


def _with_errors(rows: list[list[Cell]], errors: dict[tuple[int, int], str]) -> list[list[Cell]]:
    for (row, column), text in errors.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [NOTHING] * (column + 1 - len(rows[row]))
        if rows[row][column] == NOTHING:
            rows[row][column] = Cell(text, ERROR)
    return rows


def _as_shown(rows: list[list[Cell]], shown: Mapping[tuple[int, int], str]) -> list[list[Cell]]:
    for (row, column), what in shown.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = as_shown(rows[row][column], what)
    return rows


def old(name: str, data: bytes) -> list[Sheet]:
    """The sheets of an .xls."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return [_old_sheet(book, sheet) for sheet in book.sheets()]
    except xlrd.XLRDError as e:
        locked = "encrypt" in str(e).lower() or b"E\x00n\x00c\x00r\x00y\x00p\x00t" in data
        raise Unreadable(finding("IMPORT", "password" if locked else "broken", name, 1)) from None
    except Exception:  # xlrd ends in whatever error a broken file leads it to
        raise Unreadable(finding("IMPORT", "broken", name, 1)) from None


def _old_sheet(book, sheet) -> Sheet:
    rows = [trimmed([_old_cell(book, one) for one in sheet.row(number)]) for number in range(sheet.nrows)]
    merged = tuple((first, last - 1, left, right - 1) for first, last, left, right in sheet.merged_cells)
    hidden_rows = frozenset(number for number, about in sheet.rowinfo_map.items() if about.hidden)
    hidden_columns = frozenset(number for number, about in sheet.colinfo_map.items() if about.hidden)
    return Sheet(sheet.name, without_end(rows), merged, bool(sheet.visibility), hidden_rows, hidden_columns)


def _old_cell(book, one) -> Cell:
    import xlrd

    if one.ctype == xlrd.XL_CELL_ERROR:
        return Cell(xlrd.error_text_from_code.get(one.value, "#ERROR!"), ERROR)
    if one.ctype == xlrd.XL_CELL_BOOLEAN:
        return cell(bool(one.value))
    if one.ctype == xlrd.XL_CELL_DATE:
        try:
            return as_shown(cell(xlrd.xldate_as_datetime(one.value, book.datemode)), _old_format(book, one))
        except (ValueError, OverflowError):
            return Cell(str(one.value), DATE)
    return as_shown(cell(one.value), _old_format(book, one))


def _old_format(book, one) -> str:
    """What the format of a cell says; a format that spreadsheets know by number is shown as the computer's country has it."""
    number = book.xf_list[one.xf_index].format_key
    return shows(book.format_map[number].format_str if number not in range(5, 9) else "")
