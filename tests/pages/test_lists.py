"""Which awards and limits a report lists, where offices that are complete show too little."""

from functools import partial

import pytest
from tests.small import policy, small

from daylight.pages.reports import how_we_fund, panel, single_tenders


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"type": "contract", "competition": "direct"}, "single"),
        ({"type": "invoice", "competition": "direct"}, "single"),
        ({"type": "grant", "competition": "direct"}, None),
        ({"type": "grant", "single_tender_ground": "partnership_bid"}, "single"),
        ({"type": "contract", "single_tender_ground": "partnership_bid", "bid_reference": "A bid"}, "single"),
        ({"type": "contract", "competition": "named_in_bid"}, "named"),
        ({"type": "contract", "bid_reference": "A bid"}, "named"),
        ({"type": "contract"}, "unknown"),
        ({"type": "contract", "competition": "open"}, None),
        ({"type": "grant"}, None),
        ({"type": "contract", "competition": "direct", "direction": "in"}, None),
    ],
)
def test_an_award_without_competition_is_in_one_list(make, fields, where):
    page = single_tenders.page(make(awards=[fields]))
    assert [s.id for s in page.values["sections"] if s.tables[0].rows] == [where] * bool(where)


def test_the_panel_sees_the_areas_of_the_latest_strategy(make):
    rule = {"check": "one-of", "fields": "reporting_area"}
    new = rule | {"rule": "AA-01", "strategy": "new", "values": "Roads; Youth"}
    old = rule | {"rule": "ZZ-01", "strategy": "old", "values": "Farms"}
    site = make(policy(new, old, strategies={"old": {"to": "2024-03-31"}, "new": {"from": "2024-04-01"}}))
    assert [row[0] for row in panel.page(site).values["sections"][0].tables[0].rows] == [
        "Roads",
        "Youth",
        "No area stated",
        "All",
    ]


def test_an_office_that_reports_no_areas_says_so(make):
    assert "names no areas" in panel.page(make()).values["lead"]


def test_a_fund_has_its_own_limits_and_not_those_of_others(make):
    least = {"check": "amount-limit", "minimum": "100.00"}
    of_safety, of_roads = least | {"fund": "safety", "maximum": "3000.00"}, least | {"fund": "roads"}
    site = make(policy(of_safety, of_roads, least))
    rows = {row[0].key: row[3] for row in how_we_fund.funds(site).tables[0].rows}
    assert rows["safety"].startswith("£100.00 to £3,000.00, from 1 April 2020 (")
    assert rows["roads"].startswith("from £100.00, from 1 April 2020 (")
    assert [line.count("<br>") for line in rows.values()] == [0, 0]
