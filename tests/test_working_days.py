"""Working days are those on which offices of England and Wales work."""

from datetime import date

import pytest

from daylight.rules.working_days import after, is_working


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        ("2026-08-28", 0, "2026-08-28"),
        ("2026-08-28", 1, "2026-09-01"),  # a Friday, then the summer holiday
        ("2026-04-02", 1, "2026-04-07"),  # Easter
        ("2026-12-24", 2, "2026-12-30"),  # Boxing Day is a Saturday, and its holiday the Monday
        ("2021-12-24", 1, "2021-12-29"),  # Christmas Day is a Saturday, Boxing Day a Sunday
        ("2027-12-31", 1, "2028-01-04"),  # New Year's Day is a Saturday
        ("2026-11-21", 1, "2026-11-23"),  # from a Saturday
    ],
)
def test_so_many_working_days_later(day, number, expected):
    assert after(day, number) == expected


@pytest.mark.parametrize("day", ["2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2020-05-08"])
def test_holidays_of_one_year_only_are_no_working_days(day):
    assert not is_working(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2022-05-30", "2020-05-04", "2023-09-19"])
def test_a_holiday_that_was_moved_leaves_a_working_day(day):
    assert is_working(date.fromisoformat(day))
