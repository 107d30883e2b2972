"""Cases: what a person writes into an office, and every word that Daylight says of it.

Each file in a folder here is a case: a text that says what must be, `files` to add to office/, and what `finds` says of them
to the letter. The folder is named after a rule; a case in `good/` finds nothing. A new case is a new file:
`python -m tests.cases accept` fills in its `finds`, for a person to read.
"""

import shutil
from pathlib import Path

import yaml

HERE = Path(__file__).parent
OFFICE = HERE / "office"
CASES = sorted(path for path in HERE.rglob("*.yml") if OFFICE not in path.parents)


def write(case: dict, home: Path) -> Path:
    """A copy of the office with the files of a case; a file that is null is not there."""
    shutil.copytree(OFFICE, home)
    for name, text in case["files"].items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return home


def found(case: dict, home: Path) -> list[str]:
    """What Daylight finds in a case, as a terminal shows it. Its CSV tables are described."""
    from daylight.build import check
    from daylight.describe import PACKAGE, describe
    from daylight.load import files
    from daylight.schema import load_schemas
    from tests.built import TODAY

    write(case, home)
    if PACKAGE not in case["files"]:
        (home / PACKAGE).write_bytes(describe(home, load_schemas(), files(home)))
    return [finding.text() for finding in check(home, TODAY)[1]]


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8"))
