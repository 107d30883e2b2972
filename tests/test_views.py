"""What pages say of records together: whose money it is, and what must be known of a record wherever it stands."""

from decimal import Decimal

import pytest

from daylight.build import check
from daylight.views import mark
from daylight.views.referring import incoming
from tests.built import TODAY
from tests.cases import write

AWARD = "title: Sessions\ntype: grant\ndirection: out\namount: 100.00\namount_basis: exact\nsource: https://example.org/\n"


@pytest.fixture
def site(tmp_path):
    """A site of the office of the cases, with awards from the fields that are given to it."""

    def make(*extras: str):
        files = {f"data/awards/a{n}.yml": AWARD + extra for n, extra in enumerate(extras)}
        return check(write({"files": files}, tmp_path / "office"), TODAY)[0]

    return make


def belongs(site, kind: str, key: str, title: str) -> tuple[Decimal | None, int]:
    (group,) = (g for g in incoming(site, site.get(kind, key)) if g.title == title)
    return group.total, group.left


def test_the_money_of_an_award_with_one_fund_is_that_fund_s(site):
    assert belongs(site("fund: safety\n", "fund: safety\n"), "fund", "safety", "Awards") == (Decimal("200.00"), 0)


def test_of_an_award_with_shares_each_fund_has_its_own(site):
    made = site("funds:\n  - fund: safety\n    amount: 60.00\n  - fund: roads\n    amount: 40.00\n")
    assert belongs(made, "fund", "safety", "Awards") == (Decimal("60.00"), 0)
    assert belongs(made, "fund", "roads", "Awards") == (Decimal("40.00"), 0)


def test_an_award_that_is_shared_in_an_unknown_way_is_nobody_s(site):
    made = site("priorities:\n  - safer\n  - fairer\n", "priority: safer\n")
    assert belongs(made, "priority", "safer", "Awards") == (Decimal("100.00"), 1)
    assert belongs(made, "priority", "fairer", "Awards") == (Decimal("0.00"), 1)


def test_the_office_s_own_share_of_a_joint_award_is_added_up_and_no_more(site):
    made = site("own_share: 25.00\nfund: safety\n")
    assert belongs(made, "fund", "safety", "Awards") == (Decimal("25.00"), 0)


def test_money_that_an_organisation_only_answers_for_is_not_its_own(site):
    made = site("recipient: club\naccountable_body: council\n")
    assert belongs(made, "organisation", "council", "Accountable for") == (None, 0)


@pytest.mark.parametrize(
    ("extra", "said"),
    [("", ""), ("status: withdrawn\n", "Withdrawn"), ("status: active\n", ""), ("status: clawed_back\n", "Clawed back")],
)
def test_an_award_that_did_not_stay_is_marked(site, extra, said):
    made = site(extra)
    assert mark(made, made.get("award", "a0")) == said


def test_a_refusal_and_another_body_s_decision_are_marked(site):
    made = site()
    assert mark(made, made.get("decision", "refused")) == "Refused"
    assert mark(made, made.get("decision", "agreed")) == ""
