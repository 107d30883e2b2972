"""Files of older and other programs are read as those of Excel are, with what they hide and what they show as an error."""

from pathlib import Path

import pytest
from tests.intake.small import awards, outcomes, taken, wrong

from daylight.intake.grid import read

FILES = Path(__file__).parent / "files"
KINDS = [path for path in sorted(FILES.iterdir()) if path.suffix in (".xls", ".ods")]


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path.suffix)
def test_every_cell_is_there_as_what_it_is(path):
    sheet = read(path.name, path.read_bytes())[0]
    assert [tuple(cell) for cell in sheet.rows[3]] == [
        *(("Barchester Club", "text"), ("Roof", "text"), ("1200.5", "number"), ("2023-07-14", "date"), ("BA1 1AA", "text"))
    ]
    assert tuple(sheet.rows[5][2]) == ("#REF!", "error")
    assert sheet.hidden_rows == {6}
    assert sheet.merged == ((0, 0, 0, 4),)
    assert len(sheet.rows) == 8


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path.suffix)
def test_it_is_imported_with_every_row_accounted_for(tmp_path, path):
    done = taken(tmp_path / "office", path.read_bytes(), path.name)
    main = [row for row in outcomes(done) if row[0] != 2]
    assert [what for _row, what in main if what != "skipped"] == ["record", "record", "held", "held"]
    assert [award["amount"] for award in awards(done)] == ["1200.50", "800.00"]
    said = "\n".join(wrong(done))
    assert 'row 6, column C (Amount (£)): the amount must be a value, and the spreadsheet shows the error "#REF!"' in said
    assert "row 7: this row is hidden" in said
