"""Reads a file that is to be imported, and tells which of the forms that we know it has."""

from codecs import BOM_UTF8
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath

from daylight.intake import giving360, grid
from daylight.intake.cells import Sheet
from daylight.intake.flat import flat
from daylight.intake.headings import is_heading, plain
from daylight.intake.merging import merge
from daylight.intake.packages import GRANTS, PROCESSES, package
from daylight.intake.tables import Found, find
from daylight.schema import Schema

TABLES = "tables"


@dataclass(frozen=True)
class Source:
    """A file: its form (GRANTS, PROCESSES or TABLES), its sheets, what was found on each of them, and for the standards the
    fields by column of each sheet that holds grants or releases, with the row of its headings from 0. `releases` are those of
    OCDS, each completed by the older ones of its process, which `older` leads to it by their numbers from 0."""

    name: str
    form: str
    sheets: Sequence[Sheet]
    found: Mapping[str, Found] = field(default_factory=dict)
    paths: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    tops: Mapping[str, int] = field(default_factory=dict)
    releases: Sequence[dict] = ()
    older: Mapping[int, int] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether it has no rows that people see, as JSON has none, so that what it lists is counted."""
        return not self.found


def source(
    schemas: Mapping[str, Schema], name: str, data: bytes, encoding: str = "", headings: Collection[str] = ()
) -> Source:
    """What a file holds. `headings` are such as mappings name, beside those that we know. Raises `Unreadable`."""
    begins = data.removeprefix(BOM_UTF8).lstrip()[:1]
    if PurePath(name).suffix.lower() in (".json", ".jsonl", ".ndjson") or begins in (b"{", b"["):
        return _json(name, data)
    sheets = grid.read(name, data, encoding)
    more = {plain(heading) for heading in headings} - {""}
    known = cache(lambda text: plain(text) in more or is_heading(schemas, text))
    found = {sheet.name: find(sheet, known) for sheet in sheets}
    tops = {sheet.name: top for sheet in sheets if (top := giving360.headings(sheet)) >= 0}
    paths = {sheet.name: _paths(sheet, tops[sheet.name]) for sheet in sheets if sheet.name in tops}
    return Source(name, GRANTS if paths else TABLES, sheets, found, paths, tops)


def _paths(sheet: Sheet, top: int) -> dict[int, str]:
    return giving360.columns({c: cell.text for c, cell in enumerate(sheet.rows[top]) if cell.text})


def _json(name: str, data: bytes) -> Source:
    read = package(name, data)
    older = merge(read.rows) if read.member == "releases" else {}
    made = flat(read.member, read.rows, read.rest)
    sheets = [made.rows, *([made.rest] if made.rest.rows else [])]
    if read.form == GRANTS:
        return Source(name, GRANTS, sheets, {}, {read.member: _paths(made.rows, 0)}, {read.member: 0})
    paths = {c: cell.text for c, cell in enumerate(made.rows.rows[0])}
    return Source(name, PROCESSES, sheets, {}, {read.member: paths}, {read.member: 0}, read.rows, older)
