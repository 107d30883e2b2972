"""The money of a record over time: the same pennies as in the totals, and none that is only perhaps its own."""

from decimal import Decimal

import pytest
from tests.built import ROOT, TODAY

from daylight.load import load
from daylight.schema import load_schemas
from daylight.views.history import Year, history, joined
from daylight.views.shares import by_year

EXAMPLES = [ROOT, *(ROOT / "examples" / name for name in ("barsetshire", "cumbria", "dorset"))]


def of(site, kind: str, key: str) -> dict[str, Year]:
    return {year.year: year for year in history(site, site.get(kind, key))}


def pounds(text: str) -> Decimal:
    return Decimal(text)


def test_the_years_stand_newest_first_and_no_known_year_last(make):
    site = make(awards=[{"fund": "safety", "award_date": day} for day in ("2022-05-01", "2024-05-01", None)])
    assert list(of(site, "fund", "safety")) == ["2024-25", "2022-23", ""]


def test_money_that_is_all_of_a_record_stands_apart_from_its_part_of_more(make):
    rows = [{"fund": "safety", "amount": "60.00"}, {"fund": "roads", "amount": "40.00"}]
    year = of(make(awards=[{"fund": "safety"}, {"funds": rows}]), "fund", "safety")[""]
    assert year == Year("", 2, alone=1, alone_total=pounds("100.00"), shared=1, shared_total=pounds("60.00"))
    assert (year.counted, year.total) == (2, pounds("160.00"))


def test_of_an_award_to_several_in_unknown_parts_no_pound_is_counted(make):
    site = make(awards=[{"funds": [{"fund": "safety"}, {"fund": "roads"}]}])
    assert of(site, "fund", "safety")[""] == of(site, "fund", "roads")[""] == Year("", 1, unknown=1)


def test_a_fund_that_is_named_without_a_part_beside_one_with_a_part_has_an_unknown_one(make):
    site = make(awards=[{"funds": [{"fund": "safety", "amount": "60.00"}, {"fund": "roads"}]}])
    assert of(site, "fund", "roads")[""] == Year("", 1, unknown=1)
    assert of(site, "fund", "safety")[""] == Year("", 1, shared=1, shared_total=pounds("60.00"))


def test_what_is_not_added_up_is_listed_only(make):
    site = make(awards=[{"fund": "safety", "status": "withdrawn"}, {"fund": "safety", "direction": "in"}])
    assert of(site, "fund", "safety")[""] == Year("", 2)


def test_an_organisation_that_only_answers_for_an_award_has_no_money_of_it(make):
    site = make(awards=[{"recipient": "club", "accountable_body": "council"}])
    assert (of(site, "organisation", "council"), of(site, "organisation", "club")[""].alone) == ({}, 1)


def test_years_together_are_their_sums():
    years = [Year("2023-24", 3, 1, pounds("1.01"), 1, pounds("2.02"), 1), Year("", 1, 0, pounds("0.00"), 1, pounds("3.03"), 0)]
    assert joined(years) == Year("", 4, 1, pounds("1.01"), 2, pounds("5.05"), 1)
    assert joined([]) == Year("")


@pytest.mark.parametrize("home", EXAMPLES, ids=lambda home: home.name)
@pytest.mark.parametrize("kind", ["fund", "priority", "area", "organisation", "budget_area"])
def test_every_record_has_the_pennies_that_the_totals_say(home, kind):
    site, _ = load(home, load_schemas(), TODAY)
    found = {
        (year.year, record.key): (year.counted, year.total)
        for record in site.all(kind)
        for year in history(site, record)
        if year.counted
    }
    said = {
        (year, key): (part.awards, part.total) for year, s in by_year(site, kind).items() for key, part in s.by_key.items()
    }
    assert found == said
