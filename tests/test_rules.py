"""Each rule finds what it is for, and nothing in the real records."""

import pytest

from daylight.build import check
from tests.built import TODAY, office

GRANT = "title: Sessions\ntype: grant\ndirection: out\nrecipient: doncaster-council\nsource: https://example.org/\n"
BAD = {
    "REF": GRANT + "amount_basis: exact\namount: 1.00\nfund: sy-f00\n",
    "NUM-01": GRANT + "amount_basis: exact\n",
    "NUM-01 ": GRANT + "amount_basis: ambiguous\namount: 590.57\n",
    "DATE-01": GRANT + "amount_basis: exact\namount: 1.00\nstart_date: 2024-05-02\nend_date: 2024-05-01\n",
    "DATE-01 ": GRANT + "amount_basis: exact\namount: 1.00\naward_date: 2027-01-01\n",
}


def test_the_real_records_have_nothing_to_fix(tmp_path):
    assert check(office(tmp_path), TODAY)[1] == []


@pytest.mark.parametrize("rule", BAD)
def test_a_bad_record_is_found_at_its_line(tmp_path, rule):
    home = office(tmp_path)
    (home / "data/awards/bad.yml").write_text(BAD[rule], "utf-8")
    (said,) = check(home, TODAY)[1]
    assert (said.path, said.rule) == ("data/awards/bad.yml", rule.strip())
    assert said.line > 1
