"""Makes awards of the sheets of a 360Giving file, and says of every other row and sheet why it is none."""

from collections.abc import Mapping
from pathlib import Path

from daylight.intake import days, giving360
from daylight.intake.account import MoneyColumn, account
from daylight.intake.cells import NOTHING, Sheet
from daylight.intake.finishing import Finishing
from daylight.intake.grants import Grants
from daylight.intake.judged import judge
from daylight.intake.links import Links
from daylight.intake.outcome import Import, Wanted
from daylight.intake.said import Said
from daylight.intake.source import Source
from daylight.intake.tables import ABOVE
from daylight.intake.tabular import ABOUT, HEADINGS, HIDDEN, left
from daylight.intake.taken import WHOLE, Taken
from daylight.schema import Schema


def imported(office: Path, schemas: Mapping[str, Schema], read: Source, links: Links, today: str, wanted: Wanted) -> Import:
    """What importing the grants of a file would do."""
    grants = Grants(read.name, schemas, links, wanted.constants)
    rows: list[Taken] = []
    every, money = [], []
    mine = [sheet for sheet in read.sheets if sheet.name in read.paths and not sheet.hidden]
    for sheet in mine:
        _said(grants, read, sheet)  # so that each grant finds the programmes and places that another one brings
    for sheet in read.sheets:
        if sheet not in mine:
            rows += left(sheet, HIDDEN if sheet.hidden else ABOUT if giving360.is_about(sheet) else "", read.name)
            continue
        top = read.tops[sheet.name]
        rows += [Taken(sheet.name, n, skipped=HEADINGS if n == top else ABOVE) for n in range(top + 1) if sheet.rows[n]]
        every += _said(grants, read, sheet)
        money += _money(schemas["award"], sheet, top, read.paths[sheet.name])
    Finishing(read.name, schemas, "award", links, mapped=False, counts=read.counts).finish(every)
    rows += [said.taken for said in every]
    proposal = judge(office, schemas, rows, [*links.parties.drafts(), *grants.shared.drafts.values()], today)
    done = Import(read, rows, proposal, account(read.sheets, rows, money), money=money)
    done.other_funders = sorted(grants.bodies.others)
    return done


def _said(grants: Grants, read: Source, sheet: Sheet) -> list[Said]:
    """What each grant of a sheet says."""
    top, paths = read.tops[sheet.name], read.paths[sheet.name]
    below = sheet.rows[top + 1 :]
    orders = {c: days.order(row[c] if c < len(row) else NOTHING for row in below) for c in paths}
    found = []
    for number, cells in enumerate(below, top + 1):
        if cells:
            found.append(grants.row(sheet.name, number, paths, cells, orders))
            if number in sheet.hidden_rows:
                found[-1].taken.mend(read.name, WHOLE, "hidden-row")
    return found


def _money(award: Schema, sheet: Sheet, top: int, paths: Mapping[int, str]) -> list[MoneyColumn]:
    fields = {column: giving360.PLAIN.get(path, "") for column, path in paths.items()}
    return [
        MoneyColumn(sheet.name, column, top + 1, len(sheet.rows), sheet.rows[top][column].text, name, 1)
        for column, name in fields.items()
        if name and award.by_name[name].unit == "GBP"
    ]
