"""Reads the folder data/ of an office into a `Site`, and finds what is wrong with the form of each file.

Two steps: `read` makes a `Part` of each file, on all cores; `assemble` links all parts. So after a change only the changed
file is read again.
"""

import os
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from daylight.findings import Finding, close, finding, words
from daylight.history import Past
from daylight.read import Loose, Part, read_file
from daylight.record import Record
from daylight.releases import FOLDER, Release
from daylight.schema import Schema
from daylight.site import Site
from daylight.workers import split, spread

LOOKED_UP = 50  # for so many keys that lead nowhere it is found out which were meant
PARALLEL = 400  # from so many files on, more than one process reads them


def load(
    office: Path, schemas: dict[str, Schema], today: str, past: Past | None = None, releases: tuple[Release, ...] = ()
) -> tuple[Site, list[Finding]]:
    """Everything in `office`/data as a site, and what is wrong with the form of the files.

    `today` is an ISO day; `past` is what git knows of the files. Mistakes are findings, never exceptions.
    """
    return assemble(schemas, read(office, schemas, files(office)), today, past, releases)


def files(office: Path) -> list[str]:
    """The files of records by their paths below the office, sorted; no hidden ones, no descriptions, and no releases."""
    found = []
    for folder, below, names in os.walk(office / "data"):
        here = Path(folder).relative_to(office).as_posix()
        below[:] = (name for name in below if not name.startswith(".") and f"{here}/{name}" != FOLDER)
        found += (f"{here}/{name}" for name in names if not name.startswith(".") and name != "datapackage.json")
    return sorted(found)


def is_record(path: Path) -> bool:
    """Whether a file at a path below the office is read."""
    if path.parts[0] != "data" or path.as_posix().startswith(f"{FOLDER}/"):
        return False
    return path.name != "datapackage.json" and not any(p.startswith(".") for p in path.parts)


def read(office: Path, schemas: dict[str, Schema], paths: Sequence[str]) -> dict[str, Part]:
    """The part of each of some files, by path."""

    def some(paths: Sequence[str]) -> list[Part]:
        return [read_file(office, schemas, path) for path in paths]

    made = spread(some, split(paths, PARALLEL))
    return dict(zip(paths, (part for few in made for part in few), strict=True))


def assemble(
    schemas: dict[str, Schema],
    parts: Mapping[str, Part],
    today: str,
    past: Past | None = None,
    releases: tuple[Release, ...] = (),
    address: str = "",
) -> tuple[Site, list[Finding]]:
    """The linked site of all parts, and everything wrong with their form. The parts themselves stay as they are."""
    found = [f for part in parts.values() for f in part.findings]
    if "data/publisher.yml" not in parts:
        found.append(finding("FILE", "missing", "data/publisher.yml", 1, place="data/publisher.yml"))
    records: dict[str, dict[str, Record]] = {n: {} for n, s in schemas.items() if not s.parent}
    parts, again = dict(sorted(parts.items())), set()
    for part in parts.values():
        for record in part.records:
            earlier = records[record.kind].setdefault(record.key, record)
            if earlier is not record:
                facts = {"field": "key", "value": record.key, "other": f"{earlier.path}:{earlier.line}"}
                found.append(finding("CONSTRAINT", "unique", record.path, record.line_of("key"), **facts))
                again |= {(record.kind, "")} if earlier.path == record.path else set()  # it was to have another key
    unread = frozenset(at for part in parts.values() for at in part.unread) | again
    found += _join(records, unread, (row for part in parts.values() for row in part.loose))
    linked = {kind: dict(sorted(of.items())) for kind, of in records.items()}
    site = Site(schemas, linked, today, past or Past(), releases, address, unread)
    return site, found


def _join(records: dict[str, dict[str, Record]], unread: Container[tuple[str, str]], rows: Iterable[Loose]) -> list[Finding]:
    """Gives rows of child tables in CSV to their records; one without a record is a finding."""
    found, joined, lost = [], {}, {}
    for kind, key, name, row in rows:
        if key in records[kind]:
            joined.setdefault((kind, key), {}).setdefault(name, []).append(row)
        elif (kind, "") not in unread and (kind, key) not in unread:
            facts = {"field": words(kind), "value": key, "kind": words(kind)}
            if key not in lost:
                lost[key] = close(key, records[kind]) if len(lost) < LOOKED_UP else ""
            found.append(finding("REF-01", "missing", row.path, row.line, lost[key], **facts))
    for (kind, key), lists in joined.items():
        record = records[kind][key]
        children = record.children | {name: [*record.rows(name), *more] for name, more in lists.items()}
        records[kind][key] = replace(record, children=children, kept={})
    return found
