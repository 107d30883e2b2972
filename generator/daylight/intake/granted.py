"""Makes awards of the sheets of a 360Giving file, and says of every other row and sheet why it is none."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

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
from daylight.intake.tabular import ABOUT, ADDS_UP, HEADINGS, HIDDEN, left
from daylight.intake.taken import WHOLE, Taken
from daylight.intake.totals import Total, totals
from daylight.schema import Schema


class Grid(NamedTuple):
    """The rows of a sheet of grants: the numbers of those that hold one, why each other is left out, and the totals."""

    body: list[int]
    left: dict[int, str]
    totals: list[Total]


def imported(office: Path, schemas: Mapping[str, Schema], read: Source, links: Links, today: str, wanted: Wanted) -> Import:
    """What importing the grants of a file would do."""
    grants = Grants(read.name, schemas, links, wanted.constants)
    done = Import(read, money=_money(schemas["award"], read))
    grids = {s.name: _grid(read, s, done.money) for s in read.sheets if s.name in read.paths and not s.hidden}
    for sheet in read.sheets:
        if sheet.name in grids:
            _said(grants, read, sheet, grids[sheet.name])  # each grant finds the programmes that another brings
    rows: list[Taken] = []
    every: list[Said] = []
    for sheet in read.sheets:
        if grid := grids.get(sheet.name):
            rows += [Taken(sheet.name, number, skipped=why) for number, why in grid.left.items()]
            every += _said(grants, read, sheet, grid)
        else:
            rows += left(sheet, HIDDEN if sheet.hidden else ABOUT if giving360.is_about(sheet) else "", read.name)
    Finishing(read.name, schemas, "award", links, mapped=False, counts=read.counts).finish(every)
    done.rows = [*rows, *(said.taken for said in every)]
    done.totals = {name: grid.totals for name, grid in grids.items()}
    done.proposal = judge(office, schemas, done.rows, [*links.parties.drafts(), *grants.shared.drafts.values()], today)
    done.account = account(read.sheets, done.rows, done.money)
    done.other_funders = sorted(grants.bodies.others)
    return done


def _grid(read: Source, sheet: Sheet, money: Sequence[MoneyColumn]) -> Grid:
    """The rows of a sheet. Where its one table begins where the headings of grants stand, totals and notes are no grants."""
    top, tables = read.tops[sheet.name], read.found[sheet.name].tables if sheet.name in read.found else []
    if [table.heading for table in tables] != [top]:
        above = {number: HEADINGS if number == top else ABOVE for number in range(top + 1) if sheet.rows[number]}
        return Grid([number for number in range(top + 1, len(sheet.rows)) if sheet.rows[number]], above, [])
    sums = totals(tables[0], [one.column for one in money if one.sheet == sheet.name], {})
    of = {total.row: ADDS_UP for total in sums}
    return Grid([number for number in tables[0].body if number not in of], read.found[sheet.name].left | of, sums)


def _said(grants: Grants, read: Source, sheet: Sheet, grid: Grid) -> list[Said]:
    """What each grant of a sheet says."""
    paths, rows = read.paths[sheet.name], sheet.rows
    orders = {c: days.order(rows[n][c] if c < len(rows[n]) else NOTHING for n in grid.body) for c in paths}
    found = [grants.row(sheet.name, number, paths, rows[number], orders) for number in grid.body]
    for said in found:
        if said.taken.row in sheet.hidden_rows:
            said.taken.mend(read.name, WHOLE, "hidden-row")
    return found


def _money(award: Schema, read: Source) -> list[MoneyColumn]:
    """The columns of money of each sheet of grants."""
    found = []
    for sheet in (sheet for sheet in read.sheets if sheet.name in read.paths and not sheet.hidden):
        top = read.tops[sheet.name]
        for column, path in read.paths[sheet.name].items():
            if (name := giving360.PLAIN.get(path, "")) and award.by_name[name].unit == "GBP":
                heading = sheet.rows[top][column].text
                found.append(MoneyColumn(sheet.name, column, top + 1, len(sheet.rows), heading, name, 1))
    return found
