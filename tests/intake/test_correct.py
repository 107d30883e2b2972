"""The copy of a spreadsheet shows what is to be put right, and once it is, it can be imported itself."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.built import TODAY
from tests.intake.small import GIVEN, book, office, table

from daylight import taking
from daylight.intake.cells import TEXT, Cell, Sheet
from daylight.intake.correct import Mark, copy, place
from daylight.intake.grid import read
from daylight.intake.importing import Wanted

ROWS = [
    ["Grants of the year"],
    ["Recipient", "Title", "Amount", "Award date"],
    ["Barchester Club", "Roof", 5, "2023-07-14"],
    ["Hiram's Hospital", "Garden", "£22.955", "2023-07-14"],
]


def take(home: Path, file: Path, write: bool = True):
    return taking.take(home, file, TODAY, Wanted(constants=GIVEN), write)


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["grants.xlsx", "grants.csv"])
def test_wrong_cells_are_coloured_with_the_reason_beside_them_and_the_source_is_untouched(tmp_path, name):
    data = book(ROWS) if name.endswith("xlsx") else table(*("|".join(map(str, row)) for row in ROWS))
    told = take(office(tmp_path / "office"), file := put(tmp_path / name, data))
    assert file.read_bytes() == data
    assert not told.right
    sheet = load_workbook(tmp_path / "grants-to-correct.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][-1] == "What to put right"
    assert "may be thousands or pence" in sheet.cell(4, 5).value
    assert "may be thousands or pence" in sheet.cell(4, 3).comment.text
    assert sheet.cell(4, 3).fill.start_color.rgb == "FFFFD9D2"
    assert sheet.cell(3, 3).fill.fill_type is None
    assert sheet.cell(3, 5).value is None


def test_the_copy_once_corrected_is_imported_and_its_reasons_are_no_data(tmp_path):
    home = office(tmp_path / "office")
    take(home, put(tmp_path / "grants.xlsx", book(ROWS)))
    path = tmp_path / "grants-to-correct.xlsx"
    wb = load_workbook(path)
    wb.worksheets[0].cell(4, 3).value = "22.95"
    wb.save(path)
    told = take(home, path)
    assert told.right, told.text
    assert "1 new, 1 the same" in told.text
    assert "What to put right: 1 cell, since it is what we wrote beside the rows" in told.text
    assert len(list((home / "data/awards").rglob("*.yml"))) == 2


def test_a_copy_that_is_still_wrong_gets_a_copy_of_its_own_with_the_new_reasons_only(tmp_path):
    home = office(tmp_path / "office")
    take(home, put(tmp_path / "grants.xlsx", book(ROWS)))
    path = tmp_path / "grants-to-correct.xlsx"
    wb = load_workbook(path)
    wb.worksheets[0].cell(4, 3).value = "22.95"
    wb.worksheets[0].cell(3, 3).value = "lots"
    wb.save(path)
    before = path.read_bytes()
    take(home, path)
    assert path.read_bytes() == before
    sheet = load_workbook(tmp_path / "grants-to-correct-2.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]].count("What to put right") == 1
    assert "must be an amount" in sheet.cell(3, 5).value
    assert sheet.cell(4, 5).value is None


def test_a_copy_never_goes_over_a_source():
    assert place(Path("a/grants.csv")) == Path("a/grants-to-correct.xlsx")
    assert place(Path("a/grants-to-correct.xlsx")) == Path("a/grants-to-correct-2.xlsx")
    assert place(Path("a/grants-to-correct-2.xlsx")) == Path("a/grants-to-correct-3.xlsx")


def test_the_same_file_gives_the_same_copy():
    data = book(ROWS)
    args = (data, read("g.xlsx", data), {"Sheet1": [2]}, [Mark("Sheet1", 4, 3, "Type it in pounds.")])
    assert copy(*args) == copy(*args)


def test_a_copy_keeps_every_cell_as_what_it_was():
    data = table("Name|No|Day", "=1+1|007|01/02/2024")
    sheets = read("a.csv", data)
    again = read("b.xlsx", copy(data, sheets, {}, []))
    assert again[0].rows == sheets[0].rows


def test_a_copy_keeps_drop_downs_and_widths():
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    made, held = Workbook(), io.BytesIO()
    made.active.append(["Kind"])
    made.active.append(["grnat"])
    choice = DataValidation(type="list", formula1='"grant,contract"')
    choice.add("A2")
    made.active.add_data_validation(choice)
    made.active.column_dimensions["A"].width = 44
    made.save(held)
    found = load_workbook(io.BytesIO(copy(held.getvalue(), [], {"Sheet": [1]}, [Mark("Sheet", 2, 1, "Choose one.")])))
    assert found.active.data_validations.dataValidation[0].formula1 == '"grant,contract"'
    assert found.active.column_dimensions["A"].width == 44
    assert found.active.cell(2, 2).value == "Choose one."


def test_a_trial_writes_nothing(tmp_path):
    home = office(tmp_path / "office")
    file = put(tmp_path / "grants.xlsx", book(ROWS))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    told = take(home, file, write=False)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert "This was a trial. Nothing was written." in told.text
    assert "1 award (£5.00), of which 1 new" in told.text


def test_importing_twice_says_that_nothing_has_changed(tmp_path):
    home = office(tmp_path / "office")
    file = put(tmp_path / "grants.xlsx", book(ROWS[:3]))
    take(home, file)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    told = take(home, file)
    assert told.right
    assert "Nothing has changed. Nothing was written." in told.text
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_the_copy_of_a_file_that_is_no_xlsx_keeps_hidden_what_was_and_merged_what_was():
    cells = [[Cell(text, TEXT) for text in row] for row in (("Title", "", "Note"), ("Roof", "5", "x"), ("Bell", "6", "y"))]
    sheet = Sheet("G", cells, ((0, 0, 0, 1),), False, frozenset({1}), frozenset({2}))
    [again] = read("a.xlsx", copy(b"", [sheet], {}, []))
    assert (again.merged, again.hidden_rows, again.hidden_columns) == (sheet.merged, sheet.hidden_rows, sheet.hidden_columns)
