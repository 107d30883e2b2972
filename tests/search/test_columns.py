"""The columns hold what is published, and unpack to it."""

import gzip
import json
from datetime import date, timedelta

import pytest
from tests.typed import site_of

from daylight.counted import countable
from daylight.days import award_day
from daylight.search import columns, packing
from daylight.search.order import order
from daylight.views.counts import values
from daylight.views.facet import SILENT
from daylight.views.facets import FACETS

OFFICES = ("barsetshire", "cambridgeshire", "dorset")


@pytest.fixture(scope="module", params=OFFICES)
def office(request):
    return site_of(request.param)


def made(site, kind):
    return json.loads(packing.packed(columns.columns(site, kind)))


def unfronted(packed):
    texts, above = [], ""
    for same, rest in zip(packed[::2], packed[1::2], strict=True):
        above = above[:same] + rest
        texts.append(above)
    return texts


@pytest.mark.parametrize("kind", FACETS)
def test_rows_are_the_records_in_their_order(office, kind):
    of, records = made(office, kind), order(office, kind)
    assert unfronted(of["keys"]) == [record.key for record in records]
    assert [of["titles"][place] for place in of["title"]] == [office.label(record) for record in records]
    assert of["titles"] == sorted(of["titles"], key=lambda t: (t.casefold(), t))


@pytest.mark.parametrize("kind", FACETS)
def test_facets_unpack_to_the_values_of_each_record(office, kind):
    of = made(office, kind)
    for name, facet in of["facets"].items():
        there, sets = facet["values"], facet.get("sets", [])
        unpacked = [
            tuple(there[v] for v in ([code] if code < len(there) else sets[code - len(there)])) for code in facet["of"]
        ]
        assert unpacked == [values(office, record)[name] for record in order(office, kind)], name


def test_amounts_and_what_is_added_up_are_pence(office):
    of = made(office, "award")
    for amount, counts, award in zip(of["amount"], of["counted"], order(office, "award"), strict=True):
        said = award.get("amount")
        assert amount == (-1 if said is None else said * 100)
        added = None if counts == -1 else amount if counts == -2 else counts
        expected = countable(award)
        assert added == (None if expected is None else expected * 100)


def test_days_unpack_and_days_that_only_a_year_is_known_of_are_vague(office):
    of = made(office, "award")
    last = date.fromisoformat(of["from"])
    for row, (back, award) in enumerate(zip(of["day"], order(office, "award"), strict=True)):
        if back is None:
            assert award_day(award) == ""
            continue
        last -= timedelta(days=back)
        assert last.isoformat() == award_day(award)
        assert (row in of["vague"]) == (not award.get("award_date") and not award.get("announced_on"))


def test_marks_are_said_in_the_language(office):
    labels = json.loads(dict(columns.outputs(office))["search/registers.json"])
    for kind in FACETS:
        folder = office.schemas[kind].folder
        marks = labels["registers"][folder]["marks"]
        assert all(place < len(marks) for place in made(office, kind)["marks"].values())


def test_every_value_has_a_name(office):
    labels = json.loads(dict(columns.outputs(office))["search/registers.json"])["registers"]
    for kind in FACETS:
        for facet in FACETS[kind]:
            for value in made(office, kind)["facets"][facet.name]["values"]:
                said = labels[office.schemas[kind].folder]["facets"][facet.name]
                assert value in SILENT or facet.labels is None or said[value], (facet.name, value)


def test_the_same_site_gives_the_same_bytes():
    assert dict(columns.outputs(site_of("barsetshire"))) == dict(columns.outputs(site_of("barsetshire")))


def test_keys_that_follow_one_another_take_little_room():
    keys = [f"sy-2024-{n:05d}" for n in range(10_000)]
    packed = packing.packed(packing.fronted(keys))
    assert unfronted(json.loads(packed)) == keys
    assert len(gzip.compress(packed, 9)) < 12_000
