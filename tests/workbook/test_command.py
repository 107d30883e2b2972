"""`daylight workbook`, as somebody types it, and what comes back by `daylight import`."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.workbook import filled
from tests.workbook.filled import AWARDS, ORGANISATIONS, add, copy_of, find, put

from daylight import workbook
from daylight.cli import main
from daylight.findings import wordings


@pytest.fixture
def office(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return copy_of("small", tmp_path)


def run(*args: str):
    return CliRunner().invoke(main, list(args))


def sheets(path: str) -> list[str]:
    return [sheet.title for sheet in filled.opened(Path(path).read_bytes()) if sheet.sheet_state == "visible"]


def test_writes_a_workbook_named_after_the_office_and_says_what_to_do(office):
    said = run("workbook")
    assert (said.exit_code, said.output) == (
        0,
        "Wrote barsetshire-workbook.xlsx. Fill it in, save it, and run: make import FILE=barsetshire-workbook.xlsx\n",
    )
    assert len(sheets("barsetshire-workbook.xlsx")) == 54


def test_takes_an_office_kinds_and_a_name(office):
    assert run("workbook", ".", "fund", "priority", "--out", "new/some.xlsx").exit_code == 0
    assert sheets("new/some.xlsx") == ["Start here", "Funds", *sheets("new/some.xlsx")[2:5], "Priorities"]
    assert run("workbook", "fund", "--out", "funds.xlsx").exit_code == 0
    assert "Priorities" not in sheets("funds.xlsx")


def test_empty_leaves_out_the_rows(office):
    run("workbook", "organisation", "--out", "all.xlsx")
    run("workbook", "organisation", "--out", "none.xlsx", "--empty")
    counts = [filled.free(filled.opened(Path(name).read_bytes())[ORGANISATIONS]) - 6 for name in ("all.xlsx", "none.xlsx")]
    assert counts == [2, 0]


def test_a_kind_that_is_none_and_a_folder_that_is_no_office_are_wrong_usage(office):
    said = run("workbook", ".", "present")
    assert said.exit_code == 2 and "must be one of award, decision" in said.output.replace("\n", " ")
    Path("empty").mkdir()
    assert run("workbook", "empty").exit_code == 2


def test_what_was_filled_in_is_taken_and_the_second_time_nothing_changes(office):
    run("workbook")
    path = Path("barsetshire-workbook.xlsx")

    def fill(book):
        add(book[ORGANISATIONS], name="Ullathorne Lamps", source="https://barsetshire.example/all")
        put(book[ORGANISATIONS], find(book[ORGANISATIONS], "club"), town="Hogglestock")

    path.write_bytes(filled.filled(path.read_bytes(), fill))
    said = run("import", str(path))
    assert said.exit_code == 0, said.output
    assert Path("data/organisations/ullathorne-lamps.yml").is_file()
    assert "town: Hogglestock\n" in Path("data/organisations/club.yml").read_text("utf-8")
    again = run("import", str(path))
    assert again.exit_code == 0 and "Nothing has changed." in again.output


def test_what_is_wrong_is_said_with_its_sheet_and_row(office):
    run("workbook")
    path = Path("barsetshire-workbook.xlsx")
    path.write_bytes(filled.filled(path.read_bytes(), lambda book: add(book[AWARDS], key="bar-1", title="A", amount="5.005")))
    said = run("import", str(path))
    assert said.exit_code == 1
    assert re.search(r"Awards, row 6, .*the amount must have at most two decimals", said.output)
    assert not Path("data/awards/bar-1.yml").exists()


def test_every_wording_of_the_workbook_is_used_and_no_other():
    code = "".join(path.read_text("utf-8") for path in Path(workbook.__file__).parent.glob("*.py"))
    used = set(re.findall(r'remark\(\s*[\w.\[\]]+(?:\([^()]*\))?, "([\w-]+)"', code)) | {
        "gone",
        "meaning",
        "no-names",
        "sheet-twice",
    }
    assert used == set(wordings()["WORKBOOK"]["messages"])
