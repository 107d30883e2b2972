"""A record's page says how many rules are about it, and what is not met in words that need no table."""

import pytest
from tests.small import policy, small

from daylight.pages.judged import judged

GIVEN = {"check": "given", "fields": "conditions"}
LIMIT = {"check": "amount-limit", "maximum": "50.00"}
NOW = {"award_date": "2024-05-01"}


@pytest.fixture
def judge(tmp_path):
    """What the page of an award says, in an office with some rules."""

    def of(award: dict, *rules: dict):
        site = small(tmp_path, policy(*rules), awards=[award])
        return judged(site, site.get("award", "a0"))

    return of


def test_each_rule_that_is_about_an_award_is_counted_once(judge):
    said = judge(NOW, GIVEN, LIMIT, GIVEN | {"rule": "RR-01", "fields": "outcomes"}, LIMIT | {"where": "type: contract"})
    assert said.said == "2 rules of the strategy are about this record."


def test_one_rule_is_one_rule(judge):
    assert judge(NOW, GIVEN).said == "1 rule of the strategy is about this record."


def test_what_is_not_met_is_said_without_the_quotation(judge):
    missed = [found for found in judge(NOW, GIVEN, LIMIT).missed if found[0].startswith("RR-")]
    assert missed == [("RR-01", "the conditions must be stated"), ("RR-02", "the amount must be at most £50.00, not £100.00")]


def test_what_is_met_or_explained_is_not_said(judge):
    row = {
        "rule": "RR-02",
        "reason": "Urgent.",
        "approved_by_role": "Treasurer",
        "date": "2024-05-01",
        "expires": "2027-03-31",
    }
    award = NOW | {"conditions": [{"text": "Spend it."}], "exceptions": [row]}
    assert [found for found in judge(award, GIVEN, LIMIT).missed if found[0].startswith("RR-")] == []


def test_the_same_sentence_is_said_once(judge):
    twice = judge(NOW, GIVEN, GIVEN | {"rule": "RR-01"})
    assert [rule for rule, _words in twice.missed].count("RR-01") == 1


def test_an_award_before_every_strategy_is_judged_by_none_and_its_page_says_so(judge):
    said = judge({"award_date": "2019-05-01"}, GIVEN)
    assert said.said == "No strategy is known that was in force for this record."
    assert not any(rule.startswith("RR-") for rule, _words in said.missed)
