"""Imports any spreadsheet by its mapping: one that is kept, or one that is proposed and completed by answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from daylight.findings import Finding, finding
from daylight.intake import mapping, proposing, questions
from daylight.intake.account import MoneyColumn, account
from daylight.intake.cells import Sheet
from daylight.intake.finishing import Finishing
from daylight.intake.headings import YEARLY
from daylight.intake.judged import judge
from daylight.intake.links import Links
from daylight.intake.mapping import ColumnMap
from daylight.intake.misplaced import misplaced
from daylight.intake.outcome import Import, Wanted
from daylight.intake.rows import Rows
from daylight.intake.source import Source
from daylight.intake.tables import Table
from daylight.intake.taken import WHOLE, Problem, Taken
from daylight.intake.totals import totals
from daylight.schema import Schema
from daylight.site import Site

HIDDEN, ABOUT, HEADINGS = "its sheet is hidden", "it is about the file", "it holds the headings"
ADDS_UP = "it adds up other rows"


def imported(office, schemas, read: Source, site: Site, today, wanted: Wanted, given, kept, found) -> Import:
    links = Links(site)
    hidden = given.hidden if given else ""
    shown = [sheet for sheet in read.sheets if not sheet.hidden or hidden == "take"]
    tables = [table for sheet in shown for table in read.found[sheet.name].tables]
    if wrong := misplaced(read, shown, tables):
        return Import(read, findings=wrong)
    decided, kept_at, new = _decided(office, schemas, read, tables, wanted, given, kept)
    if isinstance(decided, list):
        return Import(read, findings=decided)
    asked = questions.questions(schemas, tables, decided)
    decided = questions.settled(decided, asked, wanted.ask)
    more = [question for question in questions.questions(schemas, tables, decided) if question not in asked]
    decided = questions.settled(decided, more, wanted.ask)  # an answer may raise another question
    asked = questions.questions(schemas, tables, decided)
    done = Import(read, mapping=decided, kept=kept_at, new_mapping=new, asked=asked)
    return done if asked else _taken(office, schemas, read, links, today, wanted, tables, done)


def _decided(office, schemas, read: Source, tables: Sequence[Table], wanted: Wanted, given, kept):
    """The mapping with a proposal for what it does not name; where it is kept; and whether it is new. Else what is wrong."""
    headings = [text for table in tables for text in table.headings.values()]
    if given is None:
        files = kept_mappings(office, schemas)
        right = {path: made for path, (made, _wrong) in files.items() if made}
        kept = mapping.known(right.items(), headings) or None
        if kept and files[kept][1]:
            return files[kept][1], "", False
        given = right.get(kept)
    kind = wanted.kind or (given.kind if given else proposing.kinds(schemas, tables, wanted.constants)[0])
    made = given if given and given.kind == kind else ColumnMap(kind)
    made = replace(made, constants={**made.constants, **wanted.constants})
    if wrong := mapping.unknown(schemas, kind, wanted.constants, read.name):
        return wrong, "", False
    path = kept or mapping.place(office, read.name)
    where = path.relative_to(office).as_posix() if path.is_relative_to(office) else str(path)
    return proposing.proposed(schemas, tables, made), where, given is None


def _taken(office, schemas: Mapping[str, Schema], read, links, today, wanted, tables: Sequence[Table], done: Import) -> Import:
    """Every row of every sheet, taken by the mapping, and the account of them."""
    made = done.mapping
    done.orders = proposing.orders(schemas[made.kind], tables, made)
    headings = {text for table in tables for text in table.headings.values()}
    reader = Rows(read.name, schemas, made, done.orders, links, headings)
    rows: list[Taken] = []
    every, done.totals, done.money = [], {}, []
    for sheet in read.sheets:
        mine = [table for table in tables if table.sheet is sheet]
        if not mine:
            rows += left(sheet, HIDDEN if sheet.hidden else "its sheet holds no table with headings", read.name)
            continue
        rows += [Taken(sheet.name, number, skipped=why) for number, why in read.found[sheet.name].left.items()]
        for table, end in zip(mine, [*(t.heading for t in mine[1:]), len(sheet.rows)], strict=True):
            money = _money(schemas, made, table, end)
            sums = totals(table, [m.column for m in money], {m.column: m.unit for m in money})
            done.money = [*done.money, *money]
            done.totals[f"{sheet.name}, row {table.heading + 1}"] = sums
            of = {total.row for total in sums}
            rows += [Taken(sheet.name, total.row, skipped=ADDS_UP) for total in sums]
            every += [_row(reader, table, number) for number in table.body if number not in of]
    Finishing(read.name, schemas, made.kind, links, made.same_rows).finish([said for said in every if not said.taken.skipped])
    rows += [said.taken for said in every]
    done.proposal = judge(office, schemas, rows, links.parties.drafts(), today)
    done.rows, done.account = rows, account(read.sheets, rows, done.money)
    return done


def _row(reader: Rows, table: Table, number: int):
    said = reader.row(table, number)
    for heading, wanted in reader.mapping.only.items():
        column = next((c for c, text in table.headings.items() if text == heading), None)
        if column is not None and table.cell(number, column).text not in wanted:
            said.taken.skipped = f"the mapping takes only rows whose {heading} is {' or '.join(wanted)}"
            said.taken.problems.clear()
    return said


def _money(schemas, made: ColumnMap, table: Table, end: int) -> list[MoneyColumn]:
    found = []
    for column, heading in table.headings.items():
        name = made.of(heading)
        field_ = schemas[made.kind].by_name.get(name)
        if name == YEARLY or (field_ and field_.unit == "GBP"):
            found.append(MoneyColumn(table.sheet.name, column, table.heading + 1, end, heading, name, made.unit(heading)))
    return found


def kept_mappings(office: Path, schemas) -> dict[Path, tuple[ColumnMap | None, list[Finding]]]:
    """The mappings that the office keeps, with what is wrong with each."""
    return {path: mapping.read(path.name, path.read_text("utf-8", "replace"), schemas) for path in mapping.files(office)}


def left(sheet: Sheet, why: str, name: str) -> list[Taken]:
    """The rows of a sheet of which none is taken: skipped for a reason, else held back."""
    found = []
    for number, cells in enumerate(sheet.rows):
        if cells:
            problem = [] if why else [Problem(WHOLE, finding("IMPORT", "more-sheet", name, number + 1))]
            found.append(Taken(sheet.name, number, skipped=why, problems=problem))
    return found
