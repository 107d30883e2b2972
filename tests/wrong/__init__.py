"""Wrong records: slips that staff really make, each of which gets one finding, in the right place, with what to type instead.

`office/` is an office in which nothing is to be put right. Each other file is one slip: `what` happened, and either `path`
with the `right` text of one of the office's files and the `wrong` one that stands there instead, or whole `files` to add
(null takes one away). Then what must be found: the `rule`, the `path`, the `line` (beside `wrong` it counts from 1 within that
text; `at` counts within the file, for what is said of a whole record) and the `fix`; or what it `says` of what to do, where no
value is to be typed; or `why` nobody can know what was meant. A new slip is a new file.
"""

import shutil
from pathlib import Path

import yaml

HERE = Path(__file__).parent
OFFICE = HERE / "office"
SLIPS = sorted(path for path in HERE.rglob("*.yml") if OFFICE not in path.parents)


def read(path: Path) -> dict:
    """A slip, with the line counted from the beginning of its file."""
    slip = yaml.safe_load(path.read_text("utf-8"))
    if "wrong" in slip:
        text = (OFFICE / slip["path"]).read_text("utf-8")
        assert text.count(slip["right"]) == 1, f"{path.name}: the right text must stand once in {slip['path']}"
        before = text.count("\n", 0, text.index(slip["right"]))
        slip["line"] = slip.get("at") or before + slip.get("line", 1)
        slip["files"] = {slip["path"]: text.replace(slip["right"], slip["wrong"])}
    return slip


def found(slip: dict, home: Path) -> list:
    """What Daylight finds in the office with the slip, but for notes, which ask for nothing."""
    from daylight.build import check
    from daylight.describe import PACKAGE, describe
    from daylight.findings import NOTE
    from daylight.load import files
    from daylight.schema import load_schemas
    from tests.built import TODAY

    shutil.copytree(OFFICE, home)
    (home / PACKAGE).write_bytes(describe(home, load_schemas(), files(home)))
    for name, text in slip.get("files", {}).items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [f for f in check(home, TODAY)[1] if f.severity != NOTE]
