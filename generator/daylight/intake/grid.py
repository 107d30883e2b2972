"""Reads any spreadsheet into sheets of cells: .xlsx, .xls, .ods, and texts with commas, semicolons, tabs or bars."""

from pathlib import PurePath

from daylight.findings import finding
from daylight.intake.cells import BLANK, BOOL, DATE, ERROR, NUMBER, TEXT, Cell, Sheet, Unreadable

__all__ = ["BLANK", "BOOL", "DATE", "ERROR", "NUMBER", "TEXT", "Cell", "Sheet", "Unreadable", "is_grid", "read"]

TEXTS = frozenset({".csv", ".tsv", ".txt", ".tab"})
BOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".ods", ".xls"})
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # with which the files of spreadsheets begin
PACKED = (b"PK", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")


def is_grid(name: str) -> bool:
    """Whether a file of this name is a spreadsheet that can be read."""
    return PurePath(name).suffix.lower() in TEXTS | BOOKS


def read(name: str, data: bytes, encoding: str = "") -> list[Sheet]:
    """The sheets of a file; a text is one sheet, called as the file is.

    The form is told by the bytes and not by the name, for some systems call a text or a web page .xls. `encoding` settles that
    of a text, such as "cp1252". Raises `Unreadable` with the finding for a file of another form, one that is locked by a
    password, or one that is broken.
    """
    from daylight.intake import books, delimited

    if not data.strip():
        raise Unreadable(finding("IMPORT", "empty", name, 1))
    if data.startswith(OLD):
        return books.old(name, data)
    if data.startswith(ZIP):
        return books.new(name, data)
    if data.startswith(PACKED):
        raise Unreadable(finding("IMPORT", "packed", name, 1))
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise Unreadable(finding("IMPORT", "markup", name, 1))
    if data.startswith(b"%PDF"):
        raise Unreadable(finding("IMPORT", "not-a-spreadsheet", name, 1))
    return [delimited.sheet(name, data, encoding)]
