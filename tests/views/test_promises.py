"""How far the rules are kept: asked, met, explained and not met add up, and a rule asks only of records that it is about."""

import pytest
from tests.small import policy

from daylight import rules
from daylight.pages.reports import checks, exceptions, how_we_fund
from daylight.views.promises import Promise, of_law, of_strategies, undated

GIVEN = {"rule": "GI-01", "check": "given", "fields": "conditions"}
TERMS = {"conditions": [{"text": "Spend it by March."}]}
NOW = {"award_date": "2024-05-01"}
EXCEPTION = {"rule": "GI-01", "reason": "It was urgent.", "approved_by_role": "Treasurer", "date": "2024-05-01"}


def promise(site, id: str = "GI-01") -> Promise:
    return next(p for p in (*of_strategies(site), *of_law(site)) if p.id == id)


def figures(site, id: str = "GI-01") -> tuple:
    p = promise(site, id)
    return p.asked, p.met, p.explained, p.not_met


def explained(expires: str, **fields) -> dict:
    return NOW | {"exceptions": [EXCEPTION | {"expires": expires} | fields]}


def test_every_award_that_is_asked_meets_a_rule_or_explains_it_or_does_not_meet_it(make):
    awards = [NOW | TERMS, NOW | TERMS, NOW | TERMS, NOW, NOW, explained("2027-03-31")]
    assert figures(make(policy(GIVEN), awards=awards)) == (6, 3, 1, 2)


def test_an_exception_explains_until_its_last_day(make):
    awards = [explained("2026-11-21"), explained("2026-11-20")]
    site = make(policy(GIVEN), today="2026-11-21", awards=awards)
    assert figures(site) == (2, 0, 1, 1)
    assert [m.record.key for m in promise(site).missed] == ["a1"]
    now, ended = (s.tables[0].rows for s in exceptions.page(site).values["sections"])
    assert ([row[0].key for row in now], [row[0].key for row in ended]) == (["a0"], ["a1"])


def test_a_record_that_explains_a_rule_twice_explains_it_once(make):
    rows = [EXCEPTION | {"expires": day} for day in ("2027-03-31", "2027-06-30")]
    assert figures(make(policy(GIVEN), awards=[NOW | {"exceptions": rows}, NOW | TERMS])) == (2, 1, 1, 0)


def test_an_award_that_misses_a_rule_twice_is_one_that_does_not_meet_it(make):
    site = make(policy(GIVEN | {"fields": "conditions; outcomes"}), awards=[NOW])
    assert len(promise(site).missed) == 2
    assert figures(site) == (1, 0, 0, 1)


def test_an_award_without_a_date_is_judged_by_no_strategy(make):
    site = make(policy(GIVEN), awards=[{}, NOW])
    assert figures(site) == (1, 0, 0, 1)
    assert undated(site, "award") == 1
    own = next(s for s in checks.page(site).values["sections"] if s.id == "own")
    assert own.texts[0].endswith("1 award has neither a date nor a year and is judged by none.")


@pytest.mark.parametrize("other", [{"direction": "in"}, {"direction": "applied_only"}, {"type": "application"}])
def test_what_the_office_did_not_give_is_judged_by_no_strategy(make, other):
    assert figures(make(policy(GIVEN), awards=[NOW | other])) == (0, 0, 0, 0)


def test_a_rule_that_no_program_checks_says_why_and_one_that_is_kept_says_how(make):
    site = make(policy({"rule": "NO-01", "not_checked": "Nobody can see it."}, {"rule": "KE-01", "kept_by": "The program."}))
    assert [(p.id, p.state, p.why) for p in of_strategies(site)] == [
        ("NO-01", "unchecked", "Nobody can see it."),
        ("KE-01", "kept", "The program."),
    ]
    assert [how_we_fund.kept(p) for p in of_strategies(site)] == ["Nobody can see it.", "The program."]
    own = next(s for s in checks.page(site).values["sections"] if s.id == "own")
    assert [row[3:] for row in own.tables[0].rows] == [
        ["Not checked", "–", "–", "–"],
        ["Kept by the program", "–", "–", "–"],
    ]


def test_a_rule_of_two_strategies_is_one_promise_in_the_words_of_the_later(make):
    old, new = {"strategy": "old", "title": "Old.", "place": "A"}, {"strategy": "new", "title": "New.", "place": "B"}
    strategies = {"new": {"from": "2024-04-01"}, "old": {"to": "2024-03-31"}}
    awards = [{"award_date": "2024-03-31"}, {"award_date": "2024-04-01"}]
    site = make(policy(GIVEN | new, GIVEN | old, strategies=strategies), awards=awards)
    (p,) = of_strategies(site)
    assert (p.title, p.authority, p.asked, len(p.rows)) == ("New.", "B", 2, 2)
    told = [(title, time) for title, time, _quotes in how_we_fund.said(site, p)]
    assert told == [("New.", "from 1 April 2024"), ("Old.", "from 1 April 2020 to 31 March 2024")]


def test_how_we_fund_says_how_far_a_rule_is_kept(make):
    awards = [NOW | TERMS, NOW, explained("2027-03-31")]
    assert how_we_fund.kept(promise(make(policy(GIVEN), awards=awards))) == "Met by 1 of 3, explained in 1."


def test_how_we_fund_says_so_where_all_is_met_and_where_nothing_is_asked(make):
    other = GIVEN | {"rule": "OT-01", "where": "type: contract"}
    found = of_strategies(make(policy(GIVEN, other), awards=[NOW | TERMS]))
    assert [how_we_fund.kept(p) for p in found] == ["Met by 1 of 1.", "No record is about it yet."]


def test_a_rule_counts_the_records_that_do_not_meet_it_and_names_them(make):
    site = make(policy(GIVEN), awards=[NOW | TERMS, NOW, NOW])
    sections = {s.id: s for s in checks.page(site).values["sections"]}
    row = next(r for r in sections["own"].tables[0].rows if "GI-01" in r[0])
    assert row[4:] == [3, 2, 0]
    assert sections["GI-01"].title == "GI-01: 2"
    (said,) = sections["GI-01"].items
    assert all(f"awards/{key}/" in said for key in ("a1", "a2"))
    assert "awards/a0/" not in said


def test_every_rule_of_the_law_is_there_once_in_order_with_where_it_comes_from(make):
    found = of_law(make())
    ids = [p.id for p in found]
    assert len(ids) == len(set(ids)) == len([m for m in rules.MODULES if m.__doc__.partition(":")[0].isupper()])
    assert ids.index("DEC-09") < ids.index("DEC-STUB") < ids.index("DP-01") < ids.index("DP-10")
    assert all(p.title.endswith(".") and p.title[0].isupper() and p.authority for p in found)


def test_the_law_is_asked_of_every_record_of_its_kinds(make):
    site = make(awards=[{}, {}, {}])
    assert promise(site, "AMOUNT-TEXT").asked == 3
    assert promise(site, "SIO-3F").asked == 3


def test_where_it_is_about_all_together_it_counts_what_it_found(make):
    months = [{"duty": "3g", "period": period} for period in ("2024-01", "2024-04")]
    site = make(publications=months)
    assert figures(site, "SIO-02") == (0, 0, 0, 2)
    law = next(s for s in checks.page(site).values["sections"] if s.id == "law")
    assert next(r for r in law.tables[0].rows if "SIO-02" in r[0])[4:] == ["–", 2, 0]


def test_the_lead_adds_up_what_all_rules_found(make):
    strict = GIVEN | {"rule": "ER-01", "severity": "error", "where": "scheme: none"}
    late = {"award_date": "2026-07-01"}
    site = make(policy(GIVEN, strict), awards=[late, late | {"scheme": "A scheme"}, NOW])
    found = [m.finding.severity for p in (*of_law(site), *of_strategies(site)) for m in p.missed]
    lead = checks.page(site).values["lead"]
    errors, warnings, notes = (found.count(s) for s in ("error", "warning", "note"))
    assert lead.startswith(f"{len(of_law(site)) + 2} rules. ")
    assert [int(word) for word in lead.replace(",", " ").split() if word.isdigit()][1:] == [errors, warnings, notes]
    assert len({errors, warnings, notes}) == 3
    assert promise(site, "ER-01").counts() == {"error": 1, "warning": 0, "note": 1}
    assert promise(site).counts() == {"error": 0, "warning": 2, "note": 1}
