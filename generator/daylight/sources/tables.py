"""Reads CSV tables, one record or row of a list in each of their rows."""

import csv
import io
import re
from itertools import pairwise

from daylight.findings import Finding, finding
from daylight.sources.entry import Entry, Unreadable, decoded

_THOUSANDS = re.compile(r"£\d{1,3}")
_REST = re.compile(r"\d{3}(?:\.\d\d)?")


def read_csv(path: str, data: bytes) -> tuple[list[Entry], list[Finding]]:
    """An entry for each row of a CSV table with a header row, and what is wrong with its form. Blank rows hold nothing."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    start = 1
    try:
        reader = csv.reader(io.StringIO(decoded(data), newline=""), strict=True)
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(header)
        start = reader.line_num + 1
        for row in reader:
            line, start = start, reader.line_num + 1
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(header):
                facts = {"expected": len(header), "found": len(row)}
                row, fix = _joined(row, len(header))
                findings.append(finding("FILE", "csv-cells", path, line, fix, **facts))
                if not row:
                    continue
            cells = (cell.strip().replace("\r\n", "\n") for cell in row)
            texts = {name: text for name, text in zip(header, cells, strict=False) if text}
            entries.append(Entry(line, texts, dict.fromkeys(header, line)))
    except Unreadable as e:
        findings.append(finding("FILE", e.name, path, e.line, **e.facts))
    except csv.Error as e:
        findings.append(finding("FILE", "csv-quotes", path, start, problem=str(e)))
    return entries, findings


def _joined(row: list[str], most: int) -> tuple[list[str], str]:
    """A row with more cells than it may have, with those put together again that surely were one text with commas, and that
    text as it must stand; no cells where nobody can say which. A comma within a text has a space after it, one within an
    amount three digits."""
    cells, last = row[:1], ""
    for before, cell in pairwise(row):
        if cell[:1] == " " and cell.strip():
            cells[-1] = last = f"{cells[-1]},{cell}"
        elif _THOUSANDS.fullmatch(before) and _REST.fullmatch(cell):
            cells[-1] = last = f"{cells[-1].removeprefix('£')}{cell}"
        else:
            cells.append(cell)
    fix = f'"{last}"' if "," in last else last
    fix = fix if sum(cell not in row for cell in cells) == 1 and '"' not in last else ""
    return (cells, fix) if len(cells) == most else ([], "")


def _check_header(header: list[str]) -> None:
    if not header:
        raise Unreadable(1, "empty")
    if re.match("sep=", header[0], re.I):
        raise Unreadable(1, "csv-sep")
    if len(header) == 1 and (found := re.search("[;\t|]", header[0])):
        raise Unreadable(1, "csv-commas", mark={"\t": "a tab", ";": "a semicolon"}.get(found[0], "a bar"))
    if len(header) > 1 and not any(header[1:]):
        raise Unreadable(1, "csv-title", example="key,title,source")
    for column, name in enumerate(header, 1):
        if not name:
            raise Unreadable(1, "csv-header", column=str(column))
        if name in header[: column - 1]:
            raise Unreadable(1, "csv-duplicate", field=name)
