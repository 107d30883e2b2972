"""The steps that lead to an award and from it."""

import pytest
from tests.built import ROOT, TODAY

from daylight.load import load
from daylight.schema import load_schemas
from daylight.views.chain import chain


@pytest.fixture(scope="module")
def barsetshire():
    return load(ROOT / "examples/barsetshire", load_schemas(), TODAY)[0]


def said(site, kind: str, key: str) -> list[tuple[str, str]]:
    """The name of each step, and where it leads or what it says."""
    steps = chain(site, site.records[kind][key])
    assert [s.record.key for s in steps if s.here] == [key]
    return [(s.name, "here" if s.here else s.record.key if s.record else s.said or s.printed or s.at) for s in steps]


def test_an_award_stands_between_what_led_to_it_and_what_came_of_it(barsetshire):
    assert said(barsetshire, "award", "ba-a001") == [
        ("Opportunity", "chest-2022"),
        ("Round", "chest-2022-06"),
        ("Decision", "ba-2022-001"),
        ("Award", "here"),
        ("Changes", "None recorded"),
        ("Monitoring", "Final report received"),
    ]


def test_a_decision_an_opportunity_and_a_round_stand_in_the_same_chain(barsetshire):
    assert said(barsetshire, "decision", "ba-2022-001") == [
        ("Opportunity", "chest-2022"),
        ("Round", "chest-2022-06"),
        ("Decision", "here"),
        ("Award", "2 awards, £3,550.00 added up"),
    ]
    assert said(barsetshire, "opportunity", "chest-2022") == [
        ("Opportunity", "here"),
        ("Round", "chest-2022-06"),
        ("Decision", "ba-2022-001"),
        ("Award", "2 awards, £3,550.00 added up"),
        ("Next round", "chest-2023"),
    ]
    assert said(barsetshire, "round", "chest-2022-06") == [
        ("Opportunity", "chest-2022"),
        ("Round", "here"),
        ("Decision", "ba-2022-001"),
        ("Award", "2 awards, £3,550.00 added up"),
    ]


def test_a_decision_stands_between_the_one_that_it_replaced_and_the_one_that_replaced_it(barsetshire):
    assert ("Replaces", "ba-2025-008") in said(barsetshire, "decision", "ba-2025-010")
    assert ("Replaced by", "ba-2025-010") in said(barsetshire, "decision", "ba-2025-008")


def test_changes_lead_to_the_decisions_that_made_them(barsetshire):
    steps = said(barsetshire, "award", "ba-a023")
    assert steps[-3:] == [("Variation", "ba-2025-002"), ("Correction", "changes"), ("Monitoring", "Final report received")]
    assert ("Award changed", "ba-a023") in said(barsetshire, "decision", "ba-2025-002")


def step(site, name: str) -> tuple[str, str, bool]:
    """What a step of the only award says, what a source prints there, and whether it is missing."""
    found = next(s for s in chain(site, site.records["award"]["a0"]) if s.name == name)
    return found.said, found.printed, found.missing


HIDDEN = {"ground": "safeguarding", "opinion_of_role": "Lead", "date": "2026-01-02", "reason": "No."}


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ({}, "Opportunity", ("Not published", "", True)),
        ({"competition": "direct"}, "Opportunity", ("None: direct award", "", False)),
        ({"decided_by": "panel"}, "Round", ("Not published", "", True)),
        ({}, "Decision", ("Not published", "", True)),
        ({"decision_as_published": "Paper 7"}, "Decision", ("", "Paper 7", False)),
        ({"withholdings": [HIDDEN | {"applies_to": "decision"}]}, "Decision", ("Withheld", "", True)),
        ({}, "Changes", ("None recorded", "", True)),
        ({}, "Monitoring", ("No dates published", "", True)),
    ],
)
def test_a_step_that_is_missing_says_so(make, fields, name, expected):
    assert step(make(awards=[fields]), name) == expected


def test_a_round_that_nobody_expects_is_no_step(make):
    assert "Round" not in [name for name, _ in said(make(awards=[{}]), "award", "a0")]


def test_many_changes_are_counted_and_listed_below(make):
    rows = [{"date": f"2026-0{n}-01", "kind": "variation", "reason": "So."} for n in range(1, 5)]
    assert ("Changes", "4 changes, the last on 1 April 2026") in said(make(awards=[{"changes": rows}]), "award", "a0")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([("2026-11-22", None), ("2027-02-01", None)], ("Monitoring return due", "2026-11-22")),
        ([("2026-11-22", "yes"), ("2027-02-01", None)], ("Monitoring return due", "2027-02-01")),
        ([("2026-01-01", "yes"), ("2026-11-20", "no")], ("Monitoring return", "2026-11-20")),
        ([("2026-11-20", "yes")], ("Monitoring return received", "2026-11-20")),
    ],
)
def test_the_next_date_of_monitoring_is_said(make, dates, expected):
    rows = [{"due_on": on, "kind": "return"} | ({"received": had} if had else {}) for on, had in dates]
    site = make(awards=[{"monitoring_dates": rows}])
    last = chain(site, site.records["award"]["a0"])[-1]
    assert (last.said, last.day) == expected


def test_an_application_has_no_decision_and_no_changes(make):
    site = make(awards=[{"direction": "applied_only", "type": "application"}])
    assert said(site, "award", "a0") == [("Opportunity", "Not published"), ("Application", "here")]


def test_a_round_that_is_over_and_funded_nothing_says_so(make):
    over, open_ = {"closes_on": "2026-11-20"}, {"closes_on": "2026-11-22"}
    site = make(opportunities=[over, open_, over | {"cancelled_on": "2026-11-01"}, over | {"kind": "market_engagement"}])
    assert said(site, "opportunity", "o0") == [("Opportunity", "here"), ("Award", "None recorded")]
    assert [len(said(site, "opportunity", f"o{n}")) for n in (1, 2, 3)] == [1, 1, 1]
