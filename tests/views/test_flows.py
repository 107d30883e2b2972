"""The way of the money: every column and every gap makes the whole, and what is not known is not left out."""

from decimal import Decimal

import pytest
from tests.built import ROOT, TODAY

from daylight.counted import countable
from daylight.load import load
from daylight.schema import load_schemas
from daylight.views.flows import MOST, NONE, ONE, OTHERS, SHARED, flow

EXAMPLES = [ROOT, *sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir())]


def nodes(of, column: int) -> list[tuple[str, str, str]]:
    return [(node.kind, node.key, f"{node.total}") for node in of.columns[column]]


def adds_up(of, whole: Decimal) -> None:
    for column in of.columns:
        assert sum(node.total for node in column) == whole
    for gap, streams in enumerate(of.streams):
        for side, column in ((0, of.columns[gap]), (1, of.columns[gap + 1])):
            for n, node in enumerate(column):
                assert sum(total for at, total in streams.items() if at[side] == n) == node.total


def test_nothing_that_adds_up_has_no_way(make):
    assert flow(make(awards=[{"status": "withdrawn"}])) is None


def test_what_is_not_published_is_in_sight(make):
    of = flow(make(awards=[{"fund": "safety", "priority": "safer"}, {"amount": "0.01"}]))
    assert of.end == "priority"
    assert nodes(of, 1) == [(ONE, "safety", "100.00"), (NONE, "", "0.01")]
    assert nodes(of, 2) == [(ONE, "safer", "100.00"), (NONE, "", "0.01")]
    adds_up(of, Decimal("100.01"))


def test_the_source_is_that_of_the_fund_but_for_what_an_award_says_itself(make):
    rows = [{"fund": "green", "amount": "60.00", "source_of_money": "A gift"}, {"fund": "roads", "amount": "40.00"}]
    funds = {"green": {"title": "Green", "source_of_money": "Levy"}}
    of = flow(make(awards=[{"funds": rows}, {"fund": "green"}], funds=funds))
    assert nodes(of, 0)[:2] == [(ONE, "Levy", "100.00"), (ONE, "A gift", "60.00")]
    adds_up(of, Decimal("200.00"))


def test_what_serves_several_priorities_is_divided_by_no_guess(make):
    funds = [{"fund": "safety", "amount": "60.00"}, {"fund": "roads", "amount": "40.00"}]
    several = {"funds": funds, "priorities": [{"priority": "safer"}, {"priority": "fairer"}]}
    of = flow(make(awards=[several, {"priority": "safer", "amount": "500.00"}]))
    assert nodes(of, 2) == [(ONE, "safer", "500.00"), (SHARED, "", "100.00")]
    assert nodes(of, 1) == [(ONE, "safety", "60.00"), (ONE, "roads", "40.00"), (NONE, "", "500.00")]
    adds_up(of, Decimal("600.00"))


def test_what_is_left_of_known_parts_is_of_no_fund_or_shared(make):
    rest = [{"funds": [{"fund": "safety", "amount": "60.00"}]}]
    rest += [{"funds": [{"fund": "safety", "amount": "70.00"}, {"fund": "roads"}]}]
    of = flow(make(awards=rest))
    assert nodes(of, 1) == [(ONE, "safety", "130.00"), (SHARED, "", "30.00"), (NONE, "", "40.00")]
    adds_up(of, Decimal("200.00"))


@pytest.mark.parametrize(("amount", "end"), [("1.00", "theme"), ("100.00", "priority")])
def test_the_end_is_the_first_that_is_known_for_half(make, amount, end):
    assert flow(make(awards=[{"theme": "Youth"}, {"priority": "safer", "amount": amount}])).end == end


def test_those_that_have_least_are_one_node(make):
    awards = [{"theme": f"Theme {n}", "amount": f"{n}.01"} for n in range(1, MOST + 4)]
    of = flow(make(awards=awards))
    last = of.columns[2][-1]
    assert (len(of.columns[2]), last.kind, last.count, f"{last.total}") == (MOST + 1, OTHERS, 3, "6.03")
    adds_up(of, sum(Decimal(a["amount"]) for a in awards))


@pytest.mark.parametrize("home", EXAMPLES, ids=lambda home: home.name)
def test_in_every_office_it_adds_up_to_the_penny(home):
    site, _ = load(home, load_schemas(), TODAY)
    whole = sum(filter(None, map(countable, site.all("award"))), Decimal(0))
    of = flow(site)
    if whole:
        adds_up(of, whole)
    else:
        assert of is None
