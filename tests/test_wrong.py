"""Each slip of tests/wrong gets one finding, on its line, with what to type instead; the office without it gets none."""

import re

import pytest

from tests.wrong import HERE, OFFICE, SLIPS, found, read

FILES = sorted(path.relative_to(OFFICE).as_posix() for path in OFFICE.rglob("*.*"))
FIELD = re.compile(r"(\s*(?:- )?)([a-z_]{4,}):(.*)")
NAMES = {path: path.relative_to(HERE).with_suffix("").as_posix() for path in SLIPS}


def test_the_office_without_a_slip_is_right(tmp_path):
    assert found({}, tmp_path / "office") == []


def test_there_are_more_than_a_hundred_slips_of_different_kinds():
    assert len(SLIPS) >= 120
    assert len({read(path)["what"] for path in SLIPS}) == len(SLIPS)


@pytest.mark.parametrize("path", SLIPS, ids=NAMES.get)
def test_a_slip_gets_one_finding_in_its_place_that_says_what_to_type(tmp_path, path):
    slip = read(path)
    said = found(slip, tmp_path / "office")
    assert [(f.path, f.line, f.rule, f.fix) for f in said] == [
        (slip["path"], slip["line"], slip["rule"], slip.get("fix", ""))
    ], "\n".join(f.text() for f in said)
    assert slip.get("says", "") in said[0].message
    assert len({"fix", "says", "why"} & slip.keys()) == 1, "a slip says what to type or to do, or why nobody can know it"


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yml")])
def test_each_misspelt_field_of_each_record_is_said_once_on_its_line_and_put_right(tmp_path, name):
    lines = (OFFICE / name).read_text("utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        if at := FIELD.fullmatch(line):
            middle = len(at[2]) // 2
            odd = f"{at[1]}{at[2][: middle - 1]}{at[2][middle]}{at[2][middle - 1]}{at[2][middle + 1 :]}:{at[3]}"
            odd = odd if odd != line else f"{at[1]}{at[2][:middle]}{at[2][middle + 1 :]}:{at[3]}"
            slip = {"files": {name: "\n".join([*lines[: number - 1], odd, *lines[number:]])}}
            said = found(slip, tmp_path / str(number))
            assert [(f.path, f.line, f.rule, f.fix) for f in said] == [(name, number, "FIELD", at[2])]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_said_once_and_nothing_that_leads_to_it(tmp_path, name):
    text = (OFFICE / name).read_text("utf-8")
    for number, broken in enumerate(("", f'{text}"')):
        said = found({"files": {name: broken}}, tmp_path / str(number))
        assert [(f.path, f.rule) for f in said] == [(name, "FILE")]
