"""By what the registers can be filtered: the values of a record, their counts, and what they are called."""

from decimal import Decimal

import pytest
from tests.small import small
from tests.typed import site_of

from daylight.views.counts import counted, values
from daylight.views.facet import NONE, SILENT, WITHHELD, band
from daylight.views.facets import BANDS, COUNTS, FACETS


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
            of = [values(site, record)[facet.name] for record in site.all(kind)]
            assert all(of)  # what is not published is a value too
            counts = counted(site)[kind][facet.name]
            assert counts == {v: sum(v in some for some in of) for v in counts}
            assert {v for some in of for v in some} == set(counts)
            assert all(facet.label(site, value) for value in counts)
            last = [value for value in counts if value in SILENT]
            assert list(counts)[len(counts) - len(last) :] == last


def test_the_newest_year_and_the_most_frequent_come_first():
    counts = counted(site_of("barsetshire"))["award"]
    years = [year for year in counts["year"] if year not in SILENT]
    assert years == sorted(years, reverse=True)
    funds = [count for fund, count in counts["fund"].items() if fund not in SILENT]
    assert funds == sorted(funds, reverse=True)


def test_several_funds_priorities_areas_and_recipients_are_several_values():
    site = site_of("barsetshire")
    several = {name for award in site.all("award") for name, of in values(site, award).items() if len(of) > 1}
    assert several >= {"fund", "priority", "area", "recipient"}


def test_what_the_source_calls_a_fund_or_a_recipient_stands_where_there_is_no_record(tmp_path):
    awards = [{"scheme": "A scheme", "recipient_as_published": "A club", "area_as_published": "Here"}, {}]
    site = small(tmp_path, awards=awards)
    said, silent = (values(site, site.records["award"][key]) for key in ("a0", "a1"))
    assert (said["fund"], said["recipient"], said["area"]) == (("A scheme",), ("A club",), ("Here",))
    assert (silent["fund"], silent["recipient"], silent["area"]) == ((NONE,), (NONE,), (NONE,))


def test_an_organisation_received_alone_with_others_or_not_at_all(tmp_path):
    shared = {"recipients": [{"organisation": "o0"}, {"organisation": "o1"}]}
    site = small(tmp_path, awards=[{"recipient": "o0"}, shared], organisations=[{}, {}, {}])
    roles = {o.key: values(site, o)["role"] for o in site.all("organisation")}
    assert {key: roles[key] for key in ("o0", "o1", "o2")} == {
        "o0": ("alone", "partner"),
        "o1": ("partner",),
        "o2": ("neither",),
    }


def test_what_a_record_withholds_is_said_to_be_withheld():
    site = site_of("barsetshire")
    withheld = [award for award in site.all("award") if award.rows("withholdings")]
    assert withheld
    assert any(WITHHELD in values(site, award)["recipient"] for award in withheld)
    assert not any(WITHHELD in of for a in site.all("award") if a not in withheld for of in values(site, a).values())
