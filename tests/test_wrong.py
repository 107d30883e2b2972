"""Each slip of tests/wrong gets one finding, on its line, with what to type instead; the office without it gets none."""

import pytest

from tests.wrong import HERE, SLIPS, found, read

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
