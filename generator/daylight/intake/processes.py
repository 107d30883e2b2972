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
from daylight.intake.shared import Shared
from daylight.intake.source import Source
from daylight.intake.tabular import ABOUT
from daylight.intake.taken import WHOLE, Taken
from daylight.schema import Schema

FIELDS = "it holds the names of the fields"
OLDER = "a newer release of its process says it again, or otherwise"


def imported(office: Path, schemas: Mapping[str, Schema], read: Source, links: Links, today: str, wanted: Wanted) -> Import:
    """What importing the releases of a package would do."""
    sheet = read.sheets[0]
    paths = {column: cell.text for column, cell in enumerate(sheet.rows[0])}
    bodies, shared = Bodies(links), Shared(links, wanted.constants)
    rows, every = [Taken(sheet.name, 0, skipped=FIELDS)], []
    for number, release in enumerate(read.releases, 1):
        of = {paths[column]: (column, cell) for column, cell in enumerate(sheet.rows[number]) if cell.kind != BLANK}
        if number - 1 in read.older:
            rows.append(Taken(sheet.name, number, skipped=OLDER))
        elif of:
            every.append(Process(read.name, schemas, bodies, shared, Taken(sheet.name, number), of).made(release))
    links.parties.name_keys()
    seen: dict[str, int] = {}
    for process in every:
        process.finish()
        if process.ocid and (earlier := seen.setdefault(process.ocid, process.taken.row)) != process.taken.row:
            process.wrong(WHOLE, "release-twice", number=earlier)
    rows += [process.taken for process in every]
    rows += [Taken(s.name, n, skipped=ABOUT) for s in read.sheets[1:] for n, cells in enumerate(s.rows) if cells]
    money = [
        MoneyColumn(sheet.name, c, 1, len(sheet.rows), p, "expected_value" if p.startswith("tender") else "amount", 1)
        for c, path in paths.items()
        if MONEY.fullmatch(p := path.removeprefix("compiledRelease/"))
    ]
    proposal = judge(office, schemas, rows, [*links.parties.drafts(), *shared.drafts.values()], today)
    done = Import(read, rows, proposal, account(read.sheets, rows, money), money=money)
    done.other_funders = sorted(bodies.others)
    return done
