"""An office with two releases, and a change that is in neither."""

import shutil
from pathlib import Path

from daylight.build import check
from daylight.freeze import Frozen, freeze
from daylight.site import Site
from tests.test_frame import AWARD, small

FIRST, SECOND, TODAY = "2026-10-01", "2026-11-01", "2026-11-21"
HELD = (
    "withholdings:\n  - applies_to: recipient_as_published\n    ground: safeguarding\n    opinion_of_role: Safeguarding Lead\n"
    "    date: 2026-10-20\n    reason: From the name one could find the place.\n"
)
CORRECTED = (
    "changes:\n  - date: 2026-10-12\n    kind: correction\n    field: amount\n    before: 12.34\n    after: 1234.00\n"
    "    reason: The point stood in the wrong place.\n"
)


def put(home: Path, key: str, text: str) -> None:
    (home / f"data/awards/{key}.yml").write_text(text, "utf-8")


def two(folder: Path) -> Path:
    """The office. Between its releases an award came, one went, one was corrected, and of one the recipient was withheld."""
    home = small(folder)
    for key in ("gone", "corrected", "held"):
        put(home, key, AWARD)
    assert released(home, FIRST).folder
    put(home, "come", AWARD)
    (home / "data/awards/gone.yml").unlink()
    put(home, "corrected", AWARD.replace("12.34", "1234.00") + CORRECTED)
    put(home, "held", AWARD.replace("recipient_as_published: Somebody\n", "") + HELD)
    assert released(home, SECOND).folder
    put(home, "one", AWARD.replace("title: New", "title: Newer"))
    return home


def released(home: Path, day: str) -> Frozen:
    return freeze(home, day)


def copied(home: Path, folder: Path) -> Path:
    return shutil.copytree(home, folder)


def site(home: Path, today: str = TODAY) -> Site:
    return check(home, today)[0]
