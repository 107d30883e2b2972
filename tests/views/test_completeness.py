"""What the law asks for, paragraph by paragraph: what is here, late, missing, without all that is asked, or of unknown day."""

import re

import pytest

from daylight.pages.reports import all_here
from daylight.schema import load_schemas
from daylight.views.completeness import Paragraph, paragraphs
from daylight.views.promptness import lags, months

DUTIES = list(load_schemas()["publication"].by_name["duty"].labels)
LINKED = [d for d in DUTIES if d not in ("3f", "4b", "4c", "4d", "5d")]  # where something must be published or linked
TIMED = {"3g": ("2023-11", "2024-02"), "lgtc-tenders": ("2023-Q3", "2024-Q2"), "lgtc-contracts": ("2023-Q3", "2024-Q2")}
LISTS = ("published", "late", "missing", "partial", "unknown")
WHOLE = {"recipient": "club", "purpose": "Boxing.", "unconditional": "yes", "cdr_reasons": "It keeps people safe."}
SIGNED = {"opinion_of_role": "Chief Executive", "date": "2024-01-01", "reason": "It has prices."}
WITHHELD = SIGNED | {"applies_to": "the copy of the contract", "ground": "FOIA-s43"}
CONTRACT = {"type": "contract", "purpose": "Cleaning."}


def of(site, code: str) -> Paragraph:
    return next(p for p in paragraphs(site) if p.code == code)


def said(p: Paragraph) -> dict[str, list]:
    """What a paragraph says, by the keys of records; what is empty, and the two decisions of the cases, are left out."""
    names = {
        n: [k for x in getattr(p, n) if (k := getattr(x, "key", x)) not in ("agreed", "refused")]
        for n in ("published", "late", "missing", "partial", "unknown")
    }
    return {name: found for name, found in (names | {"nil": p.nil}).items() if found}


def shown(site, code: str) -> tuple[str, str]:
    """How the report says a duty stands, and what is here."""
    schema = site.schemas["publication"].by_name["duty"].labels
    row = all_here.page(site).values["sections"][1].tables[0].rows[list(schema).index(code)]
    return str(row[1]).partition("</")[0].rpartition(">")[2], row[2]


def test_every_duty_is_looked_at_in_the_order_of_the_law(make):
    assert [p.code for p in paragraphs(make())] == DUTIES


@pytest.mark.parametrize("code", LINKED)
def test_a_duty_of_which_nothing_is_recorded_is_neither_met_nor_missing(make, code):
    site = make()
    assert of(site, code).absent
    assert of(site, code).records == []
    assert shown(site, code) == ("Not recorded here", "–")


@pytest.mark.parametrize("code", DUTIES)
def test_a_publication_for_a_duty_is_what_is_here(make, code):
    site = make(publications=[{"duty": code}, {"duty": "6" if code != "6" else "7"}], budgets=[])
    assert said(of(site, code)) == {"published": ["p0"]}
    assert not of(site, code).absent
    if code != "5d":  # the office of the cases has decisions
        assert shown(site, code) == ("Here", "1 published")


@pytest.mark.parametrize("code", DUTIES)
def test_nothing_to_report_is_said_and_no_publication(make, code):
    site = make(publications=[{"duty": code, "nil": "yes", "period": "2024-05"}])
    assert said(of(site, code)) == {"nil": ["2024-05"]}
    if code not in ("3a", "5d"):  # an office always has a budget, and that of the cases has decisions
        assert shown(site, code) == ("Here", "1 nothing to report")


def test_one_publication_elsewhere_is_linked(make):
    site = make(publications=[{"duty": "6", "address": "https://example.org/policies"}])
    assert shown(site, "6") == ("Published elsewhere", "1 published")


def test_of_several_publications_none_is_the_one_to_follow(make):
    elsewhere = {"duty": "6", "address": "https://example.org/policies"}
    assert shown(make(publications=[elsewhere, elsewhere]), "6") == ("Here", "2 published")


def test_the_lead_counts_the_duties_and_every_duty_once(make):
    publications = [{"duty": "6"}, *({"duty": "3g", "period": month} for month in ("2024-01", "2024-03"))]
    page = all_here.page(make(publications=publications, awards=[CONTRACT | {"amount": "20000.00"}, WHOLE]))
    assert f"{len(DUTIES)} duties: " in page.values["lead"]
    counts = [int(n) for n in re.findall(r"(\d+) (?:met|in part|of which)", page.values["lead"])]
    assert counts == [3, 2, len(DUTIES) - 5]  # policies, grants and decisions; spending and contracts; all others


@pytest.mark.parametrize(
    ("published_on", "found"),
    [("2023-03-31", {}), ("2023-04-01", {"late": ["b0"]}), (None, {"unknown": ["b0"]})],
)
def test_a_budget_is_on_time_until_the_last_day_before_its_year(make, published_on, found):
    site = make(budgets=[{"financial_year": "2023-24", "total": "1.00", "published_on": published_on}])
    assert said(of(site, "3a")) == {"published": ["b0"]} | found
    state = "In part" if "late" in found else "Here"
    assert shown(site, "3a")[0] == state


def test_a_grant_that_says_all_is_published(make):
    assert said(of(make(awards=[WHOLE]), "3f")) == {"published": ["a0"]}


@pytest.mark.parametrize("left", list(WHOLE))
def test_a_grant_that_leaves_something_out_is_incomplete_and_not_missing(make, left):
    site = make(awards=[{k: v for k, v in WHOLE.items() if k != left}])
    assert said(of(site, "3f")) == {"published": ["a0"], "partial": ["a0"]}
    assert shown(site, "3f") == ("Incomplete", "1 published, 1 without all that the law asks")


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"type": "grant"}, True),
        ({"type": "grant", "legal_power": "PRSRA2011-s9"}, True),
        ({"type": "allocation", "legal_power": "PRSRA2011-s9"}, True),
        ({"type": "allocation"}, False),
        ({"type": "grant", "legal_power": "contract"}, False),
        ({"type": "grant", "direction": "in"}, False),
        ({"type": "grant", "direction": "applied_only"}, False),
        ({"type": "grant", "status": "withdrawn"}, False),
        ({"type": "grant", "funder": "council"}, False),
    ],
)
def test_the_law_asks_for_the_grants_of_the_office_that_were_made(make, fields, asked):
    assert [a.key for a in of(make(awards=[WHOLE | fields]), "3f").published] == (["a0"] if asked else [])


@pytest.mark.parametrize(("code", "ends"), TIMED.items())
def test_a_period_between_two_that_are_here_is_missing(make, code, ends):
    site = make(publications=[{"duty": code, "period": period} for period in ends])
    between = ["2023-12", "2024-01"] if code == "3g" else ["2023-Q4", "2024-Q1"]
    assert said(of(site, code)) == {"published": ["p0", "p1"], "missing": between}
    assert shown(site, code) == ("In part", "2 published, 2 missing")
    last = all_here.page(site).values["sections"][-1]
    assert (last.id, last.items) == (f"duty-{code}", ["December 2023", "January 2024"] if code == "3g" else between)


def test_a_year_of_grants_between_two_is_missing(make):
    site = make(publications=[{"duty": "lgtc-grants", "period": period} for period in ("2021-22", "2024-25")])
    assert said(of(site, "lgtc-grants"))["missing"] == ["2022-23", "2023-24"]


def test_a_missing_year_is_never_called_a_month(make):
    site = make(publications=[{"duty": "lgtc-grants", "period": period} for period in ("2010-11", "2012-13")])
    assert all_here.page(site).values["sections"][-1].items == ["2011-12"]


def test_a_month_with_nothing_to_report_is_not_missing(make):
    periods = [{"period": "2024-01"}, {"period": "2024-02", "nil": "yes"}, {"period": "2024-03"}]
    site = make(publications=[{"duty": "3g"} | of for of in periods])
    assert said(of(site, "3g")) == {"published": ["p0", "p2"], "nil": ["2024-02"]}
    assert shown(site, "3g") == ("Here", "2 published, 1 nothing to report")


@pytest.mark.parametrize(
    ("amount", "large", "small"),
    [("10000.00", [], ["a0"]), ("10000.01", ["a0"], []), ("0.01", [], ["a0"]), ("0.00", [], [])],
)
@pytest.mark.parametrize("contract", [{"type": "contract"}, {"type": "invoice", "legal_power": "contract"}])
def test_a_contract_of_ten_thousand_pounds_is_listed_and_one_of_a_penny_more_has_its_copy(
    make, contract, amount, large, small
):
    site = make(awards=[{"amount": amount} | contract])
    assert of(site, "4b").missing == [site.get("award", key) for key in large]
    assert of(site, "4d").published == [site.get("award", key) for key in small]
    assert of(site, "4b").published == of(site, "4d").missing == []


@pytest.mark.parametrize(
    "with_copy",
    [
        {"contract_document": "copy"},
        {"documents": [{"document": "copy"}]},
        {"withholdings": [WITHHELD]},
    ],
)
def test_a_contract_is_here_with_its_copy_or_its_ground(make, with_copy):
    site = make(awards=[CONTRACT | {"amount": "10000.01"} | with_copy], documents={"copy": {"kind": "contract"}})
    assert said(of(site, "4b")) == {"published": ["a0"]}
    assert shown(site, "4b") == ("Here", "1 published")


def test_a_contract_without_its_copy_is_named(make):
    site = make(awards=[CONTRACT | {"amount": "10000.01"}])
    assert shown(site, "4b") == ("Missing", "1 missing")
    last = all_here.page(site).values["sections"][-1]
    assert (last.id, last.items, last.texts) == ("duty-4b", [site.get("award", "a0")], ["Missing, late or incomplete: 1."])


@pytest.mark.parametrize("gone", [{"status": "withdrawn"}, {"direction": "in"}])
def test_a_contract_that_the_office_does_not_pay_is_not_asked_for(make, gone):
    site = make(awards=[CONTRACT | {"amount": amount} | gone for amount in ("9000.00", "11000.00")])
    assert (said(of(site, "4b")), said(of(site, "4d"))) == ({}, {})


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"expected_value": "10000.01"}, {"missing": ["o0"]}),
        ({"expected_value": "10000.01", "documents": ["invitation"]}, {"published": ["o0"]}),
        ({"expected_value": "10000.01", "documents": ["terms"]}, {"missing": ["o0"]}),
        ({"expected_value": "10000.00"}, {}),
        ({"expected_value": "10000.01", "opens_on": "2026-11-22"}, {}),
        ({"expected_value": "10000.01", "opens_on": "2026-11-21"}, {"missing": ["o0"]}),
        ({"expected_value": "10000.01", "buyer": "council"}, {}),
        ({"expected_value": "10000.01", "kind": "grant_round"}, {}),
    ],
)
def test_a_tender_of_more_than_ten_thousand_pounds_that_has_opened_has_its_invitation(make, fields, found):
    documents = {"invitation": {"kind": "tender"}, "terms": {"kind": "terms"}}
    assert said(of(make(today="2026-11-21", opportunities=[fields], documents=documents), "4c")) == found


def test_decisions_of_the_office_are_published_and_perhaps_late_where_no_day_is_known(make):
    decisions = [{"published_on": "2024-01-01"}, {}, {"own": "no"}]
    site = make(decisions=decisions)
    p = of(site, "5d")
    assert {"d0", "d1"} <= {d.key for d in p.published}
    assert {"d2"}.isdisjoint(d.key for d in p.published)
    assert [d.key for d in p.unknown if d.key.startswith("d")] == ["d1"]


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ((("2024-02-10", "2024-02-29")), 0),
        (("2024-02-10", "2024-03-01"), 1),
        (("2024-03-31", "2024-02-10"), 31),
        (("2024-02-10", None), None),
    ],
)
def test_days_are_counted_from_the_end_of_a_month_to_its_last_grant(make, published, days):
    site = make(awards=[WHOLE | {"award_date": "2024-02-05", "published_on": day} for day in published])
    assert [(m.month, m.grants, m.days) for m in months(site)] == [("2024-02", 2, days)]


def test_months_without_a_grant_stand_between_the_others_newest_first(make):
    days = ("2023-11-30", "2024-02-01", "2024-02-28")
    site = make(awards=[WHOLE | {"award_date": day, "published_on": day} for day in days])
    assert [(m.month, m.grants, m.days) for m in months(site)] == [
        ("2024-02", 2, 0),
        ("2024-01", 0, None),
        ("2023-12", 0, None),
        ("2023-11", 1, 0),
    ]
    section = next(s for s in all_here.page(site).values["sections"] if s.id == "months")
    assert section.texts == ["2 months between them have no grant."]
    assert section.tables[0].rows[:2] == [["February 2024", 2, 0], ["January 2024", 0, "–"]]


def test_without_a_dated_grant_no_month_is_judged(make):
    site = make(awards=[WHOLE])
    assert months(site) == []
    assert "no month can be judged" in next(s for s in all_here.page(site).values["sections"] if s.id == "months").texts[0]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"signed_on": "2024-02-01", "published_on": "2024-03-01"}, 29),
        ({"taken_on": "2024-01-01", "signed_on": "2024-02-01", "published_on": "2024-02-01"}, 0),
        ({"taken_on": "2024-02-01", "published_on": "2024-02-03"}, 2),
        ({"signed_on": "2024-02-01", "deferred_until": "2024-02-20", "published_on": "2024-03-01"}, 10),
        ({"signed_on": "2024-02-01", "deferred_until": "2024-01-20", "published_on": "2024-02-11"}, 10),
        ({"signed_on": "2024-02-01", "deferred_until": "2024-02-20", "published_on": "2024-02-04"}, 3),
        ({"signed_on": "2024-02-01"}, None),
        ({"published_on": "2024-02-01"}, None),
        ({"own": "no", "signed_on": "2024-02-01", "published_on": "2024-03-01"}, None),
    ],
)
def test_a_decision_is_late_by_the_days_since_it_was_signed_or_put_off(make, fields, days):
    assert {d.key: n for d, n in lags(make(decisions=[fields]))}.get("d0") == days


def test_the_decision_that_took_longest_stands_first(make):
    ends = ("2024-02-03", "2024-02-05", "2024-02-04")
    found = lags(make(decisions=[{"signed_on": "2024-02-01", "published_on": day} for day in ends]))
    assert [d.key for d, _days in found if d.key.startswith("d")] == ["d1", "d2", "d0"]
