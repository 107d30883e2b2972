"""Which pages need a way to leave them at once."""

import pytest

from daylight.views.care import about_victims

HARMLESS = {"title": "Football in the park", "purpose": "Balls and a coach."}


@pytest.mark.parametrize(
    "fields",
    [
        {"purpose": "A counsellor for survivors."},
        {"theme": "Domestic abuse"},
        {"title": "Witness care"},
        {"category": "Victims of crime"},
        {"s143_limb": "b"},
        {"small_grant_purpose": "advocacy"},
        {"geo_policy": "county"},
        {"recipient_as_published": "Women's refuge"},
    ],
)
def test_an_award_that_helps_people_who_were_harmed_is_read_with_care(make, fields):
    site = make(awards=[HARMLESS | fields, HARMLESS | {"s143_limb": "a", "geo_policy": "district"}])
    assert [about_victims(site, award) for award in site.all("award")] == [True, False]


def test_so_is_what_such_an_award_refers_to_and_nothing_else(make):
    where = {"opportunity": "o0", "decision": "d0", "recipient": "o0"}
    quiet = {"opportunity": "o1", "decision": "d1", "recipient": "o1"}
    site = make(
        awards=[HARMLESS | {"theme": "Stalking"} | where, HARMLESS | quiet],
        opportunities=[{}, {}],
        decisions=[{}, {}],
        organisations=[{}, {}],
    )
    for kind, key in (("opportunity", "o"), ("decision", "d"), ("organisation", "o")):
        assert [about_victims(site, site.records[kind][f"{key}{n}"]) for n in (0, 1)] == [True, False], kind


def test_a_name_tells_it_too(make):
    site = make(
        organisations=[{"name": "Rape crisis service"}, {"name": "Boxing club"}],
        opportunities=[{"title": "Care for witnesses"}, {"title": "Radios for shops"}],
        awards=[HARMLESS | {"recipient": "o0"}],
    )
    assert [about_victims(site, site.records["organisation"][key]) for key in ("o0", "o1")] == [True, False]
    assert [about_victims(site, site.records["opportunity"][key]) for key in ("o0", "o1")] == [True, False]
    assert about_victims(site, site.records["award"]["a0"])


def test_a_district_is_never_such_a_page(make):
    site = make(awards=[HARMLESS | {"theme": "Stalking", "fund": "safety"}])
    assert not any(about_victims(site, area) for area in site.all("area"))
