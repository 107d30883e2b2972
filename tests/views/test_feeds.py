"""What feeds say: which records and changes are news, of when they are, in which words, and under which identifiers."""

from dataclasses import replace
from itertools import count

import pytest
from tests.built import TODAY
from tests.small import small

from daylight.history import Past
from daylight.views import feeds
from daylight.views.following import feeds_of

HOST = {"address": "https://money.barsetshire.example/sub/"}
WHO = {"recipient": "club", "fund": "chest"}
CLUB, CHEST = {"organisations": {"club": {"name": "Boxing Club"}}}, {"funds": {"chest": {"title": "Community Chest"}}}
DAY = "2024-05-01"
OFFICE = ("decisions/agreed/", "decisions/refused/")  # which the office of the cases has anyway


@pytest.fixture
def site_of(tmp_path):
    """Makes sites with awards to a club from a fund, which both exist, and with other records."""
    numbers = count()

    def of(*awards: dict, **records):
        folder = tmp_path / str(next(numbers))
        return small(folder, HOST, awards=[WHO | award for award in awards], **CLUB, **CHEST, **records)

    return of


def entries(site, subject: str = "awards") -> list[feeds.Entry]:
    return feeds.site_feed(site, subject).entries


def only(site, subject: str = "awards") -> feeds.Entry:
    (entry,) = [entry for entry in entries(site, subject) if entry.path not in OFFICE]
    return entry


def moments(site, subject: str = "awards") -> list[tuple[str, str]]:
    return [(entry.published[:10], entry.updated[:10]) for entry in entries(site, subject)]


def with_history(site, **days: str):
    """The site, of whose awards the history of the files knows the days of the last change."""
    changed = {site.get("award", key).path: day for key, day in days.items()}
    return replace(site, past=Past(changed=changed), incoming={}, kept={}, once={})


def test_an_award_in_words(site_of):
    entry = only(site_of({"amount": "12300.00", "award_date": DAY, "purpose": "Boxing on three evenings.", "title": "Boxing"}))
    assert entry.title == "Boxing: £12,300.00 to Boxing Club"
    assert entry.summary == (
        "£12,300.00 to Boxing Club, from Community Chest. What for: Boxing on three evenings. Awarded on 1 May 2024."
    )
    assert entry.tags == ("Community Chest",)
    assert entry.path == "awards/a0/"


def test_what_is_not_known_is_said_to_be_unknown(site_of):
    unknown = {"amount": None, "amount_basis": "not_published", "recipient": None, "fund": None, "award_date": DAY}
    printed = unknown | {"amount_basis": "ambiguous", "amount_as_published": "£22.955"}
    said = [entry.summary for entry in reversed(entries(site_of(unknown, printed)))]
    assert said == [
        "To a recipient that is not published. Amount not published. Awarded on 1 May 2024.",
        "To a recipient that is not published. Amount as printed, not added up: £22.955. Awarded on 1 May 2024.",
    ]


def test_what_is_withheld_stays_withheld(site_of):
    ground = {"ground": "safeguarding", "opinion_of_role": "Chief executive", "date": DAY, "reason": "Safety."}
    held = [ground | {"applies_to": name} for name in ("amount", "recipient", "title", "purpose")]
    change = {
        "date": DAY,
        "kind": "correction",
        "field": "purpose",
        "before": "Secret",
        "after": "Hidden",
        "reason": "Safety.",
    }
    changes = [change, change | {"field": "Amount", "before": "1.00", "after": "2.00"}]
    unknown = {"amount": None, "amount_basis": "not_published", "recipient": None}
    site = site_of(unknown | {"award_date": DAY, "withholdings": held, "changes": changes})
    assert "To a recipient that is withheld, from Community Chest. Amount withheld." in only(site).summary
    said = " ".join(f"{e.title} {e.summary}" for e in entries(site, "corrections"))
    assert "Secret" not in said
    assert "Hidden" not in said
    assert "£" not in said
    assert "2.00" not in said
    assert "changed." in said


def test_a_private_person_is_not_named(site_of):
    site = site_of({"recipient": None, "recipient_individual": "yes", "award_date": DAY})
    assert only(site).title == "Sessions: £100.00 to Individual recipient"


def test_money_that_is_not_added_up_says_so(site_of):
    site = site_of({"direction": "pass_through", "award_date": DAY}, {"own_share": "40.00", "award_date": DAY})
    said = {entry.path: entry.summary for entry in entries(site)}
    assert "The amount is not added up." in said["awards/a0/"]
    assert "Of the amount, £40.00 is added up." in said["awards/a1/"]


def test_a_mark_is_in_the_title(site_of):
    assert only(site_of({"status": "withdrawn", "award_date": DAY})).title.endswith("(Withdrawn)")


def test_a_decision_in_words(site_of):
    decision = {"title": "Grants", "reference": "007/2024", "summary": "Ten grants were agreed.", "amount": "5000.00"}
    decision |= {"decision_maker": "The Commissioner", "taken_on": DAY, "published_on": "2024-05-03"}
    entry = only(site_of(decisions={"d": decision}), "decisions")
    assert entry.title == "Grants"
    assert entry.summary == (
        "Decision 007/2024. Ten grants were agreed. Amount: £5,000.00. Decided by: The Commissioner, on 1 May 2024."
    )
    assert (entry.published, entry.updated) == ("2024-05-03T00:00:00Z", "2024-05-03T00:00:00Z")


def test_an_opportunity_in_words(site_of):
    chest = {"kind": "grant_round", "title": "Chest 2024", "opens_on": "2024-04-01", "closes_on": "2024-05-31"}
    chest |= {"closes_at": "12:00", "maximum_award": "5000.00", "eligibility": "Clubs.", "description": "For clubs."}
    entry = only(site_of(opportunities={"o": chest}), "opportunities")
    assert entry.summary == (
        "Opens on 1 April 2024. Closes at 12:00 on 31 May 2024. For clubs. One can ask for £5,000.00 at most."
        " Who may apply: Clubs."
    )


def test_a_change_in_words(site_of):
    row = {
        "date": "2024-06-01",
        "kind": "variation",
        "field": "amount",
        "before": "120.00",
        "after": "100.00",
        "reason": "Less.",
    }
    entry = only(site_of({"award_date": DAY, "title": "Boxing", "changes": [row]}), "corrections")
    assert entry.title == "Variation: Boxing"
    assert entry.summary == "Amount: £100.00 (before: £120.00). Changed on 1 June 2024. Less."
    assert entry.path == "awards/a0/"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"field": "end_date", "after": "2025-06-01"}, "Ends on: 1 June 2025."),
        ({"field": "status", "before": "awarded", "after": "withdrawn"}, "Status: Withdrawn (before: Awarded)."),
        ({"field": "purpose", "before": "Chess"}, "Purpose: nothing (before: Chess)."),
        ({"field": "amount", "before": "many", "after": "100.00"}, "Amount: £100.00 (before: many)."),
        ({"field": "payments"}, "Payments: changed."),
        ({"amount": "4300.00", "kind": "return"}, "Returned: £4,300.00."),
    ],
)
def test_values_of_a_change_are_said_as_pages_say_them(site_of, row, said):
    row = {"date": "2024-06-01", "kind": "correction", "reason": "A slip."} | row
    site = site_of({"award_date": DAY, "changes": [row]})
    assert only(site, "corrections").summary == f"{said} Changed on 1 June 2024. A slip."


def test_an_application_is_no_award(site_of):
    assert entries(site_of({"direction": "applied_only", "type": "application", "award_date": DAY})) == []


def test_of_when_an_award_is(site_of):
    """The day of publication, else of the award, else of the announcement; a year alone is no day."""
    days = {"published_on": "2024-05-03", "award_date": "2024-05-01", "announced_on": "2024-05-02"}
    said = []
    for left_out in ([], ["published_on"], ["published_on", "award_date"], list(days)):
        award = {name: day for name, day in days.items() if name not in left_out} | {"financial_year": "2024-25"}
        said.append([e.published for e in entries(site_of(award))])
    assert said == [["2024-05-03T00:00:00Z"], ["2024-05-01T00:00:00Z"], ["2024-05-02T00:00:00Z"], []]


def test_what_changed_last_comes_first(site_of):
    site = site_of(
        {"award_date": "2024-05-01", "modified": "2026-01-01"}, {"award_date": "2025-05-01"}, {"modified": "2024-01-01"}
    )
    assert moments(site) == [("2024-05-01", "2026-01-01"), ("2025-05-01", "2025-05-01"), ("", "2024-01-01")]


def test_the_history_of_the_file_says_when_a_record_changed(site_of):
    site = with_history(site_of({"award_date": DAY}, {}), a0="2025-02-02", a1="2025-03-03")
    assert moments(site) == [("", "2025-03-03"), (DAY, "2025-02-02")]


def test_nothing_was_changed_before_it_was_published_or_after_today(site_of):
    site = site_of({"award_date": DAY, "modified": "2024-01-01"}, {"award_date": DAY, "modified": "2027-01-01"})
    assert moments(site) == [(DAY, TODAY), (DAY, DAY)]


def test_what_opens_later_is_news_today(site_of):
    later = {"opens_on": "2027-04-01"}
    site = site_of(opportunities={"o0": later, "o1": later | {"modified": "2026-10-10"}, "o2": later | {"published_on": DAY}})
    assert moments(site, "opportunities") == [("", TODAY), ("", "2026-10-10"), (DAY, DAY)]


def test_a_closing_day_is_no_day_of_publication(site_of):
    assert entries(site_of(opportunities={"o": {"closes_on": "2024-05-31"}}), "opportunities") == []


def test_a_feed_has_only_the_newest(site_of, monkeypatch):
    monkeypatch.setattr(feeds, "MOST", 3)
    site = site_of(*({"award_date": f"2024-05-0{day}"} for day in range(1, 6)))
    feed = feeds.site_feed(site, "awards")
    assert [e.published[:10] for e in feed.entries] == ["2024-05-05", "2024-05-04", "2024-05-03"]
    assert "At most 3 entries" in feed.about
    assert "https://money.barsetshire.example/sub/data/awards.csv" in feed.about
    assert feed.updated == "2024-05-05T00:00:00Z"


def test_identifiers_name_the_record_and_not_its_page(site_of):
    row = {"date": "2024-06-01", "kind": "correction", "reason": "A slip."}
    site = site_of({"award_date": DAY, "changes": [row, dict(row)]})
    assert only(site).id == "tag:money.barsetshire.example,2026:barsetshire/award/a0"
    assert {e.id for e in entries(site, "corrections")} == {
        f"tag:money.barsetshire.example,2026:barsetshire/award/a0/changes/{number}" for number in (1, 2)
    }


def test_identifiers_stay_where_the_site_is_tried_out_elsewhere(site_of):
    site = site_of({"award_date": DAY})
    tried = replace(site, address="https://preview.example/", incoming={}, kept={}, once={})
    assert only(tried).id == only(site).id
    assert feeds.site_feed(tried, "awards").id == feeds.site_feed(site, "awards").id


def test_a_correction_keeps_the_identifier(site_of, tmp_path):
    site = site_of({"award_date": DAY})
    before = only(site)
    award = site.get("award", "a0")
    award.values |= {"title": "Other", "award_date": "2024-05-02", "modified": "2025-01-01"}
    award.kept.clear()
    after = only(site)
    assert before.id == after.id
    assert before.updated < after.updated


def test_the_feed_of_a_fund_has_its_awards_decisions_opportunities_and_their_changes(site_of):
    row = {"date": "2024-06-01", "kind": "correction", "reason": "A slip."}
    of = {"fund": "chest"}
    site = site_of(
        {"award_date": DAY, "changes": [row]},
        {"award_date": DAY, "fund": None, "recipient": None},
        decisions={"d": of | {"taken_on": DAY}},
        opportunities={"o": of | {"published_on": DAY}},
    )
    feed = feeds.record_feed(site, site.get("fund", "chest"))
    assert sorted(e.id.partition("barsetshire/")[2] for e in feed.entries) == [
        "award/a0",
        "award/a0/changes/1",
        "decision/d",
        "opportunity/o",
    ]
    assert feed.title == "Barsetshire: Community Chest"
    assert feed.path == "funds/chest/feed"


def test_the_feed_of_an_organisation_has_what_it_receives(site_of):
    """Alone or with others; not what it gives, and not what it only applied for."""
    alone, shared = {"award_date": DAY}, {"award_date": DAY, "recipient": None, "recipients": [{"organisation": "club"}]}
    given = {"award_date": DAY, "recipient": None, "funder": "club"}
    site = site_of(alone, shared, given, alone | {"type": "application", "direction": "applied_only"})
    feed = feeds.record_feed(site, site.get("organisation", "club"))
    assert sorted(e.path for e in feed.entries) == ["awards/a0/", "awards/a1/"]


def test_what_has_no_news_has_no_feed(site_of):
    site = site_of({}, {"award_date": DAY})
    assert feeds.record_feed(site, site.get("award", "a1")) is None
    assert [of.path for of in feeds_of(site, site.get("organisation", "club"))] == [
        "organisations/club/feed.atom",
        "organisations/club/feed.json",
    ]
    site = site_of({})
    assert feeds.record_feed(site, site.get("organisation", "club")) is None
    assert feeds_of(site, site.get("organisation", "club")) == []
