"""Makes the corrections that findings propose, where what they propose is surely what was meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from daylight.findings import Finding, readable, shown, words
from daylight.fix.form import mended
from daylight.fix.making import is_only, record, table
from daylight.fix.values import Value, values
from daylight.fix.wanted import wanted
from daylight.private import hidden
from daylight.schema import load_schemas, of_file
from daylight.site import Site


class Correction(NamedTuple):
    """A value that is to be another, or with `name` a field that is to have another name: where it stands, and both texts."""

    path: str
    line: int
    field: str
    before: str
    after: str
    name: bool = False

    def text(self) -> str:
        """The correction in one line. What looks private is not repeated."""
        what = "the name of a field" if self.name else f"the {words(self.field)}" if self.field else "what stands here"
        if not self.field and self.before == PurePosixPath(self.path).name:
            what = "the name of the file"
        return f"{readable(self.path)}:{self.line}: {what}: {shown(hidden(self.before))} → {readable(self.after)}"


@dataclass(frozen=True)
class Fixed:
    """The corrections in the order of the files; the new bytes of each file that has one, by its path below the office; the
    new paths of files that are to have another."""

    corrections: tuple[Correction, ...]
    files: Mapping[str, bytes]
    names: Mapping[str, str] = field(default_factory=dict)


def fix(office: Path, found: Iterable[Finding], site: Site | None = None) -> Fixed:
    """What of the things found in an office can surely be corrected. Nothing is written, and all other bytes stay.

    With the `site` a record is known by its name as well as by its key.
    """
    by_path: dict[str, list[Finding]] = {}
    for said in sorted(set(found)):
        if said.fix:
            by_path.setdefault(said.path, []).append(said)
    made, files, names = [], {}, {}
    for path, those in by_path.items():
        if name := _name(office, path, those):
            made.append(Correction(path, 1, "", PurePosixPath(path).name, name))
            names[path] = name
        elif (office / path).is_file():
            corrections, data = _fixed(path, (office / path).read_bytes(), those, site)
            made += corrections
            files |= {path: data} if corrections else {}
    return Fixed(tuple(made), files, names)


def _name(office: Path, path: str, found: list[Finding]) -> str:
    """The path that a file was to have, where none has it yet; '' where its own is right. Such a file is not read at all."""
    for said in found:
        if said.rule == "FILE" and said.line == 1 and said.fix.endswith((".yml", ".csv")):
            new = PurePosixPath(said.fix) if "/" in said.fix else PurePosixPath(path).with_name(said.fix)
            there = (office / new).parent
            taken = {one.name.casefold() for one in there.iterdir() if one != office / path} if there.is_dir() else set()
            return "" if new.name.casefold() in taken else new.as_posix()
    return ""


def _fixed(path: str, data: bytes, found: list[Finding], site: Site | None) -> tuple[list[Correction], bytes]:
    """The corrections of one file, and its new bytes. While it cannot be read, only that is corrected."""
    for said in found:
        if formed := mended(path, data, said):
            before, after, new = formed
            return [Correction(path, said.line, "", before, after)], new
    schemas = load_schemas()
    there, schema = values(schemas, path, data), of_file(schemas, path)
    names, texts = wanted(schemas, schema, there, found, site) if there else ({}, {})
    if not names and not texts:
        return [], data
    new = table(data, names, texts) if path.endswith(".csv") else record(schemas, schema, data, names, texts)
    sure = is_only(there, values(schemas, path, new), names, texts)
    return (_corrections(path, names, texts), new) if sure else ([], data)


def _corrections(path: str, names: Mapping[Value, str], texts: Mapping[Value, str]) -> list[Correction]:
    renamed = {
        Correction(path, 1 if path.endswith(".csv") else value.line, value.field, value.field, name, name=True)
        for value, name in names.items()
    }
    return sorted([*renamed, *(Correction(path, v.line, v.field, v.text, text) for v, text in texts.items())])
