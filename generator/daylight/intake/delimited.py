"""Texts with a row a line: finds the encoding, the line ends and what stands between the cells.

Programs that guess among all encodings of the world guess wrong on a page of English with one £ in it. Offices write UTF-8,
UTF-16, or the encodings of older Windows and Macintosh; the last two differ in where accents, quotes and dashes stand.
"""

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice
from pathlib import PurePath

from daylight.findings import finding
from daylight.intake.cells import Cell, Sheet, Unreadable, cell, trimmed, without_end

BETWEEN = (",", ";", "\t", "|")
LOOKED_AT = 200  # rows by which we see what stands between the cells
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROTECTED = re.compile(r'\A="(.*)"\Z', re.DOTALL)  # ="0123", by which programs keep a spreadsheet from changing a text
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
MOST_CONTROLS = 50  # of so many bytes at most one controls something and is no sign, in a text
WINDOWS, MACINTOSH = "cp1252", "mac_roman"
_SIGNS = frozenset("£€–—‘’“”•…®©™°½¼¾\xa0")  # what English is written with beside ASCII
_LETTERS = frozenset("éèêëáàâäíîïóôöúûüçñŵŷÉ")  # and what names and Welsh add


def sheet(name: str, data: bytes, encoding: str = "") -> Sheet:
    """The one sheet that a text is. Raises `Unreadable` where its encoding or a quoted cell cannot be known."""
    if not encoding and len(_CONTROLS.findall(data)) * MOST_CONTROLS > len(data) and not _is_wide(data):
        raise Unreadable(finding("IMPORT", "not-a-spreadsheet", name, 1))
    text = _decoded(name, data, encoding or encoding_of(name, data)).replace("\x00", "").rstrip("\x1a")
    csv.field_size_limit(2**30)  # a cell may hold a page
    rows: list[list[Cell]] = []
    sign = between(text)
    spaced = f'{sign} "' in text.lstrip().partition("\n")[0]  # "Ref", "Title" as some programs write it
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True, skipinitialspace=spaced)
    try:
        rows.extend(trimmed([cell(_PROTECTED.sub(r"\1", value)) for value in row]) for row in reader)
    except csv.Error as e:
        line = min(reader.line_num, len(rows) + 1)
        raise Unreadable(finding("IMPORT", "quotes", name, line, row=len(rows) + 1, problem=str(e))) from None
    return Sheet(PurePath(name).stem, without_end(rows))


def encoding_of(name: str, data: bytes) -> str:
    """The name of the encoding, as Python has it. Raises `Unreadable` where two read the text in two ways, each as likely."""
    for mark, found in MARKS:
        if data.startswith(mark):
            return found
    if _is_wide(data):
        return "utf-16-le" if data[1:4000:2].count(0) > data[:4000:2].count(0) else "utf-16-be"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return _older(name, b"\n".join(line for line in data.split(b"\n") if not _is_utf8(line)))


def _is_wide(data: bytes) -> bool:
    """Whether a text has two bytes for each letter, so that nearly every other is a zero; a few are but rubbish."""
    return any(data.startswith(mark) for mark, found in MARKS[1:]) or data[:4000].count(0) * 4 > len(data[:4000])


def _is_utf8(line: bytes) -> bool:
    try:
        return bool(line.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _older(name: str, data: bytes) -> str:
    """Windows or Macintosh: by which of the two makes more of usual signs, else by the line ends, else by letters."""
    high = Counter(byte for byte in data if byte > 127)
    windows, macintosh = _likely(high, WINDOWS), _likely(high, MACINTOSH)
    if windows[0] != macintosh[0]:
        return WINDOWS if windows[0] > macintosh[0] else MACINTOSH
    if b"\n" not in data and b"\r" in data:  # only old Macintosh programs end a line so
        return MACINTOSH
    same = all(bytes([byte]).decode(WINDOWS, "replace") == bytes([byte]).decode(MACINTOSH) for byte in high)
    if windows[1] != macintosh[1] or same:
        return WINDOWS if same or windows[1] > macintosh[1] else MACINTOSH
    raise Unreadable(finding("IMPORT", "encoding", name, 1))


def _likely(high: Counter, encoding: str) -> tuple[int, int]:
    """How many of the bytes above 127 are usual signs, and usual letters. One that the encoding has not speaks against it."""
    signs = letters = 0
    for byte, count in high.items():
        sign = bytes([byte]).decode(encoding, "replace")
        signs += count if sign in _SIGNS else -1000 * count if sign == "\ufffd" else 0
        letters += count if sign in _LETTERS else 0
    return signs, letters


def _decoded(name: str, data: bytes, encoding: str) -> str:
    """The text. Of files that were put together of several, each line is read as it was written: what is right UTF-8, with
    letters beyond ASCII, is hardly anything else."""
    try:
        if encoding not in (WINDOWS, MACINTOSH):
            return data.decode(encoding)
        lines = data.split(b"\n")
        return "\n".join(line.decode("utf-8" if _is_utf8(line) else encoding) for line in lines)
    except (UnicodeDecodeError, LookupError):
        raise Unreadable(finding("IMPORT", "encoding", name, 1)) from None


def between(text: str) -> str:
    """What stands between the cells: that which most rows have equally often; a comma where there is but one column.

    A sign that makes quotation marks stand within cells is none, unless every sign does."""
    return _between(text, strict=True) or _between(text, strict=False) or ","


def _between(text: str, strict: bool) -> str:
    best, sign = 0.0, ""
    for candidate in BETWEEN:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=candidate, strict=strict)
        try:
            widths = Counter(len(row) for row in islice(rows, LOOKED_AT) if any(row))
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
        score = width * count / max(1, sum(widths.values()))
        if width > 1 and score > max(best, 1.0):
            best, sign = score, candidate
    return sign
