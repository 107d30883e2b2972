"""Reads CSV tables, one record or row of a list in each of their rows."""

import csv
import io
import re

from daylight.findings import Finding, finding
from daylight.sources.entry import Entry, Unreadable, decoded


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
                findings.append(finding("FILE", "csv-cells", path, line, **facts))
                continue
            cells = (cell.strip().replace("\r\n", "\n") for cell in row)
            texts = {name: text for name, text in zip(header, cells, strict=False) if text}
            entries.append(Entry(line, texts, dict.fromkeys(header, line)))
    except Unreadable as e:
        findings.append(finding("FILE", e.name, path, e.line, **e.facts))
    except csv.Error as e:
        findings.append(finding("FILE", "csv-quotes", path, start, problem=str(e)))
    return entries, findings


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
