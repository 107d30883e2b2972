"""What is due: each thing has its last day, is overdue from the next one on, and names who asks for it."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import home_of
from tests.small import policy, small

from daylight import rules
from daylight.history import Past
from daylight.load import load
from daylight.releases import Release
from daylight.schema import load_schemas
from daylight.views import due
from daylight.views.due.periods import following, form_of, last_day, said
from daylight.views.due.task import KINDS, STATES, Task, firsts, months_after
from daylight.words import WELSH, spoken

FROM = {"rules_from": "2020-01-01"}
GRANT = {"legal_power": "PRSRA2011-s9"}
LASTING = {"award_date": "2025-03-01", "start_date": "2025-04-01", "end_date": "2026-05-31", "status": "active"}
REVIEWED = {"now": {"from": "2020-04-01", "reviewed_on": "2024-02-29"}}


def told(site, *kinds: str) -> list[tuple]:
    """The days of all tasks of some kinds, with what they are about."""
    return [(t.day, t.record.key if t.record else t.which) for t in due.every(site) if t.kind in kinds]


def of(site, key: str) -> list[Task]:
    return [task for task in due.every(site) if task.record and task.record.key == key]


def next_day(day: str, by: int = 1) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def exception(**fields) -> dict:
    return {"rule": "DEC-03", "reason": "None", "approved_by_role": "Chief Executive", "date": "2026-01-05"} | fields


# Each a last day, the rule (or the words) that finds something from the next day on, and the records: both must agree.
AGREED = {
    "a decision within ten working days, one of them a bank holiday": (
        *("2026-05-05", "SIO-04"),
        FROM | {"decision_days": "10"},
        {"decisions": {"x": {"taken_on": "2026-04-16", "signed_on": "2026-04-20"}}},
    ),
    "a decision whose publication was put off": (
        *("2026-12-29", "SIO-04"),
        FROM | {"decision_days": "1"},
        {"decisions": {"x": {"taken_on": "2026-11-02", "deferred_until": "2026-12-24", "deferral_reason": "Bids"}}},
    ),
    "a panel": (
        *("2024-02-29", "NIL-01"),
        FROM,
        {"rounds": {"x": {"met_on": "2024-02-29"}}},
    ),
    "the decision after a panel": (
        *("2024-03-28", "RR-01"),
        policy({"check": "round-decided", "of": "round", "figure": "28"}, **FROM),
        {"rounds": {"x": {"met_on": "2024-02-29", "awarded": "0"}}},
    ),
    "the decision after a panel, at once": (
        *("2026-06-12", "RR-01"),
        policy({"check": "round-decided", "of": "round"}, **FROM),
        {"rounds": {"x": {"met_on": "2026-06-12", "awarded": "0"}}},
    ),
    "an evaluation three months after the last day of a long month": (
        *("2026-08-31", "RR-01"),
        policy({"check": "after-end", "fields": "evaluation", "figure": "3"}, **FROM),
        {"awards": {"x": LASTING}},
    ),
    "an evaluation in a month that is shorter": (
        *("2027-02-28", "RR-01"),
        policy({"check": "after-end", "fields": "evaluation", "figure": "6"}, **FROM),
        {"awards": {"x": LASTING | {"actual_end_date": "2026-08-31"}}},
    ),
    "the review of a contract": (
        *("2027-05-31", "RR-01"),
        policy({"check": "review-window", "values": "18; 12"}, **FROM),
        {"awards": {"x": LASTING | {"end_date": "2028-05-31"}}},
    ),
    "the review of a contract that is shorter than its window": (
        *("2026-02-01", "RR-01"),
        policy({"check": "review-window", "values": "18; 12"}, **FROM),
        {"awards": {"x": LASTING | {"start_date": "2026-02-01"}}},
    ),
    "a monitoring return": (
        *("2026-07-01", "RR-01"),
        policy({"check": "returns-in"}, **FROM),
        {"awards": {"x": LASTING | {"monitoring_dates": [{"due_on": "2026-07-01", "kind": "return"}]}}},
    ),
    "an exception": (
        *("2026-09-30", "held until"),
        FROM,
        {"awards": {"x": LASTING | {"exceptions": [exception(expires="2026-09-30")]}}},
    ),
    "the entry of a subsidy": (
        *("2026-11-30", "SUB-01"),
        FROM,
        {"awards": {"x": {"award_date": "2026-08-31", "amount": "100000.01", "is_subsidy": "yes"}}},
    ),
    "the review of a strategy, after a leap day": (
        *("2027-02-28", "RR-01"),
        policy({"check": "strategy-reviewed", "of": "publisher", "figure": "36"}, strategies=REVIEWED, **FROM),
        {},
    ),
}


@pytest.mark.parametrize("name", AGREED)
def test_the_clock_is_overdue_when_the_check_finds_something(tmp_path, name):
    last, rule, publisher, records = AGREED[name]
    for day in (next_day(last, -1), last, next_day(last)):
        site = small(tmp_path / day, publisher, today=day, **records)
        (task,) = [t for t in due.every(site) if t.day == last and (not t.record or t.record.key == "x")]
        assert (task.state(day) == "overdue") == (day > last)
        found = [f for f in rules.check(site) if f.path.endswith(("/x.yml", "publisher.yml"))]
        found = [f for f in found if rule == f.rule or rule in f.message]
        assert bool(found) == (day > last), (day, found)


def test_nothing_is_due_that_fell_due_before_the_rules_are_enforced(tmp_path):
    for name, first, there in (("1", "2026-09-30", True), ("2", "2026-10-01", False)):
        held = LASTING | {"exceptions": [exception(expires="2026-09-30")]}
        site = small(tmp_path / name, {"rules_from": first}, awards={"x": held})
        assert bool(told(site, "exception")) == there


def test_a_record_of_before_that_day_is_only_measured(tmp_path):
    """Its decision would have to be published within ten days of the day from which the rules are enforced."""
    decision = {"taken_on": "2026-05-29"}
    for name, first, there in (("1", "2026-05-29", True), ("2", "2026-05-30", False)):
        site = small(tmp_path / name, {"rules_from": first, "decision_days": "10"}, decisions={"x": decision})
        assert bool(of(site, "x")) == there


# --- lists for each month, quarter and year ---


def lists(duty: str, *periods: str) -> dict:
    return {"publications": [{"duty": duty, "period": period, "published_on": "2026-01-05"} for period in periods]}


@pytest.mark.parametrize(
    ("duty", "there", "today", "days"),
    [
        ("3g", ("2026-09", "2026-10"), "2026-11-21", ["2026-12-01"]),
        ("3g", ("2026-09",), "2026-11-02", ["2026-11-02"]),  # 1 November is a Sunday
        ("3g", ("2026-09",), "2026-11-03", ["2026-11-02", "2026-12-01"]),
        ("3g", ("2025-11",), "2025-12-31", ["2026-01-02"]),  # New Year's Day
        ("3g", ("2024-01",), "2024-03-01", ["2024-03-01"]),
        ("3g", ("2024-02",), "2024-04-01", ["2024-04-02"]),  # Easter Monday
        ("3g", ("2026-07", "2026-10"), "2026-11-21", ["2026-09-01", "2026-12-01"]),  # August is left out
        ("3h", ("2026-Q3",), "2026-11-21", ["2027-01-04"]),
        ("lgtc-contracts", ("2026-Q3",), "2027-01-31", ["2027-01-31"]),
        ("lgtc-contracts", ("2026-Q3",), "2027-02-01", ["2027-01-31", "2027-04-30"]),
        ("lgtc-grants", ("2025-26",), "2026-11-21", ["2027-04-30"]),
        ("3e", ("2026-27",), "2026-11-21", ["2027-03-31"]),
        ("1d", ("2011-12",), "2012-11-21", ["2013-04-02"]),  # a year, though it reads like a month; 1 April is Easter Monday
        ("3g", ("2011-11", "2011-12"), "2012-01-15", ["2012-02-01"]),
    ],
)
def test_the_next_list_is_due_and_what_is_left_out_is_one_task(make, duty, there, today, days):
    site = make({"rules_from": "2010-01-01"}, today=today, **lists(duty, *there))
    assert [day for day, which in told(site, "publication") if which == duty] == days


def test_many_that_are_left_out_are_named_and_counted(make):
    site = make(FROM, today="2026-11-21", **lists("3g", "2026-02", "2026-06"))
    (late, _next) = [t for t in due.every(site) if t.kind == "publication"]
    assert late.todo.startswith("Publish it for March 2026, April 2026, May 2026 and 4 more")
    assert late.day == "2026-04-01"


def test_a_list_that_is_kept_up_to_date_is_never_due(make):
    assert told(make(FROM, publications=[{"duty": "3g"}]), "publication") == []


def grants(*days: str, **fields) -> dict:
    return {"awards": [GRANT | {"award_date": day} | fields for day in days]}


@pytest.mark.parametrize(
    ("records", "days"),
    [
        (grants("2026-10-01", "2026-10-31", "2026-11-20"), ["2026-11-02", "2026-12-01"]),
        (grants("2026-10-31", published_on="2026-11-20"), []),
        (grants("2026-10-31", legal_power="contract"), []),
        (grants("2026-10-31") | lists("3f", "2026-10"), ["2026-12-01"]),  # that of the list that comes next
        (grants("2026-10-31") | {"publications": [{"duty": "3f"}]}, []),
    ],
)
def test_the_grants_of_a_month_are_due_when_it_has_ended(make, records, days):
    assert [day for day, _which in told(make(FROM, **records), "publication")] == days


@pytest.mark.parametrize(
    ("budgets", "today", "days"),
    [
        ({"2025-26": "2025-03-01"}, "2026-11-21", ["2026-03-31", "2027-03-31"]),
        ({"2025-26": "2025-03-01", "2026-27": "2026-03-01"}, "2026-11-21", ["2027-03-31"]),
        ({"2025-26": "2025-03-01", "2026-27": None}, "2026-03-31", ["2026-03-31"]),
        ({"2026-27": "2026-03-01", "2027-28": "2026-11-01"}, "2026-11-21", []),
        ({"2027-28": None}, "2026-11-21", ["2027-03-31"]),
        ({"2028-29": None}, "2026-11-21", []),
        ({}, "2026-11-21", []),
    ],
)
def test_a_budget_is_due_before_its_year(make, budgets, today, days):
    given = [{"financial_year": year, "published_on": day} for year, day in budgets.items()]
    assert [day for day, _which in told(make(FROM, today=today, budgets=given), "budget")] == days


# --- decisions, panels and strategies ---


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, ["2026-11-18"]),
        ({"signed_on": "2026-11-18"}, ["2026-11-20"]),
        ({"published_on": "2026-11-17"}, []),
        ({"own": "no"}, []),
        ({"withdrawn_on": "2026-11-17"}, []),
        ({"deferred_until": "2026-12-24"}, ["2026-12-30"]),  # after Christmas Day and Boxing Day, moved to Monday
        ({"deferred_until": "2026-12-24", "published_on": "2026-11-17"}, ["2026-12-24"]),  # a stub
        ({"deferred_until": "2026-12-24", "published_on": "2026-11-17", "reasons": "Said"}, []),
    ],
)
def test_a_decision_is_due_in_the_days_that_the_office_undertakes(make, fields, days):
    site = make(FROM | {"decision_days": "2"}, decisions={"x": {"taken_on": "2026-11-16"} | fields})
    assert [task.day for task in of(site, "x")] == days


def test_where_the_office_undertakes_no_days_a_decision_has_none(make):
    assert of(make(FROM, decisions={"x": {"taken_on": "2026-11-16"}}), "x") == []


@pytest.mark.parametrize(
    ("days", "today", "owed"),
    [
        (["2026-06-01"], "2026-11-21", [("2027-03-31", "1 more time ")]),
        (["2026-06-01", "2027-02-01"], "2026-11-21", []),
        (["2026-03-31"], "2026-04-01", [("2027-03-31", "2 more times")]),
        (["2026-06-01"], "2027-03-31", [("2027-03-31", "1 more time ")]),
        (["2024-06-01"], "2026-11-21", []),  # a panel that is no more
    ],
)
def test_sittings_that_are_owed_in_the_year(make, days, today, owed):
    publisher = policy({"check": "rounds", "of": "fund", "figure": "2"}, **FROM)
    rounds = [{"fund": "x", "met_on": day, "awarded": "0"} for day in days]
    tasks = of(make(publisher, today=today, funds={"x": {}}, rounds=rounds), "x")
    assert [(t.day, words) for t in tasks for _day, words in owed if words in t.todo] == owed
    assert len(tasks) == len(owed)


@pytest.mark.parametrize(
    ("day", "today", "due_on"),
    [
        ("2026-09-30", "2026-10-01", ["2026-12-31"]),
        ("2026-12-01", "2026-11-21", []),
        ("2026-12-31", "2027-01-01", ["2027-03-31"]),
        ("2026-06-30", "2026-06-30", []),
    ],
)
def test_a_sitting_that_is_owed_in_the_quarter(make, day, today, due_on):
    publisher = policy({"check": "every-quarter", "of": "fund"}, **FROM)
    site = make(publisher, today=today, funds={"x": {}}, rounds=[{"fund": "x", "met_on": day, "awarded": "0"}])
    assert [task.day for task in of(site, "x")] == due_on


@pytest.mark.parametrize(
    ("rule", "owed"),
    [
        ({"to": "2026-12-31"}, True),
        ({"to": "2026-12-30"}, False),
    ],
)
def test_a_quarter_that_lies_only_partly_in_the_time_of_its_rule_owes_nothing(make, rule, owed):
    publisher = policy({"check": "every-quarter", "of": "fund"} | rule, **FROM)
    site = make(publisher, today="2026-11-21", funds={"x": {}}, rounds=[{"fund": "x", "met_on": "2026-09-30", "awarded": "0"}])
    assert bool(of(site, "x")) == owed


@pytest.mark.parametrize(
    ("strategies", "days"),
    [
        ({"now": {"to": "2027-03-31"}}, ["2027-03-31"]),
        ({"now": {"to": "2027-03-31"}, "next": {"from": "2027-04-01"}}, []),
        ({"now": {"to": "2024-03-31"}, "next": {"from": "2024-04-01", "to": "2027-03-31"}}, ["2027-03-31"]),
        ({"now": {"to": "2027-03-31"}, "other": {"to": "2027-03-31"}}, ["2027-03-31"] * 2),
        ({"now": {}}, []),
    ],
)
def test_a_strategy_ends_where_none_follows(make, strategies, days):
    assert [day for day, _which in told(make(policy(strategies=strategies, **FROM)), "strategy")] == days


@pytest.mark.parametrize(("to", "days"), [("2027-02-28", []), ("2027-03-01", ["2027-02-28"])])
def test_a_strategy_that_ends_before_its_review_is_not_reviewed(make, to, days):
    strategies = {"now": {"reviewed_on": "2024-02-29", "to": to}, "after": {"from": "2027-01-01"}}
    publisher = policy({"check": "strategy-reviewed", "of": "publisher", "figure": "36"}, strategies=strategies, **FROM)
    assert [day for day, _which in told(make(publisher), "strategy")] == days


@pytest.mark.parametrize(("dated", "days"), [("2026-03-31", ["2027-03-31"]), ("2026-04-01", [])])
def test_evidence_is_due_at_the_end_of_a_year_without_any(make, dated, days):
    publisher = policy({"check": "evidence-yearly", "of": "publisher", "values": "evaluation"}, **FROM)
    site = make(publisher, documents=[{"kind": "evaluation", "dated": dated}])
    assert [day for day, _which in told(site, "strategy")] == days


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        ([("2026-27", "agreed")], ["2027-03-31"]),
        ([("2026-27", "agreed"), ("2027-28", "agreed")], []),
        ([("2026-27", "agreed"), ("2027-28", None)], ["2027-03-31"]),
        ([("2026-27", None)], ["2026-03-31", "2027-03-31"]),
        ([("2020-21", "agreed")], []),
        ([], []),
    ],
)
def test_the_pot_of_a_year_is_decided_before_it(make, rows, days):
    years = [{"financial_year": year, "envelope": "5.00", "decision": key} for year, key in rows]
    years = [{name: value for name, value in row.items() if value} for row in years]
    site = make(policy({"check": "before-year", "of": "fund"}, **FROM), funds={"x": {"years": years}})
    assert [task.day for task in of(site, "x")] == days


def test_a_pot_to_which_something_was_added_may_be_decided_later(make):
    years = [
        {"financial_year": "2025-26", "envelope": "5.00", "decision": "agreed"},
        {"financial_year": "2026-27", "envelope": "5.00", "additional": "1.00"},
    ]
    site = make(policy({"check": "before-year", "of": "fund"}, **FROM), funds={"x": {"years": years}})
    assert [task.day for task in of(site, "x")] == ["2027-03-31"]  # that of the next year alone


@pytest.mark.parametrize(("first", "there"), [("2026-06-12", True), ("2026-06-13", False)])
def test_a_rule_that_is_not_enforced_yet_asks_for_nothing(make, first, there):
    publisher = policy({"check": "round-decided", "of": "round", "figure": "28", "enforced_from": first}, **FROM)
    assert bool(of(make(publisher, rounds={"x": {"met_on": "2026-06-12", "awarded": "0"}}), "x")) == there


# --- awards, opportunities, documents and what is withheld ---


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"end_date": "2026-11-21"}, ["2026-11-21"]),
        ({"end_date": "2026-11-20"}, []),
        ({"end_date": "2027-11-21", "actual_end_date": "2026-12-01"}, ["2026-12-01"]),
        ({"end_date": "2027-11-21", "status": "withdrawn"}, []),
        ({"review_date": "2026-11-20", "end_date": None}, ["2026-11-20"]),
        ({"review_date": "2026-11-20", "last_reviewed_on": "2026-11-19", "end_date": None}, ["2026-11-20"]),
        ({"review_date": "2026-11-20", "last_reviewed_on": "2026-11-20", "end_date": None}, []),
        ({"review_date": "2026-11-20", "last_reviewed_on": "2026-11-21", "end_date": None}, []),
        ({"review_date": "2026-05-01"}, []),  # it has ended since
    ],
)
def test_awards_end_and_are_reviewed(make, fields, days):
    site = make(FROM, awards={"x": LASTING | fields})
    assert [task.day for task in of(site, "x")] == days


def test_a_review_that_is_planned_is_due_on_its_day(make):
    publisher = policy({"check": "review-window", "values": "18; 12"}, **FROM)
    award = LASTING | {"end_date": "2028-05-31", "strategic_review_on": "2027-02-01"}
    assert [t.day for t in of(make(publisher, awards={"x": award}), "x")] == ["2027-02-01", "2028-05-31"]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({"due_on": "2026-11-20", "kind": "return"}, "overdue"),
        ({"due_on": "2026-11-20", "kind": "return", "received": "yes"}, None),
        ({"due_on": "2026-11-20", "kind": "meeting"}, None),
        ({"due_on": "2026-11-20", "kind": "meeting", "received": "no"}, "overdue"),
        ({"due_on": "2026-11-21", "kind": "meeting"}, "week"),
        ({"due_on": "2026-12-24", "kind": "final_report"}, "quarter"),
        ({"due_on": "2026-12-24", "kind": "final_report", "received": "yes"}, None),
    ],
)
def test_monitoring_that_is_stated(make, row, state):
    site = make(FROM, awards={"x": LASTING | {"monitoring_dates": [row]}})
    assert [task.state(site.today) for task in of(site, "x")] == ([state] if state else [])


def test_what_two_rows_state_is_one_task(make):
    rows = [{"due_on": "2026-12-24", "kind": "return"} for _ in range(2)]
    assert len(of(make(FROM, awards={"x": LASTING | {"monitoring_dates": rows}}), "x")) == 1


def test_of_monitoring_that_is_counted_three_months_are_told_and_else_the_next(make):
    monthly = {"start_date": "2026-01-21", "end_date": "2027-12-31", "monitoring_months": "1", "meeting_months": "18"}
    site = make(FROM, awards={"x": LASTING | monthly})
    days = [task.day for task in of(site, "x") if task.kind == "monitoring"]
    assert days == ["2026-11-21", "2026-12-21", "2027-01-21", "2027-07-21"]


def test_who_gave_the_money_back_is_asked_for_nothing(make):
    late = {"monitoring_dates": [{"due_on": "2026-06-20", "kind": "return", "received": "no"}], "status": "clawed_back"}
    assert of(make(FROM, awards={"x": LASTING | late}), "x") == []


TENDER = {"kind": "tender", "expected_value": "10000.01"}
NOTIFIED = {"kind": "tender", "expected_value": "30000.00", "documents": ["d0"]}


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"opens_on": "2026-11-21", "closes_on": "2026-12-01", "kind": "grant_round"}, ["2026-11-21", "2026-12-01"]),
        ({"opens_on": "2026-11-20", "closes_on": "2026-11-20", "kind": "grant_round"}, []),
        ({"opens_on": "2026-11-20", "closes_on": "2026-11-21", "kind": "grant_round"}, ["2026-11-21"]),
        ({"opens_on": "2026-12-01", "cancelled_on": "2026-11-20"}, []),
        (TENDER | {"opens_on": "2026-11-20"}, ["2026-11-20"]),
        (TENDER | {"opens_on": "2026-12-01"}, ["2026-12-01", "2026-12-01"]),
        (TENDER | {"opens_on": "2026-11-20", "expected_value": "10000.00"}, []),
        (TENDER | {"opens_on": "2026-11-20", "lead_commissioner": "no"}, []),
        (NOTIFIED | {"opens_on": "2026-12-01"}, ["2026-12-01", "2026-12-01"]),
        (NOTIFIED | {"opens_on": "2026-12-01", "published_on": "2026-11-10"}, ["2026-11-10", "2026-12-01"]),
        (NOTIFIED | {"opens_on": "2026-12-01", "platform_notice_on": "2026-11-10"}, ["2026-12-01"]),
        (NOTIFIED | {"opens_on": "2026-12-01", "advertised_on": [{"where": "national_platform"}]}, ["2026-12-01"]),
        (NOTIFIED | {"opens_on": "2026-12-01", "expected_value": "29999.99"}, ["2026-12-01"]),
        (NOTIFIED | {"opens_on": "2026-12-01", "regime": "exempt"}, ["2026-12-01"]),
        (TENDER | {"opens_on": "2026-11-20", "documents": ["d0"]}, []),
    ],
)
def test_opportunities_open_close_and_have_their_invitation(make, fields, days):
    site = make(FROM, opportunities={"x": fields}, documents=[{"kind": "tender"}])
    assert [task.day for task in of(site, "x")] == days


def test_a_document_is_reviewed_unless_its_strategy_has_ended(make):
    strategies = {"old": {"to": "2026-03-31", "document": "d0"}, "new": {"document": "d1"}}
    site = make(policy(strategies=strategies, **FROM), documents=[{"kind": "report", "review_on": "2026-11-01"}] * 2)
    assert told(site, "document") == [("2026-11-01", "d1")]


def test_what_is_withheld_is_looked_at_again_and_not_told(make):
    row = {"ground": "FOIA-s43", "opinion_of_role": "Chief Executive", "reason": "Secret price", "date": "2026-01-05"}
    rows = [row | {"applies_to": name, "review_on": "2026-12-01"} for name in ("amount", "vfm_reasons")]
    (task,) = of(make(FROM, awards={"x": {"withholdings": rows}}), "x")
    assert (task.kind, task.day) == ("withheld", "2026-12-01")
    assert "Secret" not in task.todo + task.authority
    assert "amount" not in task.todo


@pytest.mark.parametrize(
    "fields",
    [{"amount": "100000.00"}, {"is_subsidy": "no"}, {"subsidy_reference": "SC1"}, {"type": "contract"}, {"direction": "in"}],
)
def test_what_is_no_large_subsidy_or_is_listed_is_not_entered(make, fields):
    award = {"award_date": "2026-08-31", "amount": "100000.01", "is_subsidy": "yes"}
    site = make(FROM, awards={"x": award, "y": award | fields})
    assert (len(of(site, "x")), of(site, "y")) == (1, [])


def test_several_exceptions_of_a_day_are_one_task(make):
    rows = [exception(rule=rule, expires="2026-12-01") for rule in ("SIO-05", "DEC-03")]
    (task,) = of(make(FROM, awards={"x": {"exceptions": rows}}), "x")
    assert "(DEC-03, SIO-05)" in task.todo


def test_identifiers_are_compared_a_year_after_the_oldest_comparison(make):
    days = ["2024-02-29", "2024-05-29", "2024-05-30", None]
    site = make(FROM, organisations=[{"identifier_checked_on": day} for day in days])
    (task,) = [t for t in due.every(site) if t.kind == "identifier"]
    assert task.day == "2025-02-28"
    assert "of 2 organisations" in task.todo


@pytest.mark.parametrize(("first", "there"), [("2026-11-21", True), ("2026-11-22", False)])
def test_a_rule_about_a_fund_asks_from_the_day_on_which_it_is_enforced(make, first, there):
    publisher = policy({"check": "rounds", "of": "fund", "figure": "2", "enforced_from": first}, **FROM)
    site = make(publisher, funds={"x": {}}, rounds=[{"fund": "x", "met_on": "2026-06-12", "awarded": "0"}])
    assert bool(of(site, "x")) == there


@pytest.mark.parametrize(
    ("released", "changed", "days"),
    [
        ("2026-10-31", {}, ["2026-11-30"]),  # outside of git nobody knows what changed
        ("2026-10-31", {"data/funds/x.yml": "2026-11-01"}, ["2026-11-30"]),
        ("2026-10-31", {"data/funds/x.yml": "2026-10-31"}, []),
        ("2026-01-31", {"data/funds/x.yml": "2026-10-31"}, ["2026-02-28"]),
        (None, {}, []),
    ],
)
def test_a_release_is_due_a_month_after_the_last_if_something_changed(make, released, changed, days):
    site = make(FROM, funds={"x": {}})
    site.releases = (Release(released, Path()),) if released else ()
    site.past = Past(changed=changed)
    assert [day for day, _which in told(site, "release")] == days


# --- all of it ---


DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31)).map(date.isoformat)


@given(DAYS, st.integers(-40, 120))
def test_each_day_is_in_one_state_and_never_in_a_later_one_the_next_morning(today, by):
    day, states = next_day(today, by), list(STATES)
    state = Task("award", day, "").state(today)
    assert (state == "overdue") == (by < 0)
    assert (state == "week") == (0 <= by < 7)
    assert (state == "month") == (7 <= by < 28)
    assert (state == "later") == (day >= months_after(today, 3))
    assert states.index(Task("award", day, "").state(next_day(today))) <= states.index(state)


@pytest.mark.parametrize(
    ("today", "last"), [("2026-11-21", "2027-02-20"), ("2026-11-30", "2027-02-27"), ("2027-11-30", "2028-02-28")]
)
def test_three_months_end_the_day_before_the_same_day(today, last):
    """Or before the last of a month that is shorter, of a leap year too."""
    assert [Task("award", day, "").state(today) for day in (last, next_day(last))] == ["quarter", "later"]


@pytest.mark.parametrize(("by", "state"), list(enumerate(["week"] * 7 + ["month"] * 21 + ["quarter"])))
def test_the_first_four_weeks_day_by_day(by, state):
    assert Task("award", next_day("2028-02-20", by), "").state("2028-02-20") == state


@given(DAYS)
def test_the_times_follow_each_other(today):
    assert all(a < b for (_one, a), (_other, b) in pairwise(firsts(today)))


@given(st.dates(date(2022, 1, 1), date(2031, 12, 31)).map(date.isoformat))
def test_on_every_day_each_task_has_one_state_one_name_and_somebody_who_asks(office, today):
    office.today = today
    office.once.clear()
    tasks, by_state = due.every(office), due.by_state(office)
    assert [task for of in by_state.values() for task in of] == tasks
    assert all(task.state(today) == state for state, of in by_state.items() for task in of)
    assert len({task.name for task in tasks}) == len(tasks)
    assert all(task.kind in KINDS and task.todo.endswith(".") and task.authority and task.of(office) for task in tasks)
    assert {task.rule for task in tasks if task.why and task.rule} == set()


@pytest.fixture(scope="module")
def office():
    site, wrong = load(home_of("barsetshire"), load_schemas(), "2026-11-21")
    assert not wrong
    return site


def test_barsetshire_shows_every_kind(office):
    office.today = "2026-11-21"
    office.once.clear()
    assert {task.kind for task in due.every(office)} == KINDS.keys() - {"release"}  # releases are read elsewhere


def test_what_is_kept_in_one_language_is_not_said_in_another(make):
    site = make(FROM, awards={"x": LASTING | {"end_date": "2027-05-31"}})
    (english,) = of(site, "x")
    with spoken(WELSH):
        (welsh,) = of(site, "x")
    assert english.name == welsh.name
    assert english.todo != welsh.todo


@given(st.dates(date(1999, 1, 1), date(2099, 12, 31)), st.sampled_from(["month", "quarter", "year"]))
def test_periods_follow_each_other_without_a_gap(day, what):
    number = (day.month - 1) // 3 + 1
    names = {"month": f"{day:%Y-%m}", "quarter": f"{day.year}-Q{number}", "year": f"{day.year}-{(day.year + 1) % 100:02d}"}
    period = names[what]
    form = form_of([period, following(period, form_of([period]))])
    after = following(period, form)
    assert last_day(period, form) < last_day(after, form)
    assert next_day(last_day(period, form))[8:] == "01"
    assert said(period, form) != said(after, form)


def test_a_day_at_the_end_of_the_calendar_is_no_error():
    assert months_after("9999-12-31", 3) == "9999-99-99"
    assert Task("award", "9999-99-99", "").state("2026-11-21") == "later"
