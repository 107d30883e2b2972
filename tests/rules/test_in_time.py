"""An award is judged by the strategy of its day, with that strategy's figures, and measured before rules are enforced."""

from functools import partial

import pytest
from tests.small import policy, small

from daylight import rules
from daylight.findings import NOTE, WARNING
from daylight.rules.between import asks, enforced
from daylight.rules.strategy import asked

LIMIT = {"check": "amount-limit", "minimum": "1.00"}
TWO = {"old": {"from": "2022-04-01", "to": "2024-03-31"}, "new": {"from": "2024-04-01"}}
OLD, NEW = {"rule": "OL-01", "strategy": "old"}, {"rule": "NE-01", "strategy": "new"}


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path)


def ids(site, kind: str = "award", key: str = "a0") -> list[str]:
    return [rule.id for rule in asked(site, site.get(kind, key))]


def found(site, key: str = "a0") -> list[tuple[str, str]]:
    """What the rules of strategies find in an award, with how severe it is."""
    said = rules.check_record(site, site.get("award", key))
    return [(f.rule, f.severity) for f in said if f.rule in ("OL-01", "NE-01")]


@pytest.mark.parametrize(
    ("fields", "by"),
    [
        ({"award_date": "2022-03-31"}, []),
        ({"award_date": "2022-04-01"}, ["OL-01"]),
        ({"award_date": "2024-03-31"}, ["OL-01"]),
        ({"award_date": "2024-04-01"}, ["NE-01"]),
        ({"announced_on": "2024-03-31"}, ["OL-01"]),
        ({"financial_year": "2024-25"}, ["NE-01"]),
        ({}, []),
    ],
)
def test_an_award_is_judged_by_the_strategy_of_its_day(make, fields, by):
    site = make(policy(LIMIT | OLD, LIMIT | NEW, strategies=TWO), awards=[fields])
    assert ids(site) == by


@pytest.mark.parametrize(("day", "over"), [("2024-03-31", ["OL-01"]), ("2024-04-01", [])])
def test_it_is_judged_with_the_figures_of_that_strategy(make, day, over):
    limits = LIMIT | OLD | {"maximum": "99.99"}, LIMIT | NEW | {"maximum": "100.00"}
    site = make(policy(*limits, strategies=TWO), awards=[{"award_date": day}])
    assert [rule for rule, _severity in found(site)] == over


@pytest.mark.parametrize(
    ("day", "by"),
    [("2024-05-31", []), ("2024-06-01", ["NE-01"]), ("2024-06-30", ["NE-01"]), ("2024-07-01", [])],
)
def test_a_rule_may_be_in_force_for_a_part_of_its_strategy(make, day, by):
    site = make(policy(LIMIT | NEW | {"from": "2024-06-01", "to": "2024-06-30"}, strategies=TWO), awards=[{"award_date": day}])
    assert ids(site) == by


def test_a_rule_does_not_outlive_its_strategy(make):
    rule = LIMIT | OLD | {"to": "2025-03-31"}
    assert ids(make(policy(rule, strategies=TWO), awards=[{"award_date": "2024-04-01"}])) == []


@pytest.mark.parametrize(
    ("began", "awarded", "by"),
    [
        ("2024-03-31", "2024-04-01", ["OL-01", "NE-02"]),
        ("2024-04-01", "2024-04-02", ["NE-01", "NE-02"]),
        (None, "2024-04-01", ["NE-01", "NE-02"]),
        (None, "2024-03-31", ["OL-01", "OL-02"]),
        ("2024-03-31", None, ["OL-01"]),
    ],
)
def test_the_day_on_which_procurement_began_chooses_the_rules_that_say_so(make, began, awarded, by):
    dated = {"dated_by": "procurement"}
    every = [LIMIT | OLD | dated, LIMIT | NEW | dated, LIMIT | OLD | {"rule": "OL-02"}, LIMIT | NEW | {"rule": "NE-02"}]
    award = {"procurement_commenced_on": began, "award_date": awarded}
    assert ids(make(policy(*every, strategies=TWO), awards=[award])) == by


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ({"award_date": "2026-05-31"}, NOTE),
        ({"award_date": "2026-06-01"}, WARNING),
        ({"award_date": "2026-06-02", "procurement_commenced_on": "2026-05-31"}, NOTE),
        ({"award_date": "2026-05-31", "procurement_commenced_on": "2026-06-01"}, WARNING),
    ],
)
def test_before_the_rules_are_enforced_an_award_is_measured(make, fields, severity):
    rule = LIMIT | NEW | {"maximum": "99.99", "dated_by": "procurement"}
    site = make(policy(rule, strategies=TWO, rules_from="2026-06-01"), awards=[fields])
    assert found(site) == [("NE-01", severity)]


@pytest.mark.parametrize(("day", "severity"), [("2025-01-31", NOTE), ("2025-02-01", WARNING)])
def test_a_rule_may_be_enforced_from_a_day_of_its_own(make, day, severity):
    rule = LIMIT | NEW | {"maximum": "99.99", "enforced_from": "2025-02-01"}
    site = make(policy(rule, strategies=TWO, rules_from="2026-06-01"), awards=[{"award_date": day}])
    assert found(site) == [("NE-01", severity)]


@pytest.mark.parametrize(
    ("amount", "by"),
    [("99.99", []), ("100.00", ["RR-01"]), ("100.01", ["RR-01", "RR-02"]), ("499.99", ["RR-01", "RR-02"]), ("500.00", [])],
)
def test_a_rule_asks_of_the_amounts_that_it_names(make, amount, by):
    least, over = (
        LIMIT | {"amount_from": "100.00", "amount_below": "500.00"},
        {"amount_over": "100.00", "amount_below": "500.00"},
    )
    site = make(policy(least, LIMIT | over), awards=[{"award_date": "2024-05-01", "amount": amount}])
    assert ids(site) == by


@pytest.mark.parametrize(
    ("fields", "by"),
    [
        ({"fund": "safety"}, ["RR-01", "RR-03"]),
        ({"funds": [{"fund": "roads"}, {"fund": "safety"}]}, ["RR-01", "RR-02", "RR-03"]),
        ({}, ["RR-03"]),
    ],
)
def test_a_rule_of_a_fund_asks_of_its_awards_only(make, fields, by):
    site = make(
        policy(LIMIT | {"fund": "safety"}, LIMIT | {"fund": "roads"}, LIMIT), awards=[{"award_date": "2024-05-01"} | fields]
    )
    assert ids(site) == by


@pytest.mark.parametrize(
    ("fields", "by"),
    [
        ({"type": "contract", "scheme": "A scheme"}, ["RR-01", "RR-03"]),
        ({"type": "contract"}, ["RR-01", "RR-02"]),
        ({"type": "grant"}, ["RR-02"]),
        ({"type": "grant", "scheme": "A scheme"}, ["RR-03"]),
    ],
)
def test_a_rule_asks_where_its_conditions_are_met(make, fields, by):
    where = ("type: contract, invoice", "scheme: none", "scheme: any")
    site = make(policy(*(LIMIT | {"where": of} for of in where)), awards=[{"award_date": "2024-05-01"} | fields])
    assert ids(site) == by


def test_a_check_that_cannot_judge_a_record_is_not_asked_of_it(make):
    assert (
        ids(make(policy(LIMIT), awards=[{"award_date": "2024-05-01", "amount": None, "amount_basis": "not_published"}])) == []
    )


def test_a_rule_that_cannot_be_applied_asks_nothing(make):
    wrong = [LIMIT | {"check": "amount-limt"}, {"check": "given"}, LIMIT | {"where": "typ: grant"}, LIMIT]
    assert ids(make(policy(*wrong), awards=[{"award_date": "2024-05-01"}])) == ["RR-04"]


@pytest.mark.parametrize(("kind", "key"), [("fund", "safety"), ("organisation", "club")])
def test_a_record_of_a_kind_without_dates_is_asked_for_all_times(make, kind, key):
    given = {"check": "given", "of": kind, "fields": "source"}
    site = make(policy(given | OLD, given | NEW, strategies=TWO))
    assert ids(site, kind, key) == ["OL-01", "NE-01"]


@pytest.mark.parametrize(
    ("rules_from", "fields", "must"),
    [
        ("2026-06-01", {"award_date": "2026-05-31"}, False),
        ("2026-06-01", {"award_date": "2026-06-01"}, True),
        ("2026-06-01", {"announced_on": "2026-06-01"}, True),
        ("2026-06-01", {"financial_year": "2026-27"}, False),
        ("2026-06-01", {}, False),
        (None, {}, True),
    ],
)
def test_the_law_is_enforced_from_the_day_that_the_office_names(make, rules_from, fields, must):
    site = make({"rules_from": rules_from}, awards=[fields])
    award = site.get("award", "a0")
    assert enforced(site, award) == must
    assert asks(site, award) == ("" if must else NOTE)


def test_what_has_no_day_of_its_own_must_meet_the_law_always(make):
    site = make({"rules_from": "2026-06-01"})
    assert enforced(site, site.get("organisation", "club"))


@pytest.mark.parametrize(("day", "severity"), [("2026-05-31", "note"), ("2026-06-01", "error")])
def test_a_grant_without_its_reasons_is_measured_before_that_day_and_an_error_from_it_on(make, day, severity):
    said = {"recipient": "club", "purpose": "Boxing.", "unconditional": "yes", "legal_power": "PRSRA2011-s9"}
    site = make({"rules_from": "2026-06-01"}, awards=[said | {"award_date": day}])
    found = [(f.rule, f.severity) for f in rules.check_record(site, site.get("award", "a0"))]
    assert ("SIO-3F", severity) in found
