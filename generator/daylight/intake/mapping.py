"""How the columns of a spreadsheet become records: a small file at imports/ that a person can read and change.

The next spreadsheet with such headings is known again by them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from daylight.findings import Finding, close, finding
from daylight.intake.headings import YEARLY, names, plain, year
from daylight.intake.keys import slug
from daylight.schema import Schema

FOLDER = "imports"
NOT_TAKEN, ASKED = "not taken", "?"
ORDERS = ("day first", "month first")
ABOUT = """\
# How "daylight import" reads spreadsheets with these headings. Change what is wrong, and import again.
# columns: the field for each heading, or "not taken". multiply: 1000 for amounts in thousands.
# dates: "day first" or "month first". constants: what every record says, such as the source, the address where this is
# published; {Heading} stands for what the row says there. only: the rows to take, like Status: [Approved].
# A column headed by a financial year, like 2023/24, can be yearly_amounts: what the award comes to in that year.
# same_rows: each, where rows that are wholly the same are different records. hidden: take, where hidden rows, columns and
# sheets are taken too. encoding: such as cp1252, where letters come out wrong.
"""
_FOR_ORGANISATIONS = re.compile(r"(\w+)\.(\w+)")


@dataclass
class ColumnMap:
    """A mapping: `columns` gives the field, or NOT_TAKEN or ASKED, by heading; what a heading does not name is not decided."""

    kind: str
    columns: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    multiply: dict[str, int] = field(default_factory=dict)
    only: dict[str, list[str]] = field(default_factory=dict)
    same_rows: str = "once"
    hidden: str = "leave"
    encoding: str = ""

    def of(self, heading: str) -> str:
        """What is decided of a heading, which may have drifted in its signs and years; '' where nothing is."""
        return self.columns.get(heading) or _by_plain(self.columns, heading, "")

    def order(self, heading: str) -> str:
        return self.dates.get(heading) or _by_plain(self.dates, heading, "")

    def unit(self, heading: str) -> int:
        return self.multiply.get(heading) or _by_plain(self.multiply, heading, 1)


def _by_plain(of: Mapping, heading: str, otherwise):
    wanted = plain(heading)
    return next((value for name, value in of.items() if plain(name) == wanted and wanted), otherwise)


def text(mapping: ColumnMap) -> str:
    """The mapping as a file."""
    said = {"kind": mapping.kind, "columns": mapping.columns, "constants": mapping.constants, "dates": mapping.dates}
    said |= {"multiply": mapping.multiply, "only": mapping.only}
    said |= {"same_rows": mapping.same_rows, "hidden": mapping.hidden, "encoding": mapping.encoding}
    usual = ColumnMap("")
    kept = {name: value for name, value in said.items() if value and value != getattr(usual, name)}
    return ABOUT + yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000)


def read(path: str, data: str, schemas: Mapping[str, Schema]) -> tuple[ColumnMap | None, list[Finding]]:
    """The mapping in a file, and what is wrong with it; None where it cannot be used at all."""
    try:
        said = yaml.load(data, yaml.CBaseLoader)  # noqa: S506  it makes nothing but texts
    except yaml.YAMLError:
        said = None
    if not isinstance(said, dict) or said.get("kind") not in names():
        return None, [finding("IMPORT", "mapping", path, 1, values=", ".join(names()))]
    try:
        mapping = _made(said)
    except (AttributeError, TypeError, ValueError):
        return None, [finding("IMPORT", "mapping", path, 1, values=", ".join(names()))]
    named = [name for name in (*mapping.columns.values(), *mapping.constants) if name not in (NOT_TAKEN, ASKED)]
    wrong = unknown(schemas, mapping.kind, named, path)
    for heading, value in mapping.dates.items():
        if value not in ORDERS:
            wrong.append(finding("IMPORT", "mapping-dates", path, 1, column=heading))
    for heading, value in mapping.columns.items():
        if value == YEARLY and not year(heading):
            wrong.append(finding("IMPORT", "mapping-year", path, 1, column=heading))
    return mapping, wrong


def unknown(schemas: Mapping[str, Schema], kind: str, names: Iterable[str], path: str) -> list[Finding]:
    """What is wrong with names that are to be fields of a kind: those that are none."""
    fields = [f.name for f in schemas[kind].fields if not f.derived]
    wrong = (name for name in names if not is_field(schemas, kind, name))
    return [finding("IMPORT", "mapping-field", path, 1, close(name, fields), value=name, kind=kind) for name in wrong]


def _made(said: dict) -> ColumnMap:
    groups = {name: dict(said.get(name) or {}) for name in ("columns", "constants", "dates", "multiply", "only")}
    groups["multiply"] = {heading: int(by) for heading, by in groups["multiply"].items()}
    groups["only"] = {h: [v] if isinstance(v, str) else list(v) for h, v in groups["only"].items()}
    rest = {name: said[name] for name in ("same_rows", "hidden", "encoding") if said.get(name)}
    return ColumnMap(said["kind"], **groups, **rest)


def is_field(schemas: Mapping[str, Schema], kind: str, name: str) -> bool:
    """Whether a column can become this field: one of the kind, or one of an organisation that it names, like
    `recipient.charity_number`."""
    schema = schemas[kind]
    if found := _FOR_ORGANISATIONS.fullmatch(name):
        own, other = schema.by_name.get(found[1]), schemas["organisation"].by_name.get(found[2])
        return bool(own and own.refers == "organisation" and other and not other.derived)
    return (
        (name in schema.by_name and not schema.by_name[name].derived)
        or name == "conditions"
        or (name == YEARLY and kind == "award")
    )


def files(office: Path) -> list[Path]:
    """The mappings that an office keeps."""
    return sorted((office / FOLDER).glob("*.yml"))


def known(mappings: Iterable[tuple[str, ColumnMap]], headings: Iterable[str]) -> str:
    """The name of the mapping that knows most of some headings, at least three in five; '' where none does."""
    wanted = {plain(heading) for heading in headings}
    shares = [(len(wanted & {plain(h) for h in mapping.columns}) / max(1, len(wanted)), name) for name, mapping in mappings]
    best = max((share for share, _ in shares), default=0)
    return min(name for share, name in shares if share == best) if best >= 0.6 else ""


def place(office: Path, name: str) -> Path:
    """Where the mapping for a spreadsheet of this name is kept."""
    return office / FOLDER / f"{slug(Path(name).stem) or 'spreadsheet'}.yml"
