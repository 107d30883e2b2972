"""The same commit on another day: what is open and closed is true again, and nothing changes but what docs/day.md names."""

import re
import shutil
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from daylight.build import build
from tests.cases import home_of
from tests.test_history import git

DOC = Path(__file__).parents[1] / "docs/day.md"
# Between them the Community Chest closes, a tender opens, and a financial year ends with its exceptions.
DAYS = ("2027-01-29", "2027-01-30", "2027-02-01", "2027-04-01")
NEVER = re.compile(  # what must not depend on the day
    r"data/[^/]+\.(csv|jsonl|xlsx|parquet|sqlite|zip)|(?!search/).*/index\.json|feeds/.*|calendar/(opportunities|panels)\.ics"
)


def patterns() -> list[str]:
    rows = (line.split(" | ")[0] for line in DOC.read_text("utf-8").splitlines() if line.startswith("| `"))
    return [name for row in rows for name in re.findall("`([^`]+)`", row)]


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> dict[str, dict[str, bytes]]:
    """The files of Barsetshire's site by path, on each of the days, all from one commit."""
    folder = tmp_path_factory.mktemp("day")
    office = shutil.copytree(home_of("barsetshire"), folder / "office", ignore=shutil.ignore_patterns(".cache", "site"))
    git(office, "init", "-q", "-b", "main")
    git(office, "add", "-A")
    git(office, "commit", "-qm", "Records", day="2026-11-20")
    found = {}
    for day in DAYS:
        assert build(office, folder / day, day).published
        files = (path for path in (folder / day).rglob("*") if path.is_file())
        found[day] = {path.relative_to(folder / day).as_posix(): path.read_bytes() for path in files}
        shutil.rmtree(folder / day)
    return found


def changed(sites, before: str, after: str) -> set[str]:
    """What differs between two days, by path; on both there are the same files."""
    one, other = sites[before], sites[after]
    assert one.keys() == other.keys()
    return {path for path in one if one[path] != other[path]}


def test_nothing_changes_but_what_is_written_down(sites):
    found = {path.removeprefix("cy/") for a, b in pairwise(DAYS) for path in changed(sites, a, b)}
    left = [path for path in sorted(found) if not any(fnmatchcase(path, pattern) for pattern in patterns())]
    assert left == []


@pytest.mark.parametrize("pattern", patterns())
def test_what_is_written_down_does_change(sites, pattern):
    exact = [p for p in patterns() if "*" not in p]
    found = {path for a, b in pairwise(DAYS) for path in changed(sites, a, b)}
    assert [path for path in found if fnmatchcase(path, pattern) and (path == pattern or path not in exact)]


def test_no_table_no_feed_and_no_calendar_of_the_public_depends_on_the_day(sites):
    first, *others = sites.values()
    names = [path for path in first if NEVER.fullmatch(path)]
    assert len(names) > 100
    assert [path for path in names for other in others if other[path] != first[path]] == []


def states(site: dict[str, bytes], path: str) -> dict[str, str]:
    """The state that a page shows beside each opportunity, by its key."""
    page = html.fromstring(site[path])
    rows = page.xpath("//tr[.//span[@data-daylight-state]]")
    return {
        row.xpath(".//a/@href")[0].rstrip("/").rpartition("/")[2]: row.xpath("string(.//*[@data-daylight-state])")
        for row in rows
    }


@pytest.mark.parametrize("way", ["", "cy/"])
def test_what_closed_in_the_night_is_closed_everywhere(sites, way):
    before, after = sites["2027-01-29"], sites["2027-01-30"]
    register, fund, home = (f"{way}{path}index.html" for path in ("opportunities/", "funds/community-chest/", ""))
    assert (
        states(before, register)["chest-2026"]
        != states(after, register)["chest-2026"]
        == states(after, register)["chest-2025"]
    )
    assert states(before, fund)["chest-2026"] != states(after, fund)["chest-2026"]
    assert b"opportunities/chest-2026/" in before[home]
    assert b"opportunities/chest-2026/" not in after[home]
    assert b"chest-2026" in before["calendar/due.ics"]
    assert b"opportunities/chest-2026/" not in after["calendar/due.ics"]


@pytest.mark.parametrize("way", ["", "cy/"])
def test_what_opened_in_the_night_is_open_everywhere(sites, way):
    before, after = sites["2027-01-30"], sites["2027-02-01"]
    register = f"{way}opportunities/index.html"
    assert states(before, register)["witness-care-2027"] == states(before, register)["chest-2027"]
    assert states(after, register)["witness-care-2027"] == states(after, register)["bright-ideas"]
    home = f"{way}index.html"
    assert after[home].count(b"opportunities/witness-care-2027/") > before[home].count(b"opportunities/witness-care-2027/")
    tender = b'"status": "active"', b'"status": "planned"'
    assert before["data/ocds/releases.json"].count(tender[1]) == after["data/ocds/releases.json"].count(tender[1]) + 1


def test_what_is_due_today_is_overdue_tomorrow(sites):
    def days(day: str, id: str) -> list[str]:
        table = html.fromstring(sites[day]["due/index.html"]).xpath(f"//h2[@id='{id}']/following-sibling::*[1]//tbody/tr/th")
        return [cell.text_content() for cell in table]

    assert "31 January 2027" in days("2027-01-30", "week")
    assert "31 January 2027" not in days("2027-01-30", "overdue")
    assert "31 January 2027" in days("2027-02-01", "overdue")
