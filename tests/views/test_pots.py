"""What a fund had, what was awarded from it and what is left, as a reader of its page adds it up."""

from decimal import Decimal

from tests.small import policy

from daylight.pages.reports.funds import pots_table, rules
from daylight.views.pots import pots

OF_YEAR = {"rule": "YE-01", "check": "pot-of-year", "of": "fund"}
FIXED = {"rule": "FI-01", "check": "pot", "of": "fund", "fund": "safety", "maximum": "500.00", "per": "financial_year"}
WHOLE = FIXED | {"rule": "WH-01", "per": "strategy"}
WHY = {"reason": "It was urgent.", "approved_by_role": "Treasurer", "date": "2024-01-01", "expires": "2027-03-31"}


def said(site, key: str = "safety") -> dict[str, tuple]:
    """What each year of a fund has, its awards, what was awarded and what is left."""
    return {p.year: (p.size, p.awards, p.awarded, p.left) for p in pots(site, site.get("fund", key))}


def pounds(*amounts) -> tuple:
    return tuple(Decimal(a) if isinstance(a, str) else a for a in amounts)


def dated(day: str, amount: str = "100.00", **fields) -> dict:
    return {"award_date": day, "amount": amount, "fund": "safety"} | fields


def fund(*years: dict, **fields) -> dict:
    return {"safety": {"years": list(years)} | fields}


def test_what_was_awarded_is_taken_from_the_pot_of_its_year(make):
    funds = fund({"financial_year": "2023-24", "envelope": "250.00", "spent": "90.00"})
    site = make(awards=[dated("2023-04-01"), dated("2024-03-31", "99.99"), dated("2024-04-01")], funds=funds)
    assert said(site) == {
        "2023-24": pounds("250.00", 2, "199.99", "50.01"),
        "2024-25": (None, 1, Decimal("100.00"), None),
    }
    assert [p.spent for p in pots(site, site.get("fund", "safety"))] == [Decimal("90.00"), None]


def test_a_year_with_a_pot_and_no_award_has_all_of_it_left(make):
    site = make(funds=fund({"financial_year": "2023-24", "envelope": "250.00"}))
    assert said(site) == {"2023-24": pounds("250.00", 0, "0.00", "250.00")}


def test_years_stand_oldest_first_and_unknown_ones_last(make):
    funds = fund({"financial_year": "2025-26", "envelope": "1.00"}, {"financial_year": "2022-23", "envelope": "1.00"})
    site = make(awards=[dated(None), dated("2023-05-01")], funds=funds)
    assert list(said(site)) == ["2022-23", "2023-24", "2025-26", "unknown"]
    assert said(site)["unknown"] == (None, 1, Decimal("100.00"), None)


def test_money_that_was_added_during_the_year_belongs_to_the_pot(make):
    funds = fund({"financial_year": "2023-24", "envelope": "250.00", "additional": "50.00"})
    assert said(make(awards=[dated("2023-05-01")], funds=funds))["2023-24"] == pounds("300.00", 1, "100.00", "200.00")


def test_the_pot_of_a_rule_counts_where_the_fund_states_none(make):
    funds = fund({"financial_year": "2024-25", "additional": "50.00"}, {"financial_year": "2025-26", "envelope": "700.00"})
    days = ("2023-05-01", "2024-05-01", "2025-05-01")
    site = make(policy(FIXED), awards=[dated(day) for day in days], funds=funds)
    assert {year: row[0] for year, row in said(site).items()} == {
        "2023-24": Decimal("500.00"),
        "2024-25": Decimal("550.00"),
        "2025-26": Decimal("700.00"),
    }


def test_each_year_has_the_pot_of_the_strategy_of_its_first_day(make):
    old, new = {"to": "2023-03-31"}, {"from": "2023-04-01"}
    rules = FIXED | {"strategy": "old", "maximum": "40.00"}, FIXED | {"strategy": "new", "maximum": "60.00"}
    awards = [dated("2023-03-31"), dated("2023-04-01")]
    site = make(policy(*rules, strategies={"old": old, "new": new}), awards=awards, funds=fund())
    assert {year: row[0] for year, row in said(site).items()} == {"2022-23": Decimal("40.00"), "2023-24": Decimal("60.00")}


def test_the_pot_of_another_fund_is_not_this_one_s(make):
    site = make(policy(FIXED | {"fund": "roads"}), awards=[dated("2023-05-01")], funds=fund())
    assert said(site)["2023-24"][0] is None


def test_a_pot_for_several_years_is_told_in_all_after_the_years(make):
    rule = WHOLE | {"strategy": "old"}
    funds = fund({"financial_year": "2022-23", "envelope": "250.00"}, {"financial_year": "2023-24", "additional": "20.00"})
    awards = [dated(day) for day in ("2022-03-31", "2022-04-01", "2024-03-31", "2024-04-01")]
    strategies = {"old": {"from": "2022-04-01", "to": "2024-03-31"}, "new": {"from": "2024-04-01"}}
    site = make(policy(rule, strategies=strategies), awards=[*awards, dated(None)], funds=funds)
    assert list(said(site)) == ["2021-22", "2022-23", "2023-24", "2024-25", "", "unknown"]
    assert said(site)[""] == pounds("520.00", 2, "200.00", "320.00")
    assert said(site)["2023-24"] == (None, 1, Decimal("100.00"), None)  # nobody knows how much of it is for one year
    assert pots_table(site, site.get("fund", "safety")).rows[4][0] == "In all"


def test_a_pot_for_several_years_that_was_overdrawn_is_explained_by_its_exception(make):
    rule = WHOLE | {"maximum": "150.00"}
    funds = fund(exceptions=[WHY | {"rule": "WH-01"}])
    site = make(policy(rule), awards=[dated("2022-05-01"), dated("2023-05-01")], funds=funds)
    assert said(site)[""] == pounds("150.00", 2, "200.00", "-50.00")
    assert pots_table(site, site.get("fund", "safety")).rows[-1][-1].startswith("£50.00 more than there was: It was urgent.")


def test_what_was_given_beyond_the_pot_is_said_and_whether_it_is_explained(make):
    years = {"financial_year": "2023-24", "envelope": "99.99"}, {"financial_year": "2024-25", "envelope": "100.00"}
    awards = [dated("2023-05-01"), dated("2024-05-01")]
    site = make(policy(OF_YEAR), awards=awards, funds=fund(*years))
    rows = pots_table(site, site.get("fund", "safety")).rows
    assert [row[-1] for row in rows] == ["£0.01 more than there was; not explained", "–"]
    assert [row[-2] for row in rows] == [Decimal("-0.01"), Decimal("0.00")]


def test_an_exception_says_why_there_was_more_and_until_when(make):
    years = {"financial_year": "2023-24", "envelope": "99.99"}, {"financial_year": "2024-25", "envelope": "100.00"}
    other = WHY | {"rule": "OT-01", "reason": "Something else."}
    funds = fund(*years, exceptions=[other, WHY | {"rule": "YE-01"}])
    site = make(policy(OF_YEAR), awards=[dated("2023-05-01"), dated("2024-05-01")], funds=funds)
    rows = pots_table(site, site.get("fund", "safety")).rows
    remark = "£0.01 more than there was: It was urgent. (exception until 31 March 2027)"
    assert [row[-1] for row in rows] == [remark, "–"]
    over, spent_all = pots(site, site.get("fund", "safety"))
    assert (over.explained.get("rule"), spent_all.explained) == ("YE-01", None)


def test_the_exception_of_another_rule_explains_nothing(make):
    funds = fund({"financial_year": "2023-24", "envelope": "1.00"}, exceptions=[WHY | {"rule": "OT-01"}])
    site = make(policy(OF_YEAR), awards=[dated("2023-05-01")], funds=funds)
    assert pots(site, site.get("fund", "safety"))[0].explained is None


def test_an_umbrella_has_no_money_of_its_own(make):
    funds = fund({"financial_year": "2023-24", "envelope": "250.00"}, kind="umbrella")
    site = make(awards=[dated("2023-05-01")], funds=funds)
    assert said(site) == {}
    assert pots_table(site, site.get("fund", "safety")) is None


def test_only_the_fund_s_part_of_a_split_award_leaves_its_pot(make):
    split = [{"fund": "safety", "amount": "30.00"}, {"fund": "roads", "amount": "70.00"}]
    unknown = [{"fund": "safety"}, {"fund": "roads"}]
    day, gone = "2023-05-01", {"status": "withdrawn"}
    awards = [dated(day, funds=split), dated(day, fund=None, funds=unknown), dated(day, **gone)]
    site = make(awards=awards, funds=fund({"financial_year": "2023-24", "envelope": "250.00"}))
    assert said(site)["2023-24"] == pounds("250.00", 1, "30.00", "220.00")
    assert said(site, "roads")["2023-24"] == (None, 1, Decimal("70.00"), None)


def test_a_fund_of_which_nothing_is_known_has_no_table(make):
    site = make()
    assert pots_table(site, site.get("fund", "safety")) is None


def test_a_fund_names_the_rules_that_are_about_it(make):
    site = make(policy(FIXED, FIXED | {"rule": "OT-01", "fund": "roads"}, OF_YEAR))
    assert rules(site, site.get("fund", "safety")) == ["A rule. (FI-01)"]


def test_an_exception_that_has_run_out_explains_nothing_any_more(make):
    funds = fund(
        {"financial_year": "2023-24", "envelope": "1.00"}, exceptions=[WHY | {"rule": "YE-01", "expires": "2026-11-20"}]
    )
    site = make(policy(OF_YEAR), awards=[dated("2023-05-01")], funds=funds)
    assert pots_table(site, site.get("fund", "safety")).rows[0][-1] == "£99.00 more than there was; not explained"


def test_a_pot_of_a_strategy_that_begins_in_mid_year_counts_its_own_days(make):
    strategies = {"now": {"from": "2023-07-01", "to": "2024-06-30"}}
    awards = [dated(day) for day in ("2023-06-30", "2023-07-01", "2024-06-30", "2024-07-01")]
    site = make(policy(WHOLE, strategies=strategies), awards=awards, funds=fund())
    assert said(site)[""] == pounds("500.00", 2, "200.00", "300.00")
