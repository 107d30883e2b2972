"""The command: what it prints, what it ends with, and that it hands our own workbook over."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.built import TODAY
from tests.intake.small import GIVEN, office, table

from daylight.cli import main

HEAD = "Recipient|Title|Amount|Award date"
SET = [part for name, text in GIVEN.items() for part in ("--set", f"{name}={text}")]


def run(*args: object):
    return CliRunner().invoke(main, ["import", *map(str, args), "--today", TODAY])


@pytest.fixture
def home(tmp_path):
    return office(tmp_path / "office")


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_a_first_import_says_what_must_be_decided_and_keeps_the_proposal(tmp_path, home):
    file = put(tmp_path, "grants.csv", table(HEAD, "Club|Roof|5|2023-07-14"))
    done = run(file, "--office", home)
    assert done.exit_code == 1
    assert 'SET="source=…"' in done.output
    assert "Recipient" in done.output
    text = (home / "imports/grants.yml").read_text("utf-8")
    assert "Recipient: recipient" in text
    assert not (home / "data/awards").exists()
    (home / "imports/grants.yml").write_text(
        text + "".join(f"  {n}: {t}\n" for n, t in GIVEN.items()).join(["constants:\n", ""]), "utf-8"
    )
    again = run(file, "--office", home)
    assert again.exit_code == 0, again.output
    assert "Wrote 2 files." in again.output


def test_it_ends_with_0_when_nothing_must_be_put_right_and_with_1_when_something_must(tmp_path, home):
    assert run(put(tmp_path, "a.csv", table(HEAD, "Club|Roof|5|2023-07-14")), "--office", home, *SET).exit_code == 0
    assert run(put(tmp_path, "b.csv", table(HEAD, "Club|Bell|£22.955|2023-07-14")), "--office", home).exit_code == 1


@pytest.mark.parametrize(
    "args",
    [
        ["nowhere.csv"],
        ["{file}", "--set", "type"],
        ["{file}", "--kind", "cow"],
        ["{file}", "--office", "nowhere"],
        ["{file}", "--office", "{folder}"],
    ],
)
def test_wrong_usage_ends_with_2(tmp_path, args):
    file = put(tmp_path, "a.csv", table(HEAD, "Club|Roof|5|2023-07-14"))
    assert run(*(arg.format(file=file, folder=tmp_path) for arg in args)).exit_code == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b"{", "whole JSON"),
        ("a.json", b'{"rows": []}', "must be a 360Giving package"),
        ("a.pdf", b"%PDF", "must be a spreadsheet"),
        ("a.csv", b"", "is empty"),
        (
            "a.json",
            json.dumps({"records": [{"ocid": "x", "releases": [{"url": "https://a.example"}]}]}).encode(),
            "compiled release",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_said_and_nothing_is_written(tmp_path, home, name, data, said):
    done = run(put(tmp_path, name, data), "--office", home)
    assert done.exit_code == 1
    assert said in done.output
    assert not list((home / "data").rglob("*.yml"))[1:]


def test_a_field_that_there_is_not_is_said_with_the_one_that_was_meant(tmp_path, home):
    file = put(tmp_path, "a.csv", table(HEAD, "Club|Roof|5|2023-07-14"))
    done = run(file, "--office", home, *SET, "--set", "sceme=Youth fund")
    assert done.exit_code == 1
    assert "; type scheme" in done.output
    assert not (home / "imports").exists()


def test_our_own_workbook_is_handed_over(tmp_path, home):
    from daylight import workbook
    from daylight.drafts.present import Present

    run(put(tmp_path, "a.csv", table(HEAD, "Club|Roof|5|2023-07-14")), "--office", home, *SET)
    before = {path: path.read_bytes() for path in (home / "data").rglob("*") if path.is_file()}
    done = run(put(tmp_path, "w.xlsx", workbook.write(Present(home, TODAY))), "--office", home)
    assert done.exit_code == 0, done.output
    assert "Nothing has changed" in done.output
    assert {path: path.read_bytes() for path in (home / "data").rglob("*") if path.is_file()} == before


def test_every_wording_is_printed_by_an_import(tmp_path):
    """Each message of IMPORT stands in a test of this folder; here it is made sure that none is left over in the code."""
    from daylight.findings import wordings

    code = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "generator/daylight/intake").glob("*.py"))
    made = {
        "money-unread",
        "money-short",
        "money-pence",
        "money-long",
        "date-order",
        "date-impossible",
        "date-unread",
        "date-swapped",
    }
    unused = [name for name in wordings()["IMPORT"]["messages"] if f'"{name}"' not in code and name not in made]
    assert unused == []


def test_what_is_wrong_in_our_own_workbook_is_coloured_in_a_copy(tmp_path, home):
    from io import BytesIO

    from openpyxl import load_workbook

    from daylight import workbook
    from daylight.drafts.present import Present

    run(put(tmp_path, "a.csv", table(HEAD, "Club|Roof|5|2023-07-14")), "--office", home, *SET)
    book = load_workbook(BytesIO(workbook.write(Present(home, TODAY), ["award"])))
    sheet = next(sheet for sheet in book.worksheets if sheet.title == "Awards")
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 5)
    cell.value = "£22.955"
    book.save(tmp_path / "w.xlsx")
    done = run(tmp_path / "w.xlsx", "--office", home)
    assert done.exit_code == 1
    assert f"Awards, row {cell.row}, Amount: the amount must" in done.output
    copy = load_workbook(tmp_path / "w-to-correct.xlsx")["Awards"]
    assert copy[cell.coordinate].fill.start_color.rgb == "FFFFD9D2"
    assert "the amount must" in copy.cell(cell.row, copy.max_column).value
