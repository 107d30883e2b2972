"""Where an award stands, from its dates, its status and its changes."""

import pytest

from daylight.record import Record, Row
from daylight.views.states import STATES, TITLES, states

TODAY = "2026-11-21"


def award(*changes: dict, **values: str) -> Record:
    return Record("x.yml", 1, values, kind="award", children={"changes": [Row("x.yml", 1, of) for of in changes]})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"end_date": "2026-11-21"}, ("live",)),  # the last day is a day of the award
        ({"end_date": "2026-11-20"}, ("ended",)),
        ({"end_date": "2026-11-20", "status": "active"}, ("ended",)),  # nobody changes a status on the day
        ({"end_date": "2027-03-31", "actual_end_date": "2026-09-30"}, ("ended",)),
        ({"start_date": "2027-01-01", "end_date": "2027-03-31"}, ("live",)),
        ({"status": "complete"}, ("ended",)),
        ({"status": "complete", "end_date": "2027-03-31"}, ("ended",)),
        ({"status": "active"}, ("live",)),
        ({"status": "varied"}, ("live", "varied")),
        ({"status": "varied", "end_date": "2020-01-01"}, ("ended", "varied")),
        ({"status": "withdrawn", "end_date": "2027-03-31"}, ("withdrawn",)),
        ({"status": "clawed_back"}, ("ended",)),
        ({}, ("unknown",)),
        ({"start_date": "2020-01-01"}, ("unknown",)),
    ],
)
def test_dates_come_before_the_status(values, expected):
    assert states(award(**values), TODAY) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"kind": "variation", "date": "2026-01-01"}, ("live", "varied")),
        ({"kind": "extension", "date": "2026-11-21"}, ("live", "varied")),
        ({"kind": "extension", "date": "2026-11-22"}, ("live",)),  # not yet
        ({"kind": "withdrawal", "date": "2026-01-01"}, ("withdrawn",)),
        ({"kind": "correction", "date": "2026-01-01"}, ("live",)),
        ({"kind": "return", "date": "2026-01-01"}, ("live",)),
    ],
)
def test_changes_count_from_their_day(change, expected):
    assert states(award(change, end_date="2027-03-31"), TODAY) == expected


def test_every_state_has_a_title():
    assert set(STATES) == set(TITLES)
