"""Month by month: nothing between two records is nothing, before the first and after the last nobody knows."""

import pytest

from daylight.pages.reports import coverage as report
from daylight.views.coverage import months, withheld

NOBODY = (None,) * 12


def counts(site, kind: str) -> dict[str, tuple]:
    return {of.year: of.counts for of in months(site, kind)}


def test_months_before_the_first_and_after_the_last_record_are_not_nothing(make):
    site = make(awards=[{"award_date": day} for day in ("2023-06-30", "2023-06-01", "2023-09-15")])
    assert counts(site, "award") == {"2023-24": (None, None, 2, 0, 0, 1, *NOBODY[:6])}


def test_a_financial_year_begins_in_april_and_the_newest_stands_first(make):
    site = make(awards=[{"award_date": "2023-03-31"}, {"award_date": "2023-04-01"}, {"award_date": "2025-01-10"}])
    assert list(counts(site, "award")) == ["2024-25", "2023-24", "2022-23"]
    assert counts(site, "award")["2022-23"] == (*NOBODY[:11], 1)
    assert counts(site, "award")["2023-24"] == (1, *(0,) * 11)
    assert counts(site, "award")["2024-25"] == (*(0,) * 9, 1, None, None)


def test_one_record_alone_has_one_month(make):
    assert counts(make(awards=[{"award_date": "2024-01-31"}]), "award") == {"2023-24": (*NOBODY[:9], 1, None, None)}


def test_where_nothing_has_a_date_there_is_no_year(make):
    assert months(make(awards=[{}]), "award") == []


def test_an_award_of_which_only_the_year_is_known_is_in_no_month(make):
    site = make(awards=[{"financial_year": "2022-23"}, {"award_date": "2023-05-02"}, {"announced_on": "2023-06-02"}])
    assert counts(site, "award") == {"2023-24": (None, 1, 1, *NOBODY[:9])}


@pytest.mark.parametrize(("period", "there"), [("2024-05", True), ("2011-12", False), ("2023-24", False), ("2024-Q1", False)])
def test_a_publication_for_a_financial_year_or_a_quarter_is_in_no_month(make, period, there):
    site = make(publications=[{"duty": "3g", "period": period}])
    assert bool(months(site, "publication")) == there


def test_a_publication_for_a_month_is_in_it_whenever_it_came(make):
    site = make(publications=[{"duty": "3g", "period": "2024-05", "published_on": "2024-08-01"}, {"duty": "3g"}])
    assert counts(site, "publication") == {"2024-25": (None, 1, *NOBODY[:10])}


def test_the_report_shows_a_dash_where_nobody_knows_and_counts_what_has_no_date(make):
    site = make(awards=[{"award_date": "2023-06-30"}, {"award_date": "2023-08-30"}, {}])
    section = report.page(site).values["sections"][0]
    assert section.tables[0].rows == [["2023-24", "–", "–", 1, 0, 1, *"–––––––", 2]]
    assert section.texts == ["1 record has no date of its own."]


def test_everything_that_is_withheld_is_listed_with_its_ground(make):
    row = {
        "opinion_of_role": "Chief Executive",
        "date": "2024-01-01",
        "review_on": "2027-01-01",
        "reason": "To keep them safe.",
    }
    of_award = [row | {"applies_to": "recipient", "ground": "safeguarding"}]
    of_decision = [row | {"applies_to": "The appendix", "ground": ground} for ground in ("FOIA-s43", "FOIA-s31", "FOIA-s43")]
    site = make(awards=[{"withholdings": of_award}, {}], decisions=[{"withholdings": of_decision}])
    assert [(r.key, w.get("ground")) for r, w in withheld(site)] == [
        ("a0", "safeguarding"),
        *(("d0", ground) for ground in ("FOIA-s43", "FOIA-s31", "FOIA-s43")),
    ]
    by_ground, every = report.page(site).values["sections"][-1].tables
    assert [n for _ground, n in by_ground.rows] == [2, 1, 1]
    assert [r[1] for r in every.rows] == ["Recipient", *["The appendix"] * 3]
