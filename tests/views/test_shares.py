"""However money is divided, the parts make the whole to the penny, and nobody is said to have what is not known."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.record import Record, Row
from daylight.schema import load_schemas
from daylight.site import Site
from daylight.views.shares import WAYS, Part, by_year, divided, parts, year_of

KEYS = ("blue", "green", "red")
SCHEMAS = load_schemas()


def part(awards: int, total: str) -> Part:
    return Part(awards, Decimal(total))


def test_an_award_with_one_fund_is_all_of_that_fund_s(make):
    of = divided(make(awards=[{"fund": "safety"}, {"fund": "safety", "amount": "0.01"}, {"fund": "roads"}]), "fund")
    assert of.by_key == {"safety": part(2, "100.01"), "roads": part(1, "100.00")}
    assert (of.shared, of.none, of.whole) == (part(0, "0.00"), part(0, "0.00"), part(3, "200.01"))


def test_a_fund_without_an_award_has_a_line_too(make):
    assert divided(make(awards=[]), "fund").by_key == {"safety": part(0, "0.00"), "roads": part(0, "0.00")}


def test_of_an_award_that_is_split_each_fund_has_its_own_part(make):
    rows = [{"fund": "safety", "amount": "60.00"}, {"fund": "roads", "amount": "30.00"}, {"fund": "safety", "amount": "10.00"}]
    of = divided(make(awards=[{"funds": rows}]), "fund")
    assert of.by_key == {"safety": part(1, "70.00"), "roads": part(1, "30.00")}
    assert (of.none, of.whole) == (part(0, "0.00"), part(1, "100.00"))


def test_what_is_left_of_a_split_is_nobody_s(make):
    rows = [{"fund": "safety", "amount": "60.00"}, {"fund": "roads", "amount": "30.00"}]
    of = divided(make(awards=[{"funds": rows}]), "fund")
    assert (of.by_key["safety"], of.by_key["roads"], of.none) == (part(1, "60.00"), part(1, "30.00"), part(1, "10.00"))


def test_parts_that_are_more_than_the_award_are_not_believed(make):
    rows = [{"fund": "safety", "amount": "60.00"}, {"fund": "roads", "amount": "40.01"}]
    of = divided(make(awards=[{"funds": rows}]), "fund")
    assert (of.by_key["safety"], of.by_key["roads"], of.shared) == (part(0, "0.00"), part(0, "0.00"), part(1, "100.00"))


def test_several_funds_without_parts_share_in_an_unknown_way(make):
    site = make(awards=[{"funds": [{"fund": "safety"}, {"fund": "roads"}]}])
    of = divided(site, "fund")
    assert parts(site, site.get("award", "a0"), "fund") is None
    assert (of.by_key["safety"], of.shared, of.none, of.whole) == tuple(
        part(*p) for p in ((0, "0.00"), (1, "100.00"), (0, "0.00"), (1, "100.00"))
    )


def test_a_fund_that_is_named_twice_shares_with_nobody(make):
    site = make(awards=[{"fund": "safety", "funds": [{"fund": "safety"}]}])
    assert parts(site, site.get("award", "a0"), "fund") == {"safety": Decimal("100.00")}


def test_an_award_of_no_fund_is_in_the_line_of_none(make):
    of = divided(make(awards=[{"scheme": "Something"}]), "fund")
    assert (of.none, of.whole) == (part(1, "100.00"), part(1, "100.00"))


def test_of_a_joint_award_only_the_office_s_own_share_is_divided(make):
    of = divided(make(awards=[{"fund": "safety", "own_share": "25.00"}, {"own_share": "5.00"}]), "fund")
    assert (of.by_key["safety"], of.none, of.whole) == (part(1, "25.00"), part(1, "5.00"), part(2, "30.00"))


@pytest.mark.parametrize(
    "left",
    [
        {"direction": "in"},
        {"amount_basis": "ambiguous", "amount": None, "amount_as_published": "£1.000"},
        {"status": "withdrawn"},
        {"not_counted": "yes"},
    ],
)
def test_what_is_not_added_up_is_in_no_line(make, left):
    of = divided(make(awards=[{"fund": "safety"} | left]), "fund")
    assert (of.by_key["safety"], of.shared, of.none, of.whole) == (part(0, "0.00"),) * 4


def test_a_year_has_only_the_awards_of_that_year(make):
    dated = [{"fund": "safety", "award_date": day} for day in ("2023-03-31", "2023-04-01", "2024-03-31", "2024-04-01")]
    site = make(awards=[*dated, {"fund": "safety"}])
    assert divided(site, "fund", "2023-24").by_key["safety"] == part(2, "200.00")
    assert divided(site, "fund").by_key["safety"] == part(5, "500.00")


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"award_date": "2024-03-31", "announced_on": "2024-04-01"}, "2023-24"),
        ({"announced_on": "2024-04-01"}, "2024-25"),
        ({"financial_year": "2021-22"}, "2021-22"),
        ({}, ""),
    ],
)
def test_the_year_of_an_award_is_that_of_its_date_or_else_the_one_it_names(make, fields, year):
    assert year_of(make(awards=[fields]).get("award", "a0")) == year


pounds = st.decimals(0, 1000, places=2)
rows = st.lists(st.tuples(st.sampled_from(KEYS), st.none() | pounds), max_size=4)
awards = st.tuples(st.none() | pounds, st.none() | pounds, st.sampled_from(("", *KEYS)), rows, st.booleans())


@settings(max_examples=300, deadline=None)
@given(st.lists(awards, max_size=6))
def test_the_lines_make_the_whole_to_the_penny(given):
    of = divided(_site(given), "fund")
    lines = [*of.by_key.values(), of.shared, of.none]
    every = [own if own is not None else amount for amount, own, *_, out in given if out]
    assert sum(line.total for line in lines) == of.whole.total == sum(a for a in every if a is not None)
    assert of.whole.awards == len([a for a in every if a is not None])
    assert min(line.total for line in lines) >= 0
    assert all(line.awards <= of.whole.awards for line in lines)


def _site(given) -> Site:
    """A site of three funds, and of awards by amount, own share, fund, rows of funds, and whether the office pays."""
    of = {}
    for n, (amount, own, fund, split, out) in enumerate(given):
        values = {"direction": "out" if out else "in", "amount_basis": "exact", "amount": amount, "own_share": own}
        values |= {"fund": fund} if fund else {}
        children = [Row("", 1, {"fund": key} | ({} if part is None else {"amount": part})) for key, part in split]
        values = {name: value for name, value in values.items() if value is not None}
        of[f"a{n}"] = Record("", 1, values, kind="award", key=f"a{n}", children={"funds": children})
    records = {name: {} for name, schema in SCHEMAS.items() if not schema.parent}
    records |= {"award": of, "fund": {key: Record("", 1, {"title": key}, kind="fund", key=key) for key in KEYS}}
    return Site(SCHEMAS, records, "2026-11-21")


def test_what_a_split_leaves_to_a_fund_without_a_part_is_shared_in_an_unknown_way(make):
    of = divided(make(awards=[{"funds": [{"fund": "safety", "amount": "60.00"}, {"fund": "roads"}]}]), "fund")
    assert (of.by_key["safety"], of.shared, of.none) == (part(1, "60.00"), part(1, "40.00"), part(0, "0.00"))


def test_in_every_way_the_parts_of_every_year_make_the_whole(make):
    held = {"applies_to": "recipient", "ground": "safeguarding", "opinion_of_role": "x", "date": "2024-01-01", "reason": "x"}
    site = make(
        awards=[
            {"recipient": "red", "route": "Panel", "award_date": "2024-05-01", "areas": [{"area": "north"}]},
            {
                "recipients": [{"organisation": "red"}, {"organisation": "blue"}],
                "areas": [{"area": "north"}, {"area": "south"}],
            },
            {"recipient_as_published": "A club", "amount": "0.01", "award_date": "2023-05-01"},
            {"recipient_individual": "yes", "amount": "3.33"},
            {"withholdings": [held], "amount": "5.55"},
            {"status": "withdrawn", "recipient": "red", "route": "Panel"},
        ],
        organisations={"red": {"name": "Red"}, "blue": {"name": "Blue"}},
    )
    for way in WAYS:
        years = by_year(site, way)
        assert list(years) == ["2023-24", "2024-25", ""]
        for of in years.values():
            lines = [*of.by_key.values(), *of.named.values(), of.individual, of.withheld, of.shared, of.none]
            assert sum(line.total for line in lines) == of.whole.total
        assert sum(of.whole.total for of in years.values()) == Decimal("208.89")
    recipients, areas, routes = (by_year(site, way) for way in ("organisation", "area", "route"))
    assert recipients["2024-25"].by_key == {"red": part(1, "100.00")}
    assert recipients["2023-24"].named == {"A club": part(1, "0.01")}
    unknown = recipients[""]
    assert (unknown.individual, unknown.withheld, unknown.shared) == (part(1, "3.33"), part(1, "5.55"), part(1, "100.00"))
    assert (areas["2024-25"].by_key, areas[""].shared) == ({"north": part(1, "100.00")}, part(1, "100.00"))
    assert (routes["2024-25"].named, routes["2023-24"].none) == ({"Panel": part(1, "100.00")}, part(1, "0.01"))
