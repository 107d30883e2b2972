"""By what the registers can be filtered: the values of a record, their counts, and what they are called."""

from decimal import Decimal

import pytest
from tests.small import small
from tests.typed import site_of

from daylight.views.facets import BANDS, COUNTS, FACETS, NONE, band, counted, found


@pytest.mark.parametrize(
    ("pounds", "expected"),
    [("0", "0"), ("999.99", "0"), ("1000", "1000"), ("4999.99", "1000"), ("500000", "500000"), ("9999999", "500000")],
)
def test_bands_begin_at_their_number(pounds, expected):
    assert band(BANDS, Decimal(pounds)) == (expected,)


def test_no_amount_is_in_no_band():
    assert band(BANDS, None) == ()
    assert [band(COUNTS, n)[0] for n in (0, 1, 2, 5, 6, 20, 21, 500)] == ["0", "1", "2", "2", "6", "6", "21", "21"]


@pytest.mark.parametrize("office", ["barsetshire", "cumbria"])
def test_counts_are_of_every_record_and_every_value_has_a_name(office):
    site = site_of(office)
    for kind, facets in FACETS.items():
        for facet in facets:
            values = found(site)[kind][facet.name]
            assert set(values) == set(site.records[kind])
            assert all(values.values())  # what is not published is a value too
            counts = counted(site)[kind][facet.name]
            assert counts == {v: sum(v in of for of in values.values()) for v in counts}
            assert {v for of in values.values() for v in of} == set(counts)
            assert all(facet.label(site, value) for value in counts)
            assert NONE not in list(counts)[:-1]  # it comes last


def test_the_newest_year_and_the_most_frequent_come_first():
    counts = counted(site_of("barsetshire"))["award"]
    years = [year for year in counts["year"] if year != NONE]
    assert years == sorted(years, reverse=True)
    funds = [count for fund, count in counts["fund"].items() if fund != NONE]
    assert funds == sorted(funds, reverse=True)


def test_several_funds_priorities_areas_and_recipients_are_several_values():
    site = site_of("barsetshire")
    several = {name for name, of in found(site)["award"].items() if any(len(values) > 1 for values in of.values())}
    assert several >= {"fund", "priority", "area", "recipient"}


def test_what_the_source_calls_a_fund_or_a_recipient_stands_where_there_is_no_record(tmp_path):
    awards = [{"scheme": "A scheme", "recipient_as_published": "A club", "area_as_published": "Here"}, {}]
    site = small(tmp_path, awards=awards)
    of = found(site)["award"]
    assert of["fund"] == {"a0": ("A scheme",), "a1": (NONE,)}
    assert of["recipient"] == {"a0": ("A club",), "a1": (NONE,)}
    assert of["area"] == {"a0": ("Here",), "a1": (NONE,)}


def test_an_organisation_received_alone_with_others_or_not_at_all(tmp_path):
    shared = {"recipients": [{"organisation": "o0"}, {"organisation": "o1"}]}
    site = small(tmp_path, awards=[{"recipient": "o0"}, shared], organisations=[{}, {}, {}])
    roles = found(site)["organisation"]["role"]
    assert {key: roles[key] for key in ("o0", "o1", "o2")} == {
        "o0": ("alone", "partner"),
        "o1": ("partner",),
        "o2": ("neither",),
    }
