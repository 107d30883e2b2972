"""Imports a file: reads it, makes drafts of its rows, judges them, and gives the account. Nothing is written here."""

from pathlib import Path

from daylight.findings import Finding
from daylight.intake import granted, mapping, processes, tabular
from daylight.intake.cells import Unreadable
from daylight.intake.links import Links
from daylight.intake.mapping import ColumnMap
from daylight.intake.outcome import Import, Wanted
from daylight.intake.packages import GRANTS, PROCESSES
from daylight.intake.source import TABLES, source
from daylight.intake.tabular import kept_mappings
from daylight.load import load
from daylight.schema import load_schemas

__all__ = ["Import", "Wanted", "run"]


def run(office: Path, name: str, data: bytes, today: str, wanted: Wanted) -> Import:
    """What importing a file of this name into an office would do, on an ISO day."""
    schemas = load_schemas()
    given, found, kept = _mapping(office, schemas, name, data, wanted)
    if given is None and found:
        return Import(None, findings=found)
    try:
        all_kept = {path: made for path, (made, _wrong) in kept_mappings(office, schemas).items() if made}
        headings = [heading for made in ([given] if given else all_kept.values()) for heading in made.columns]
        named = given or all_kept.get(mapping.place(office, name))  # wrong letters may hide the headings of any other
        read = source(schemas, name, data, named.encoding if named else "", headings)
    except Unreadable as e:
        return Import(None, findings=[e.finding])
    wrong = mapping.unknown(schemas, "award", wanted.constants, name) if read.form != TABLES else []
    if wrong:
        return Import(read, findings=wrong)
    site, _ = load(office, schemas, today)
    links = Links(site)
    if read.form == GRANTS:
        return granted.imported(office, schemas, read, links, today, wanted)
    if read.form == PROCESSES:
        return processes.imported(office, schemas, read, links, today, wanted)
    return tabular.imported(office, schemas, read, site, today, wanted, given, kept, found)


def _mapping(
    office: Path, schemas, name: str, data: bytes, wanted: Wanted
) -> tuple[ColumnMap | None, list[Finding], Path | None]:
    """The mapping that somebody names, and what is wrong with it."""
    if wanted.mapping is None:
        return None, [], None
    path = wanted.mapping
    found, wrong = mapping.read(path.name, path.read_text("utf-8", "replace"), schemas)
    return (None, wrong, path) if wrong else (found, [], path)
