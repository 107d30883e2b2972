"""Makes spreadsheets and offices for the tests of imports. Every body in them is invented."""

import io
import shutil
from pathlib import Path

from tests.built import TODAY
from tests.cases import OFFICE

from daylight import drafts
from daylight.intake.importing import Import, Wanted, run

SOURCE = "https://www.barsetshire-pcc.example/awards"
GIVEN = {"type": "grant", "direction": "out", "source": SOURCE}


def office(folder: Path) -> Path:
    """A new office of Barsetshire with nothing but what it says of itself."""
    (folder / "data").mkdir(parents=True)
    shutil.copy(OFFICE / "data/publisher.yml", folder / "data/publisher.yml")
    return folder


def table(*rows: str) -> bytes:
    """A CSV file of rows like "Recipient|Amount|Award date"."""
    return "".join(",".join(f'"{cell}"' for cell in row.split("|")) + "\r\n" for row in rows).encode()


def book(*sheets, **named) -> bytes:
    """An .xlsx of sheets, each a list of rows of values, or a function that fills a sheet of openpyxl."""
    from openpyxl import Workbook

    made, held = Workbook(), io.BytesIO()
    made.remove(made.active)
    for title, rows in [*((f"Sheet{n}", rows) for n, rows in enumerate(sheets, 1)), *named.items()]:
        sheet = made.create_sheet(title)
        if callable(rows):
            rows(sheet)
        else:
            for row in rows:
                sheet.append(row)
    made.save(held)
    return held.getvalue()


def taken(folder: Path, data: bytes, name: str = "grants.csv", write: bool = False, given=GIVEN, **wanted) -> Import:
    """What an import does in an office, which is made where it is not there; with `write`, its records are written."""
    home = folder if (folder / "data").is_dir() else office(folder)
    done = run(home, name, data, TODAY, Wanted(constants=given, **wanted))
    if write and done.proposal:
        drafts.write(home, done.proposal.files)
    return done


def outcomes(done: Import) -> list[tuple[int, str]]:
    """What became of each row, by its number as a spreadsheet shows it."""
    return sorted((row.row + 1, row.outcome) for row in done.rows)


def awards(done: Import) -> list[dict]:
    """The fields of the awards that would be written, in the order of the rows."""
    return [dict(d.fields) for row in sorted(done.rows, key=lambda r: r.row) for d in row.drafts if row.outcome == "record"]


def wrong(done: Import) -> list[str]:
    """What must be put right, as it is said to the person."""
    from daylight.intake import righting

    return righting.problems(done, 1000)
