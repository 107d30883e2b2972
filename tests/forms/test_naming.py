"""A name leads to the one record that it can mean, and a new record gets a key that no other has."""

import pytest
from tests.small import small

from daylight.forms.naming import find, inside, key_of_form, key_of_name, nearly, prefix
from daylight.new import is_key


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    bodies = {
        "choir": {"name": "The Plumstead & Allington Choir"},
        "choir-two": {"name": "Framley Choir"},
        "choir-three": {"name": "Framley Choir"},
        "st-ewold-s": {"name": "Saint Ewold’s Neighbours"},
    }
    decisions = {"ba-2026-007": {"reference": "PCC 007/2026"}, "ba-2026-017": {"reference": "PCC 017/2026"}}
    awards = {"ba-a1": {}, "ba-a2": {}, "other": {}}
    return small(tmp_path_factory.mktemp("naming"), organisations=bodies, decisions=decisions, awards=awards)


def keys(site, kind: str, text: str) -> list[str]:
    return [record.key for record in find(site, kind, text)]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("organisation", "plumstead and allington choir", ["choir"]),
        ("organisation", "PLUMSTEAD & ALLINGTON CHOIR", ["choir"]),
        ("organisation", "Saint Ewold's neighbours", ["st-ewold-s"]),
        ("organisation", "Framley Choir", ["choir-three", "choir-two"]),
        ("organisation", "choir-two", ["choir-two"]),
        ("organisation", "Choir", []),
        ("organisation", "…", []),
        ("organisation", "", []),
        ("decision", "PCC 7 / 2026", ["ba-2026-007"]),
        ("decision", "pcc-17-2026", ["ba-2026-017"]),
        ("decision", "PCC 70/2026", []),
    ],
)
def test_a_name_leads_to_all_records_that_it_can_mean(site, kind, text, found):
    assert sorted(keys(site, kind, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plumstead and Allington Choir & Saint Ewold's Neighbours", ["choir", "st-ewold-s"]),
        ("Saint Ewold's Neighbours; the Plumstead & Allington Choir", ["choir", "st-ewold-s"]),
        ("Plumstead & Allington Choir", []),
        ("Plumstead & Allington Choir of Saint Ewold's Neighbours", []),
    ],
)
def test_several_names_beside_each_other_are_several_records(site, text, found):
    assert inside(site, "organisation", text) == found


def test_a_slip_leads_to_the_nearest_and_a_doubt_to_none(site):
    assert nearly(site, "organisation", "Plumsted and Alington Choir").key == "choir"
    assert nearly(site, "organisation", "Barchester Cathedral") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Framley Choir", "framley-choir"),
        ("The Warden’s Men & Women (2026)", "the-wardens-men-and-women-2026"),
        ("Clwb Pêl-droed Ŵyr", "clwb-pel-droed-wyr"),
        ("choir", "choir-2"),
        ("x" * 200, "x" * 77),
        ("東京", ""),
    ],
)
def test_a_key_is_made_of_a_name_and_nobody_has_it(site, name, key):
    assert key_of_name(site, "organisation", name) == key
    assert not key or is_key(key)


def test_the_key_of_a_form_begins_as_the_office_s_keys_do(site):
    assert (prefix(site, "award"), prefix(site, "opportunity")) == ("ba", "ba")
    assert key_of_form(site, "award", "2026-11-20", 7) == "ba-2026-f007"
    assert is_key(key_of_form(site, "decision", "2026-11-20", 123456))
