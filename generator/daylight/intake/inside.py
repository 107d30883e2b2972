"""What the file of a spreadsheet tells beside the values of its cells: what is hidden or merged, and what shows an error."""

import posixpath
import re
import zipfile
from typing import NamedTuple
from xml.etree.ElementTree import fromstring, iterparse

from daylight.intake.cells import Area

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_CELL = re.compile(  # one that shows an error, or whose formula was never worked out
    rb"""<(?:\w+:)?c\b(?=[^>]*\br=["']([A-Z]+)(\d+)["'])(?:(?=[^>]*\bt=["']e["'])[^>]*>.*?<(?:\w+:)?v>([^<]*)<|"""
    rb"""[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>)""",
    re.DOTALL,
)
NOT_WORKED_OUT = "#FORMULA"  # what we call a formula without a result, such as a program that is no spreadsheet writes
MOST = 1_100_000  # rows of a sheet; a repeated blank row at the end says that it goes on for ever


class Inside(NamedTuple):
    """Of one sheet, with rows and columns from 0."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[tuple[int, int], str] = {}  # noqa: RUF012  nobody adds to it
    merged: tuple[Area, ...] = ()


def xlsx(archive: zipfile.ZipFile) -> dict[str, Inside]:
    """Of each sheet of an .xlsx, by its name."""
    there = {posixpath.normpath(name.lstrip("/")): name for name in archive.namelist()}
    root = fromstring(archive.read(there["_rels/.rels"]))  # noqa: S314  expat refuses what would swell
    book = next(r.get("Target").lstrip("/") for r in root if r.get("Type").endswith("/officeDocument"))
    folder, file = posixpath.split(book)
    relations = fromstring(archive.read(there[f"{folder}/_rels/{file}.rels".lstrip("/")]))  # noqa: S314
    targets = {r.get("Id"): posixpath.normpath(posixpath.join("/" + folder, r.get("Target"))).lstrip("/") for r in relations}
    found = {}
    for sheet in fromstring(archive.read(there[book])).iter():  # noqa: S314
        if sheet.tag.endswith("}sheet"):
            identifier = next(value for name, value in sheet.attrib.items() if name == _RELATION or name.endswith("}id"))
            found[sheet.get("name")] = _sheet(archive.read(there[targets[identifier]]))
    return found


def _sheet(data: bytes) -> Inside:
    begin = re.search(rb"<(?:\w+:)?sheetData", data)
    head = data[: begin.start()] if begin else data
    columns: set[int] = set()
    for tag in re.findall(rb"<(?:\w+:)?col\b[^>]*>", head):
        if _HIDDEN.search(tag):
            first, last = (int(re.search(rb"""\b%s=["'](\d+)""" % name, tag)[1]) for name in (b"min", b"max"))
            columns.update(range(first - 1, last))
    tags = re.findall(rb"<(?:\w+:)?row\b[^>]*>", data)
    rows = {int(number[1]) - 1 for tag in tags if _HIDDEN.search(tag) and (number := re.search(rb"""\br=["'](\d+)""", tag))}
    errors = {}
    if b'"e"' in data or b"'e'" in data or b"<f" in data or b":f" in data:
        for letters, number, shown in _CELL.findall(data):
            errors[int(number) - 1, _column(letters.decode())] = shown.decode() or NOT_WORKED_OUT
    return Inside(frozenset(rows), frozenset(columns), errors)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def ods(archive: zipfile.ZipFile) -> dict[str, Inside]:
    """Of each sheet of an .ods, by its name."""
    found: dict[str, Inside] = {}
    with archive.open("content.xml") as file:
        for _event, table in iterparse(file):  # noqa: S314
            if table.tag == f"{_TABLE}table":
                found[table.get(f"{_TABLE}name")] = _table(table)
                table.clear()
    return found


def _table(table) -> Inside:
    rows, columns, errors, merged = set(), set(), {}, []
    at = 0
    for column in table.iter(f"{_TABLE}table-column"):
        repeated = int(column.get(f"{_TABLE}number-columns-repeated", 1))
        if column.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            columns.update(range(at, min(at + repeated, 16384)))
        at += repeated
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", 1))
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            rows.update(range(number, min(number + repeated, MOST)))
        place = 0
        for cell in row:
            down, across = (int(cell.get(f"{_TABLE}number-{of}-spanned", 1)) for of in ("rows", "columns"))
            if down > 1 or across > 1:
                merged.append((number, number + down - 1, place, place + across - 1))
            text = "".join(cell.itertext())
            if cell.get(f"{_CALC}value-type") == "error" or (cell.get(f"{_TABLE}formula") and text.startswith("#")):
                errors[number, place] = text
            place += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        number += repeated
    return Inside(frozenset(rows), frozenset(columns), errors, tuple(merged))
