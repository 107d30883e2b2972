"""Makes awards and opportunities of the releases of OCDS: what was tendered, what was agreed, and with whom."""

from collections.abc import Mapping
from pathlib import Path

from daylight.intake.account import MoneyColumn, account
from daylight.intake.bodies import Bodies
from daylight.intake.cells import BLANK
from daylight.intake.judged import judge
from daylight.intake.links import Links
from daylight.intake.outcome import Import, Wanted
from daylight.intake.process import Process
from daylight.intake.process_fields import MONEY
from daylight.intake.source import Source
from daylight.intake.taken import WHOLE, Taken
from daylight.schema import Schema


def imported(office: Path, schemas: Mapping[str, Schema], read: Source, links: Links, today: str, wanted: Wanted) -> Import:
    """What importing the releases of a package would do."""
    sheet = read.sheets[0]
    paths = {column: cell.text for column, cell in enumerate(sheet.rows[0])}
    bodies = Bodies(links)
    every = []
    for number, release in enumerate(read.releases, 1):
        of = {paths[column]: (column, cell) for column, cell in enumerate(sheet.rows[number]) if cell.kind != BLANK}
        every.append(Process(read.name, schemas, links, bodies, wanted.constants, Taken(sheet.name, number), of).made(release))
    links.parties.name_keys()
    seen: dict[tuple[str, str], int] = {}
    for process in every:
        process.finish()
        for draft in process.taken.drafts:
            if (earlier := seen.setdefault((draft.kind, draft.key), process.taken.row)) != process.taken.row:
                process.wrong(WHOLE, "release-twice", number=earlier)
    rows = [Taken(sheet.name, 0, skipped="it holds the names of the fields"), *(process.taken for process in every)]
    rows += [
        Taken(s.name, n, skipped="it is about the file") for s in read.sheets[1:] for n, cells in enumerate(s.rows) if cells
    ]
    money = [
        MoneyColumn(sheet.name, c, 1, len(sheet.rows), p, "amount" if "award" in p or "contract" in p else "expected_value", 1)
        for c, p in paths.items()
        if MONEY.fullmatch(p.removeprefix("compiledRelease/"))
    ]
    proposal = judge(office, schemas, rows, links.parties.drafts(), today)
    done = Import(read, rows, proposal, account(read.sheets, rows, money), money=money)
    done.other_funders = sorted(bodies.others)
    return done
