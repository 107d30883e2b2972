"""Cases: what a person writes into an office, and every word that Daylight says of it.

Each file in a folder here is a case: a text that says what must be, `files` to add to office/, and what `finds` says of them
to the letter. The folder is named after a rule; a case in `good/` finds nothing. A new case is a new file:
`python -m tests.cases accept` fills in its `finds`, for a person to read. (`accept DO-21 DO-12` looks at those folders only.)

A case with `office: dorset` is about a rule of that office's strategy: the files are added to its policy, funds and
priorities instead, and only what the rule of the folder finds is looked at. Notes of other rules are never looked at.
"""

import shutil
from pathlib import Path

import yaml

HERE = Path(__file__).parent
OFFICE = HERE / "office"
ROOT = HERE.parents[1]
POLICY = ("publisher.yml", "funds", "priorities", "budget-areas", "documents")
CASES = sorted(path for path in HERE.rglob("*.yml") if OFFICE not in path.parents)


def write(case: dict, home: Path) -> Path:
    """A copy of the office with the files of a case; a file that is null is not there."""
    if "office" not in case:
        shutil.copytree(OFFICE, home)
    else:
        data = home_of(case["office"]) / "data"
        for name in POLICY:
            if (data / name).is_dir():
                shutil.copytree(data / name, home / "data" / name)
            elif (data / name).is_file():
                home.joinpath("data").mkdir(parents=True, exist_ok=True)
                shutil.copy(data / name, home / "data" / name)
    for name, text in case["files"].items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return home


def home_of(office: str) -> Path:
    """The folder of an office of this repository."""
    return ROOT / "examples" / office if office != "south-yorkshire" else ROOT


def rule_of(path: Path) -> str:
    """The rule that a case is about: the name of its folder."""
    return path.parent.name if path.parent.name != "good" else path.parent.parent.name


def found(case: dict, home: Path, rule: str) -> list[str]:
    """What Daylight finds in a case of a rule, as a terminal shows it. Its CSV tables are described."""
    return [f.text() for f in findings(case, home, rule)]


def findings(case: dict, home: Path, rule: str) -> list:
    """What Daylight finds in a case of a rule."""
    from daylight.build import check
    from daylight.describe import PACKAGE, describe
    from daylight.findings import NOTE
    from daylight.load import files
    from daylight.schema import load_schemas
    from tests.built import TODAY

    write(case, home)
    if PACKAGE not in case["files"]:
        (home / PACKAGE).write_bytes(describe(home, load_schemas(), files(home)))
    return [f for f in check(home, TODAY)[1] if f.rule == rule or ("office" not in case and f.severity != NOTE)]


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8"))
