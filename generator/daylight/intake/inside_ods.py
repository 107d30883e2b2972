"""What an .ods tells beside the values of its cells, in the words of `inside`."""

import zipfile
from xml.etree.ElementTree import iterparse

from daylight.intake.formats import SHARE
from daylight.intake.inside import NOT_WORKED_OUT, Inside, far

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
MOST = 1_100_000  # rows of a sheet; a repeated blank row at the end says that it goes on for ever


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
    columns, at = set(), 0
    for column in table.iter(f"{_TABLE}table-column"):
        repeated = int(column.get(f"{_TABLE}number-columns-repeated", 1))
        if _is_hidden(column):
            columns.update(range(at, min(at + repeated, 16384)))
        at += repeated
    rows, errors, shown = set(), {}, {}
    merged, ends = [], []
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", 1))
        if _is_hidden(row):
            rows.update(range(number, min(number + repeated, MOST)))
        place = 0
        for cell in row:
            times = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
            down, across = (int(cell.get(f"{_TABLE}number-{of}-spanned", 1)) for of in ("rows", "columns"))
            if down > 1 or across > 1:
                merged.append((number, number + down - 1, place, place + across - 1))
            error, what, is_blank = _said(cell)
            if error or what:  # one cell stands for all that are like it beside and below it
                like = [(r, c) for r in range(number, number + repeated) for c in range(place, place + times)]
                (errors if error else shown).update(dict.fromkeys(like, error or what))
            ends += [] if is_blank else [(number + repeated - 1, place + times - 1)]
            place += times
        number += repeated
    return Inside(frozenset(rows), frozenset(columns), errors, tuple(merged), shown, far(ends))


def _is_hidden(part) -> bool:
    return part.get(f"{_TABLE}visibility") in ("collapse", "filter")


def _said(cell) -> tuple[str, str, bool]:
    """The error that a cell shows, what its format says beside its value, and whether it is blank."""
    text, kind, is_formula = "".join(cell.itertext()), cell.get(f"{_OFFICE}value-type"), cell.get(f"{_TABLE}formula")
    if cell.get(f"{_CALC}value-type") == "error" or (is_formula and text.startswith("#")):
        return text, "", False
    if is_formula and not kind and not text:
        return NOT_WORKED_OUT, "", False
    return "", SHARE if kind == "percentage" else _currency(cell) if kind == "currency" else "", not (kind or text)


def _currency(cell) -> str:
    """The currency of a cell, where it is not pounds."""
    name = cell.get(f"{_OFFICE}currency", "")
    return "" if name in ("", "GBP", "£") else f"{name} "
