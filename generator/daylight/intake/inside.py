"""What an .xlsx tells beside the values of its cells: what is hidden or merged, and what cells show that is no value."""

import html
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import fromstring

from daylight.intake.cells import Area, letters
from daylight.intake.formats import BUILT_IN, shows

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_FILLED = re.compile(rb"""<(?:\w+:)?c\b[^>]*\br=["']([A-Z]+)(\d+)["'][^>]*(?<!/)>""")
_FORMAT = re.compile(r"""<(?:\w+:)?numFmt\b(?=[^>]*\bnumFmtId=["'](\d+)["'])[^>]*\bformatCode=(?:"([^"]*)"|'([^']*)')""")
_CELL = re.compile(  # one that shows an error, or whose formula was never worked out; one of t="str" comes to an empty text
    rb"""<(?:\w+:)?c\b(?![^>]*\bt=["']str["'])(?=[^>]*\br=["']([A-Z]+)(\d+)["'])(?:(?=[^>]*\bt=["']e["'])[^>]*>.*?<(?:\w+:)?v>([^<]*)<|"""
    rb"""[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>)""",
    re.DOTALL,
)
NOT_WORKED_OUT = "#FORMULA"  # what we call a formula without a result, such as a program that is no spreadsheet writes
LARGEST = 20_000_000  # cells that are read at once; of more than that, hardly filled, one stands there by mistake


class Inside(NamedTuple):
    """Of one sheet, with rows and columns from 0. `shown` is what the format of a cell says, as `formats.shows` has it; `far`
    is the cell, like "XFD9", up to which a sheet would go on with nearly nothing in it, or ''."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[tuple[int, int], str] = {}  # noqa: RUF012  nobody adds to it
    merged: tuple[Area, ...] = ()
    shown: Mapping[tuple[int, int], str] = {}
    far: str = ""


def xlsx(archive: zipfile.ZipFile) -> dict[str, Inside]:
    """Of each sheet of an .xlsx, by its name."""
    there = {posixpath.normpath(name.lstrip("/")): name for name in archive.namelist()}
    root = fromstring(archive.read(there["_rels/.rels"]))  # noqa: S314  expat refuses what would swell
    book = next(r.get("Target").lstrip("/") for r in root if r.get("Type").endswith("/officeDocument"))
    folder, file = posixpath.split(book)
    relations = fromstring(archive.read(there[f"{folder}/_rels/{file}.rels".lstrip("/")]))  # noqa: S314
    targets = {r.get("Id"): posixpath.normpath(posixpath.join("/" + folder, r.get("Target"))).lstrip("/") for r in relations}
    formats = _formats(archive.read(there[name]).decode("utf-8")) if (name := f"{folder}/styles.xml") in there else {}
    found = {}
    for sheet in fromstring(archive.read(there[book])).iter():  # noqa: S314
        if sheet.tag.endswith("}sheet"):
            identifier = next(value for name, value in sheet.attrib.items() if name == _RELATION or name.endswith("}id"))
            found[sheet.get("name")] = _sheet(archive.read(there[targets[identifier]]), formats)
    return found


def _formats(styles: str) -> dict[int, str]:
    """Of the styles that cells can have, by number, what the format says beside the value, where it says anything."""
    codes = BUILT_IN | {int(number): html.unescape(one or two) for number, one, two in _FORMAT.findall(styles)}
    of_cells = re.search(r"<(?:\w+:)?cellXfs\b(.*?)</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    used = re.findall(r"""<(?:\w+:)?xf\b[^>]*?\bnumFmtId=["'](\d+)""", of_cells[1]) if of_cells else []
    return {n: what for n, number in enumerate(used) if (what := shows(codes.get(int(number), "")))}


def _shown(data: bytes, formats: Mapping[int, str]) -> dict[tuple[int, int], str]:
    """What the formats of the cells of a sheet say, by row and column."""
    if not formats:
        return {}
    which = "|".join(map(str, formats)).encode()
    found = re.findall(rb"""<(?:\w+:)?c\b(?=[^>]*\br=["']([A-Z]+)(\d+)["'])(?=[^>]*\bs=["'](%s)["'])""" % which, data)
    return {(int(row) - 1, _column(column.decode())): formats[int(style)] for column, row, style in found}


def far(filled: Sequence[tuple[int, int]]) -> str:
    """The cell at which a sheet ends, where nearly nothing stands before it, by the rows and columns of its filled cells."""
    rows, columns = (max((place[n] for place in filled), default=0) + 1 for n in (0, 1))
    if rows * columns <= LARGEST or len(filled) * 100 > rows * columns:
        return ""
    row, column = max(filled, key=lambda place: place[1] * rows + place[0] * columns)
    return f"{letters(column)}{row + 1}"


def _sheet(data: bytes, formats: Mapping[int, str]) -> Inside:
    begin = re.search(rb"<(?:\w+:)?sheetData", data)
    head = data[: begin.start()] if begin else data
    columns: set[int] = set()
    for tag in re.findall(rb"<(?:\w+:)?col\b[^>]*>", head):
        if _HIDDEN.search(tag):
            first, last = (int(re.search(rb"""\b%s=["'](\d+)""" % name, tag)[1]) for name in (b"min", b"max"))
            columns.update(range(first - 1, last))
    tags = re.findall(rb"<(?:\w+:)?row\b[^>]*>", data)
    rows = {int(number[1]) - 1 for tag in tags if _HIDDEN.search(tag) and (number := re.search(rb"""\br=["'](\d+)""", tag))}
    filled: list[tuple[int, int]] = []
    if len(tags) > 1 and (last := re.search(rb"""\br=["'](\d+)""", tags[-1])) and int(last[1]) > LARGEST // 16384:
        filled = [(int(number) - 1, _column(column.decode())) for column, number in _FILLED.findall(data)]
    errors = {}
    if b'"e"' in data or b"'e'" in data or b"<f" in data or b":f" in data:
        for letters, number, shown in _CELL.findall(data):
            errors[int(number) - 1, _column(letters.decode())] = shown.decode() or NOT_WORKED_OUT
    return Inside(frozenset(rows), frozenset(columns), errors, (), _shown(data, formats), far(filled))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
