"""When returns and meetings are due: the dates that are stated, else those that follow from how often."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.pages.reports import monitoring
from daylight.record import Record
from daylight.views.returns import MOST, of_award, returns


def days(site) -> list[tuple]:
    return [(d.day, d.kind, d.stated, d.received) for d in returns(site)]


def lasting(start: str, end: str, **fields) -> dict:
    return {"start_date": start, "end_date": end} | fields


def counted(*names: str, kind: str = "return") -> list[tuple]:
    return [(day, kind, False, None) for day in names]


def test_returns_are_counted_from_the_start_and_the_last_day_is_one_of_them(make):
    site = make(awards=[lasting("2023-04-01", "2024-04-01", monitoring_months="3")])
    assert days(site) == counted("2023-07-01", "2023-10-01", "2024-01-01", "2024-04-01")


def test_nothing_is_due_after_the_end(make):
    site = make(awards=[lasting("2023-04-01", "2024-03-31", monitoring_months="3")])
    assert days(site) == counted("2023-07-01", "2023-10-01", "2024-01-01")


def test_a_month_that_is_shorter_moves_no_later_day(make):
    site = make(awards=[lasting("2023-01-31", "2023-04-30", meeting_months="1")])
    assert days(site) == counted("2023-02-28", "2023-03-31", "2023-04-30", kind="meeting")


def test_an_award_that_is_too_short_for_its_returns_has_one_at_its_end(make):
    site = make(awards=[lasting("2023-04-01", "2023-05-20", monitoring_months="3", meeting_months="1")])
    assert days(site) == [*counted("2023-05-01", kind="meeting"), *counted("2023-05-20")]


def test_an_award_that_ended_early_is_counted_until_then(make):
    site = make(awards=[lasting("2023-04-01", "2024-03-31", actual_end_date="2023-08-31", monitoring_months="3")])
    assert days(site) == counted("2023-07-01")


def test_without_a_start_an_end_or_a_number_of_months_nothing_is_counted(make):
    site = make(
        awards=[
            {"start_date": "2023-04-01", "monitoring_months": "3"},
            {"end_date": "2023-04-01", "monitoring_months": "3"},
            lasting("2023-04-01", "2024-03-31"),
        ]
    )
    assert days(site) == []


def test_stated_dates_of_a_kind_win_over_counted_ones_of_that_kind_only(make):
    stated = [{"due_on": "2023-06-15", "kind": "return", "received": "yes"}, {"due_on": "2024-05-01", "kind": "final_report"}]
    award = lasting("2023-04-01", "2024-03-31", monitoring_months="3", meeting_months="6", monitoring_dates=stated)
    assert days(make(awards=[award])) == [
        ("2023-06-15", "return", True, True),
        *counted("2023-10-01", kind="meeting"),
        ("2024-05-01", "final_report", True, None),
    ]


@pytest.mark.parametrize("gone", [{"status": "withdrawn"}, {"direction": "applied_only"}, {"type": "application"}])
def test_nothing_is_due_for_what_was_never_awarded(make, gone):
    assert days(make(awards=[lasting("2023-04-01", "2024-03-31", monitoring_months="3") | gone])) == []


def test_all_awards_are_in_one_list_by_day(make):
    early, late = {"due_on": "2023-05-01", "kind": "return"}, {"due_on": "2023-05-02", "kind": "meeting"}
    site = make(awards=[{"monitoring_dates": [late, early]}, {"monitoring_dates": [late | {"due_on": "2023-05-01"}]}])
    assert [(d.day, d.award.key) for d in returns(site)] == [("2023-05-01", "a0"), ("2023-05-01", "a1"), ("2023-05-02", "a0")]


def test_the_report_tells_what_comes_what_is_missing_and_what_came(make):
    rows = [("2026-11-21", None), ("2026-11-20", "no"), ("2026-11-19", None), ("2026-11-18", "yes"), ("2026-11-22", "yes")]
    dates = [{"due_on": d, "kind": "return"} | ({"received": said} if said else {}) for d, said in rows]
    page = monitoring.page(make(today="2026-11-21", awards=[{"monitoring_dates": dates}]))
    said = {s.id: [row[0] for row in s.tables[0].rows] for s in page.values["sections"] if s.tables}
    assert said == {
        "coming": ["21 November 2026", "22 November 2026"],
        "missing": ["20 November 2026"],
        "unknown": ["19 November 2026"],
        "done": ["18 November 2026"],
    }


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 4000), st.integers(1, 60))
def test_there_is_always_one_and_each_is_within_the_award(start, length, months):
    end = date.fromordinal(start.toordinal() + length).isoformat()
    values = {"start_date": start.isoformat(), "end_date": end, "monitoring_months": months}
    found = [d.day for d in of_award(Record("", 1, values, kind="award"))]
    assert found == sorted(set(found))
    assert 0 < len(found) <= MOST
    assert start.isoformat() <= found[0] <= found[-1] <= end
