"""Reads a file that is to be imported, and tells which of the forms that we know it has."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath

from daylight.findings import finding
from daylight.intake import giving360, grid
from daylight.intake.cells import Sheet, Unreadable
from daylight.intake.flat import flat, load
from daylight.intake.headings import is_heading, plain
from daylight.intake.tables import Found, find
from daylight.schema import Schema

GRANTS, PROCESSES, TABLES = "360Giving", "OCDS", "tables"


@dataclass(frozen=True)
class Source:
    """A file: its form (GRANTS, PROCESSES or TABLES), its sheets, what was found on each of them, and for 360Giving the fields
    of the standard by column of each sheet that holds grants. `releases` are those of OCDS as they stand in the JSON."""

    name: str
    form: str
    sheets: Sequence[Sheet]
    found: Mapping[str, Found] = field(default_factory=dict)
    paths: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    releases: Sequence[dict] = ()


def source(
    schemas: Mapping[str, Schema], name: str, data: bytes, encoding: str = "", headings: Collection[str] = ()
) -> Source:
    """What a file holds. `headings` are such as mappings name, beside those that we know. Raises `Unreadable`."""
    if PurePath(name).suffix.lower() == ".json" or data.lstrip()[:1] in (b"{", b"["):
        return _json(name, data)
    sheets = grid.read(name, data, encoding)
    more = {plain(heading) for heading in headings} - {""}
    known = cache(lambda text: plain(text) in more or is_heading(schemas, text))
    found = {sheet.name: find(sheet, known) for sheet in sheets}
    paths = {}
    for sheet in sheets:
        first = {c: cell.text for c, cell in enumerate(sheet.rows[0]) if cell.text} if sheet.rows else {}
        if giving360.is_giving(giving360.columns(first).values()):
            paths[sheet.name] = giving360.columns(first)
    return Source(name, GRANTS if paths else TABLES, sheets, found, paths)


def _json(name: str, data: bytes) -> Source:
    try:
        held = load(data)
    except (ValueError, RecursionError):
        raise Unreadable(finding("IMPORT", "broken-json", name, 1)) from None
    if isinstance(held, dict):
        for member, form in (("grants", GRANTS), ("releases", PROCESSES), ("records", PROCESSES)):
            rows = held.get(member)
            if isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows):
                return _flat(name, form, member, rows, {n: v for n, v in held.items() if n != member})
    raise Unreadable(finding("IMPORT", "not-a-standard", name, 1))


def _flat(name: str, form: str, member: str, rows: list[dict], rest: dict) -> Source:
    made = flat(member, rows, rest)
    headings = {c: cell.text for c, cell in enumerate(made.rows.rows[0])}
    paths = giving360.columns(headings) if form == GRANTS else headings
    sheets = [made.rows, *([made.rest] if made.rest.rows else [])]
    return Source(name, form, sheets, {}, {member: paths}, rows if form == PROCESSES else ())
