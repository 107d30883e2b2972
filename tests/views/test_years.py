"""Financial years, publications by duty, and what a list says instead of a value."""

import pytest

from daylight.days import financial_year
from daylight.views import instead
from daylight.views.groups import by_duty
from daylight.views.years import by_field, years


def keys(records) -> list[str]:
    return [record.key for record in records]


def test_a_year_has_its_awards_its_decisions_and_what_came_in(make):
    awards = [
        {"award_date": "2023-03-31"},
        {"award_date": "2023-04-01"},
        {"financial_year": "2023-24", "amount": "0.50", "own_share": "0.25"},
        {"award_date": "2024-03-31", "direction": "in"},
        {"award_date": "2023-05-01", "direction": "applied_only"},
        {"award_date": "2023-05-01", "type": "application"},
        {},
    ]
    decisions = [{"taken_on": "2024-03-31"}, {"taken_on": "2023-05-01", "own": "no"}, {}]
    found = {y.year: y for y in years(make(awards=awards, decisions=decisions))}
    assert list(found) == ["2024-25", "2023-24", "2022-23"]  # the office of the cases decided something in May 2024
    year = found["2023-24"]
    assert (keys(year.awards), keys(year.decisions), keys(year.received)) == (["a1", "a2"], ["d0"], ["a3"])
    assert f"{year.total}" == "100.25"
    assert keys(found["2022-23"].awards) == ["a0"]


def test_a_year_in_which_money_only_came_in_is_a_year(make):
    found = years(make(awards=[{"award_date": "2019-05-01", "direction": "in"}]))
    assert [(y.year, keys(y.awards), keys(y.received)) for y in found][-1] == ("2019-20", [], ["a0"])


def test_a_withdrawn_award_is_listed_in_its_year_and_not_added_up(make):
    site = make(awards=[{"award_date": "2019-05-01", "status": "withdrawn"}, {"award_date": "2019-05-01"}])
    year = years(site)[-1]
    assert (len(year.awards), f"{year.total}") == (2, "100.00")


def test_the_values_of_a_field_stand_with_the_most_frequent_first(make):
    site = make(awards=[{"theme": theme} for theme in ("Roads", "Farms", "Youth", "Youth", "Farms", None)])
    found = [(value, keys(of)) for value, of in by_field(site.all("award"), "theme")]
    assert found == [("Farms", ["a1", "a4"]), ("Youth", ["a2", "a3"]), ("", ["a5"]), ("Roads", ["a0"])]


@pytest.mark.parametrize(("day", "year"), [("2024-03-31", "2023-24"), ("2024-04-01", "2024-25"), ("1999-04-01", "1999-00")])
def test_a_financial_year_begins_on_the_first_of_april(day, year):
    assert financial_year(day) == year


def test_publications_stand_under_their_duty_and_the_latest_period_first(make):
    said = [("3g", "2024-01"), ("1a", None), ("3g", "2024-03"), ("3g", "2024-02"), ("6", None)]
    site = make(publications=[{"duty": duty, "period": period} for duty, period in said])
    groups = by_duty(site)
    assert [(g.id, keys(g.records)) for g in groups] == [("1a", ["p1"]), ("3g", ["p2", "p3", "p0"]), ("6", ["p4"])]
    assert groups[1].title == "Order, paragraph 3(g): items of spending over £500"


@pytest.mark.parametrize(
    ("folder", "fields", "name", "said"),
    [
        ("opportunities", {"kind": "grant_round", "rolling": "yes"}, "closes_on", "Open all the time"),
        ("opportunities", {"kind": "grant_round"}, "closes_on", ""),
        ("opportunities", {"kind": "tender"}, "maximum_award", "–"),
        ("opportunities", {"kind": "grant_round"}, "maximum_award", ""),
        ("publications", {"duty": "6"}, "period", "Kept up to date"),
        ("publications", {"duty": "6"}, "published_on", "–"),
        ("awards", {}, "amount", ""),
        ("awards", {"withholdings": ["recipient"]}, "recipient_name", "Withheld"),
        ("awards", {"withholdings": ["amount"]}, "amount", "Withheld"),
        ("awards", {"withholdings": ["amount"]}, "recipient_name", ""),
    ],
)
def test_a_list_says_why_nothing_stands_there(make, folder, fields, name, said):
    row = {
        "ground": "safeguarding",
        "opinion_of_role": "Chief Executive",
        "date": "2024-01-01",
        "reason": "To keep them safe.",
    }
    if "withholdings" in fields:
        fields = {"withholdings": [row | {"applies_to": field} for field in fields["withholdings"]]}
    site = make(**{folder: {"it": fields}})
    kind = next(name for name, schema in site.schemas.items() if schema.folder == folder)
    assert instead(site, site.get(kind, "it"), site.schemas[kind].by_name[name]) == said
