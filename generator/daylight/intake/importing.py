"""Imports a file: reads it, makes drafts of its rows, judges them, and gives the account. Nothing is written here."""

from pathlib import Path

from daylight.findings import Finding, finding
from daylight.intake import giving360, mapping, tabular
from daylight.intake.account import MoneyColumn, account
from daylight.intake.cells import Unreadable
from daylight.intake.grants import Grants
from daylight.intake.judged import judge
from daylight.intake.links import Links
from daylight.intake.mapping import ColumnMap
from daylight.intake.outcome import Import, Wanted
from daylight.intake.said import Finishing
from daylight.intake.source import GRANTS, PROCESSES, TABLES, Source, source
from daylight.intake.tabular import ABOUT, HEADINGS, HIDDEN, kept_mappings, left
from daylight.intake.taken import WHOLE, Problem, Taken
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
        mappings = [given] if given else [made for made, _wrong in kept_mappings(office, schemas).values() if made]
        headings = [heading for made in mappings for heading in made.columns]
        read = source(schemas, name, data, given.encoding if given else "", headings)
    except Unreadable as e:
        return Import(None, findings=[e.finding])
    wrong = mapping.unknown(schemas, "award", wanted.constants, name) if read.form != TABLES else []
    if wrong:
        return Import(read, findings=wrong)
    site, _ = load(office, schemas, today)
    links = Links(site)
    if read.form == GRANTS:
        return _grants(office, schemas, read, links, today, wanted)
    if read.form == PROCESSES:
        from daylight.intake.processes import imported

        return imported(office, schemas, read, links, today, wanted)
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


def _grants(office: Path, schemas, read: Source, links: Links, today: str, wanted: Wanted) -> Import:
    grants = Grants(read.name, schemas, links, wanted.constants)
    rows: list[Taken] = []
    every, money = [], []
    for sheet in read.sheets:
        paths = read.paths.get(sheet.name)
        if paths is None or sheet.hidden:
            rows += left(sheet, HIDDEN if sheet.hidden else ABOUT if giving360.is_about(sheet) else "", read.name)
            continue
        rows.append(Taken(sheet.name, 0, skipped=HEADINGS))
        for number, cells in enumerate(sheet.rows):
            if number and cells:
                every.append(grants.row(sheet.name, number, paths, cells))
                if number in sheet.hidden_rows:
                    every[-1].taken.problems.append(Problem(WHOLE, finding("IMPORT", "hidden-row", read.name, number + 1)))
        money += [
            MoneyColumn(sheet.name, column, 1, len(sheet.rows), sheet.rows[0][column].text, giving360.PLAIN[path], 1)
            for column, path in paths.items()
            if schemas["award"].by_name.get(giving360.PLAIN.get(path, ""), schemas["award"].by_name["key"]).unit == "GBP"
        ]
    Finishing(read.name, schemas, "award", links).finish(every)
    rows += [said.taken for said in every]
    shared = [*links.parties.drafts(), *grants.shared.values()]
    proposal = judge(office, schemas, rows, shared, today)
    done = Import(read, rows, proposal, account(read.sheets, rows, money), money=money)
    done.other_funders = sorted(grants.others)
    return done
