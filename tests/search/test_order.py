"""The order of records, on which the numbers in all files for scripts rest."""

from tests.small import small

from daylight.days import award_day
from daylight.pages import SHOWN
from daylight.search.order import count, first, numbers, order


def test_awards_stand_newest_first_and_those_of_one_day_by_key(tmp_path):
    days = ("2024-05-01", "2025-06-01", None, "2024-05-01")
    site = small(tmp_path, awards=[{"award_date": day} for day in days])
    mine = [award.key for award in order(site, "award") if award.key.startswith("a")]
    assert mine == ["a1", "a0", "a3", "a2"]
    found = [award_day(award) for award in order(site, "award")]
    assert found == sorted(found, reverse=True)


def test_decisions_stand_newest_first(tmp_path):
    days = {"one": "2024-05-01", "two": "2025-06-01", "three": None}
    site = small(tmp_path, decisions={key: {"taken_on": day} for key, day in days.items()})
    assert [d.key for d in order(site, "decision") if d.key in days] == ["two", "one", "three"]


def test_opportunities_stand_by_state_and_the_next_to_close_first(tmp_path):
    closes = {"late": "2027-05-01", "gone": "2020-01-01", "soon": "2026-12-01", "lately": "2025-01-01"}
    site = small(tmp_path, opportunities={key: {"closes_on": day} for key, day in closes.items()})
    assert [o.key for o in order(site, "opportunity") if o.key in closes] == ["soon", "late", "lately", "gone"]


def test_all_else_stands_by_name(tmp_path):
    site = small(tmp_path, organisations={"x": {"name": "alpha"}, "b": {"name": "Alpha"}, "a": {"name": "Beta"}})
    assert [o.key for o in order(site, "organisation") if o.key in "abx"] == ["b", "x", "a"]


def test_every_record_that_has_a_page_has_one_number_and_no_number_is_left_out(tmp_path):
    site = small(tmp_path, awards=[{}, {}], organisations=[{}])
    found = numbers(site)
    assert sorted(found.values()) == list(range(count(site)))
    assert {kind for kind, _ in found} <= set(SHOWN)
    for kind in SHOWN:
        mine = [found[kind, record.key] - first(site)[kind] for record in order(site, kind)]
        assert mine == list(range(len(site.records[kind])))
