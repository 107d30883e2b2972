"""Which numbers the register of decisions leaves out, and which of them the office explains."""

import pytest

from daylight.pages.reports import coverage
from daylight.registers import gaps
from tests.small import small

YEAR_LAST = r"(?P<number>\d{3})/(?P<year>\d{4})"
YEAR_FIRST = r"(?P<year>\d{4})-(?P<number>\d+)"


@pytest.fixture
def make(tmp_path):
    """A site whose decisions have these references, in a form if there is one."""

    def of(form: str | None, *references: str, explained: list[dict] | None = None, **fields):
        publisher = ({"reference_pattern": form} if form else {}) | ({"gaps": explained} if explained else {})
        return small(tmp_path, publisher, decisions=[{"reference": r} | fields for r in references])

    return of


def left(site) -> list[str]:
    return [gap.reference for gap in gaps(site)]


def test_the_numbers_between_the_first_and_the_last_are_looked_for(make):
    assert left(make(YEAR_LAST, "007/2023", "003/2023", "004/2023")) == ["005/2023", "006/2023"]


def test_each_year_is_counted_by_itself(make):
    site = make(YEAR_LAST, "002/2024", "004/2024", "001/2023", "003/2023", "009/2022")
    assert [(gap.reference, gap.year) for gap in gaps(site)] == [("002/2023", "2023"), ("003/2024", "2024")]


def test_a_number_is_written_as_the_decision_before_it_is(make):
    site = make(r"(?:PCC |D)?" + YEAR_FIRST, "PCC 2023-0009", "D2023-12", "D2023-14")
    assert left(site) == ["PCC 2023-0010", "PCC 2023-0011", "D2023-13"]
    assert [gap.after.get("reference") for gap in gaps(site)] == ["PCC 2023-0009", "PCC 2023-0009", "D2023-12"]


def test_what_stands_around_a_reference_is_not_part_of_a_number(make):
    assert left(make(YEAR_FIRST, "Decision 2023-98 (urgent)", "2023-101")) == ["2023-99", "2023-100"]


def test_a_gap_is_explained_by_the_row_with_its_reference(make):
    explained = [{"reference": "002/2023", "reason": "not_used", "note": "Counted twice."}]
    site = make(YEAR_LAST, "001/2023", "004/2023", explained=explained)
    assert [(gap.reference, gap.row and gap.row.get("reason")) for gap in gaps(site)] == [
        ("002/2023", "not_used"),
        ("003/2023", None),
    ]
    section = next(s for s in coverage.page(site).values["sections"] if s.id == "gaps")
    assert section.tables[0].rows == [
        ["002/2023", "2023", "The number was not used", "Counted twice."],
        ["003/2023", "2023", None, "–"],
    ]
    assert section.texts == ["The number was not used: 1, not explained: 1."]


def test_an_explanation_of_another_year_explains_nothing(make):
    site = make(YEAR_LAST, "001/2023", "003/2023", explained=[{"reference": "002/2022", "reason": "not_used"}])
    assert [gap.row for gap in gaps(site)] == [None]


def test_the_decisions_of_others_are_not_in_the_register(make):
    assert left(make(YEAR_LAST, "001/2023", "003/2023", own="no")) == []


def test_a_number_that_stands_twice_leaves_no_gap(make):
    assert left(make(YEAR_LAST, "001/2023", "002/2023", "002/2023", "003/2023")) == []


@pytest.mark.parametrize(("form", "said"), [(None, "have no numbers in one form"), (YEAR_LAST, "No number is missing")])
def test_the_report_says_whether_a_gap_could_be_seen(make, form, said):
    section = next(s for s in coverage.page(make(form, "001/2023")).values["sections"] if s.id == "gaps")
    assert said in section.texts[0]


@pytest.mark.parametrize("form", [None, r"(?P<number>\d+", r"(?P<number>\d+)", r"(?P<year>\d{4})"])
def test_without_a_form_that_names_year_and_number_nobody_can_see_a_gap(make, form):
    assert left(make(form, "001/2023", "003/2023")) == []


def test_a_number_that_is_no_number_is_passed_over(make):
    assert left(make(r"(?P<year>\d{4})/(?P<number>\w+)", "2023/1", "2023/two", "2023/3")) == ["2023/2"]
