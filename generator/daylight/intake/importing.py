"""Imports a file: reads it, makes drafts of its rows, judges them, and gives the account. Nothing is written here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from daylight.drafts import Proposal
from daylight.findings import Finding, finding
from daylight.intake import giving360, mapping, proposing
from daylight.intake.account import Account, MoneyColumn, account
from daylight.intake.cells import Sheet, Unreadable
from daylight.intake.grants import Grants
from daylight.intake.judged import judge
from daylight.intake.links import Links
from daylight.intake.mapping import ColumnMap
from daylight.intake.proposing import Question
from daylight.intake.rows import Rows
from daylight.intake.said import Finishing
from daylight.intake.source import GRANTS, PROCESSES, Source, source
from daylight.intake.tables import Table, letters
from daylight.intake.taken import WHOLE, Problem, Taken
from daylight.intake.totals import Total, totals
from daylight.load import load
from daylight.schema import Schema, load_schemas
from daylight.site import Site

Ask = Callable[[Question], str]
HIDDEN, ABOUT, HEADINGS = "its sheet is hidden", "it is about the file", "it holds the headings"


@dataclass
class Import:
    """What became of a file. `proposal` and `account` are None where it could not be read, or where something must be decided
    first (`asked`). `mapping` is None for 360Giving and OCDS; `kept` is where it is kept, below the office."""

    source: Source | None
    rows: Sequence[Taken] = ()
    proposal: Proposal | None = None
    account: Account | None = None
    mapping: ColumnMap | None = None
    kept: str = ""
    new_mapping: bool = False
    totals: Mapping[str, Sequence[Total]] = field(default_factory=dict)
    money: Sequence[MoneyColumn] = ()
    orders: Mapping[str, str] = field(default_factory=dict)
    asked: Sequence[Question] = ()
    findings: Sequence[Finding] = ()
    other_funders: Sequence[str] = ()


@dataclass(frozen=True)
class Wanted:
    """What the person who imports asks for: a kind of record, a file of the mapping, constants, and who answers questions."""

    kind: str = ""
    mapping: Path | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    ask: Ask = lambda question: ""


def run(office: Path, name: str, data: bytes, today: str, wanted: Wanted) -> Import:
    """What importing a file of this name into an office would do, on an ISO day."""
    schemas = load_schemas()
    given, found, kept = _mapping(office, schemas, name, data, wanted)
    if given is None and found:
        return Import(None, findings=found)
    try:
        mappings = [given] if given else [made for made, _wrong in _kept(office, schemas).values() if made]
        headings = [heading for made in mappings for heading in made.columns]
        read = source(schemas, name, data, given.encoding if given else "", headings)
    except Unreadable as e:
        return Import(None, findings=[e.finding])
    site, _ = load(office, schemas, today)
    links = Links(site)
    if read.form == GRANTS:
        return _grants(office, schemas, read, links, today, wanted)
    if read.form == PROCESSES:
        from daylight.intake.processes import imported

        return imported(office, schemas, read, links, today, wanted)
    return _tables(office, schemas, read, site, today, wanted, given, kept, found)


def _mapping(
    office: Path, schemas, name: str, data: bytes, wanted: Wanted
) -> tuple[ColumnMap | None, list[Finding], Path | None]:
    """The mapping that somebody names, and what is wrong with it."""
    if wanted.mapping is None:
        return None, [], None
    path = wanted.mapping
    found, wrong = mapping.read(path.name, path.read_text("utf-8", "replace"), schemas)
    return (None, wrong, path) if wrong else (found, [], path)


def _kept(office: Path, schemas) -> dict[Path, tuple[ColumnMap | None, list[Finding]]]:
    """The mappings that the office keeps, with what is wrong with each."""
    return {path: mapping.read(path.name, path.read_text("utf-8", "replace"), schemas) for path in mapping.files(office)}


def _grants(office: Path, schemas, read: Source, links: Links, today: str, wanted: Wanted) -> Import:
    grants = Grants(read.name, schemas, links, wanted.constants)
    rows: list[Taken] = []
    every, money = [], []
    for sheet in read.sheets:
        paths = read.paths.get(sheet.name)
        if paths is None or sheet.hidden:
            rows += _left(sheet, HIDDEN if sheet.hidden else ABOUT if giving360.is_about(sheet) else "", read.name)
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


def _left(sheet: Sheet, why: str, name: str) -> list[Taken]:
    """The rows of a sheet of which none is taken: skipped for a reason, else held back."""
    found = []
    for number, cells in enumerate(sheet.rows):
        if cells:
            problem = [] if why else [Problem(WHOLE, finding("IMPORT", "more-sheet", name, number + 1))]
            found.append(Taken(sheet.name, number, skipped=why, problems=problem))
    return found


def _tables(office, schemas, read: Source, site: Site, today, wanted: Wanted, given, kept, found) -> Import:
    links = Links(site)
    hidden = given.hidden if given else ""
    shown = [sheet for sheet in read.sheets if not sheet.hidden or hidden == "take"]
    tables = [table for sheet in shown for table in read.found[sheet.name].tables]
    if not tables:
        return Import(read, findings=[finding("IMPORT", "no-table", read.name, 1)])
    decided, kept_at, new = _decided(office, schemas, read, tables, wanted, given, kept)
    if isinstance(decided, list):
        return Import(read, findings=decided)
    asked = proposing.questions(schemas, tables, decided)
    decided = proposing.settled(decided, asked, wanted.ask)
    asked = proposing.questions(schemas, tables, decided)
    done = Import(read, mapping=decided, kept=kept_at, new_mapping=new, asked=asked)
    return done if asked else _taken(office, schemas, read, links, today, wanted, tables, done)


def _decided(office, schemas, read: Source, tables: Sequence[Table], wanted: Wanted, given, kept):
    """The mapping with a proposal for what it does not name; where it is kept; and whether it is new. Else what is wrong."""
    headings = [text for table in tables for text in table.headings.values()]
    if given is None:
        files = _kept(office, schemas)
        right = {path: made for path, (made, _wrong) in files.items() if made}
        kept = mapping.known([(path, made) for path, made in right.items()], headings) or None
        if kept and files[kept][1]:
            return files[kept][1], "", False
        given = right.get(kept)
    kind = wanted.kind or (given.kind if given else proposing.kinds(schemas, tables)[0])
    made = given if given and given.kind == kind else ColumnMap(kind)
    made = replace(made, constants={**made.constants, **wanted.constants})
    path = kept or mapping.place(office, read.name)
    where = path.relative_to(office).as_posix() if path.is_relative_to(office) else str(path)
    return proposing.proposed(schemas, tables, made), where, given is None


def _taken(office, schemas: Mapping[str, Schema], read, links, today, wanted, tables: Sequence[Table], done: Import) -> Import:
    """Every row of every sheet, taken by the mapping, and the account of them."""
    made = done.mapping
    done.orders = proposing.orders(schemas[made.kind], tables, made)
    reader = Rows(read.name, schemas, made, done.orders, links)
    rows: list[Taken] = []
    every, done.totals, done.money = [], {}, []
    for sheet in read.sheets:
        mine = [table for table in tables if table.sheet is sheet]
        if not mine:
            rows += _left(sheet, HIDDEN if sheet.hidden else "its sheet holds no table with headings", read.name)
            continue
        rows += [Taken(sheet.name, number, skipped=why) for number, why in read.found[sheet.name].left.items()]
        for table, end in zip(mine, [*(t.heading for t in mine[1:]), len(sheet.rows)], strict=True):
            money = _money(schemas, made, table, end)
            sums = totals(table, [m.column for m in money], {m.column: m.unit for m in money})
            done.money = [*done.money, *money]
            done.totals[f"{sheet.name}, row {table.heading + 1}"] = sums
            of = {total.row for total in sums}
            rows += [Taken(sheet.name, total.row, skipped="it adds up other rows") for total in sums]
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
        field_ = schemas[made.kind].by_name.get(made.of(heading))
        if field_ and field_.unit == "GBP":
            found.append(
                MoneyColumn(table.sheet.name, column, table.heading + 1, end, heading, field_.name, made.unit(heading))
            )
    return found


def column_name(read: Source, taken: Taken, column: int) -> str:
    """What a column is called, as its heading and its letter, in the table in which a row stands."""
    if read.paths:
        return read.paths.get(taken.sheet, {}).get(column, letters(column))
    tables = [t for t in read.found[taken.sheet].tables if t.heading <= taken.row]
    return tables[-1].headings.get(column, letters(column)) if tables else letters(column)
