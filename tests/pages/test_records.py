"""What the pages of awards, decisions, opportunities and rounds say to a reader, and what they do not say twice."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from tests.built import ROOT, TODAY
from tests.small import small

from daylight.frame import BODY, CARE, Frame
from daylight.load import load
from daylight.pages.records import CORRECTIONS, decision, report
from daylight.pages.render import Renderer
from daylight.record import Record
from daylight.schema import load_schemas
from daylight.site import Site
from daylight.warm.touched import touched

OFFICES = {"barsetshire": ROOT / "examples/barsetshire", "south-yorkshire": ROOT}
WITH_AWARDS = (("fund", "core-victims-fund"), ("organisation", "courcy-listening-service"), ("area", "hogglestock"))


class Bare(dict):
    """Frames without anything in them but the page, and the quick exit where it is asked for."""

    def __missing__(self, place: str) -> Frame:
        return Frame(("", f'<aside id="{CARE}">Leave</aside>', "", BODY, ""))


@cache
def office(name: str) -> Site:
    return load(OFFICES[name], load_schemas(), TODAY)[0]


def page(site: Site, kind: str, key: str) -> str:
    """The HTML of the English page of a record."""
    return next(Renderer(Bare()).record_outputs(site, site.records[kind][key]))[1].decode()


def words(html: str) -> str:
    """The text of some HTML, as it is read."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def part(html: str, id: str) -> str:
    """The words of what follows a heading, until the next one."""
    return words(html.partition(f'id="{id}"')[2].partition("</h2>")[2].partition("<h2")[0])


def glance(html: str) -> dict[str, str]:
    """The questions and answers at the top of a page."""
    inner = html.partition("dl-glance")[2].partition("</dl>")[0]
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", inner, re.DOTALL)
    return {words(re.sub("<a class.*?</a>", "", title)): words(said) for title, said in pairs}


def facts(html: str) -> list[str]:
    """The titles of the facts below."""
    below = html.partition("dl-glance")[2].partition("</dl>")[2]
    return [words(re.sub("<a class.*?</a>", "", title)) for title in re.findall(r"<dt>(.*?)</dt>", below)]


@pytest.fixture
def make(tmp_path: Path):
    return lambda **records: small(tmp_path, **records)


def test_a_resident_sees_first_how_much_to_whom_for_what_and_whether_it_goes_on():
    html = page(office("barsetshire"), "award", "ba-a023")
    top = words(html.partition("<h2")[0])
    assert "£64,500.00 to Hogglestock District Council Lights, cut hedges and two cameras" in top
    assert glance(html) == {
        "When": "Awarded on 9 September 2024. Ended: from 1 October 2024 until 31 March 2026. "
        "It was changed since it was made.",
        "How it was chosen": "Named in the bid Named in a funding bid Chosen by: The Commissioner",
        "Fund": "Safer Lanes Fund",
        "Priority": "Lanes, farms and villages",
        "Area": "Hogglestock",
    }


def test_how_many_applied_is_said_where_the_round_says_it():
    said = glance(page(office("barsetshire"), "award", "ba-a001"))["How it was chosen"]
    assert "9 applications in its round, of which 2 funded" in said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"start_date": "2026-01-01", "end_date": "2027-01-01"}, "Live: from 1 January 2026 until 1 January 2027."),
        ({"start_date": "2027-01-01", "end_date": "2027-06-30"}, "Starts on 1 January 2027 and ends on 30 June 2027."),
        ({"end_date": "2027-01-01"}, "Live until 1 January 2027."),
        ({"start_date": "2026-01-01", "status": "active"}, "Live since 1 January 2026."),
        ({"status": "active"}, "Live; when it ends is not published."),
        ({"start_date": "2025-01-01", "end_date": "2026-11-20"}, "Ended: from 1 January 2025 until 20 November 2026."),
        ({"end_date": "2026-11-20"}, "Ended on 20 November 2026."),
        ({"status": "complete"}, "Ended; on which day is not published."),
        ({"status": "decommissioned", "end_date": "2028-01-01"}, "Ended; on which day is not published."),
        ({"status": "withdrawn"}, "Withdrawn."),
        ({}, "Whether it is still live is not published."),
        ({"award_date": "2026-02-03", "status": "active"}, "Awarded on 3 February 2026. Live; when it ends is not published."),
        ({"announced_on": "2026-02-03", "end_date": "2026-02-03"}, "Announced on 3 February 2026. Ended on 3 February 2026."),
    ],
)
def test_whether_an_award_is_live_is_said_in_a_sentence(make, fields, said):
    assert glance(page(make(awards=[fields]), "award", "a0"))["When"] == said


def test_an_application_is_neither_live_nor_ended(make):
    html = page(make(awards=[{"direction": "applied_only", "type": "application"}]), "award", "a0")
    assert "When" not in glance(html)
    assert "This is an application, not an award." in words(html)


@pytest.mark.parametrize("key", ["ba-a001", "ba-a023", "ba-a043"])
def test_what_stands_at_the_top_is_not_said_again_below(key):
    html = page(office("barsetshire"), "award", key)
    told = {"Purpose", "Amount", "Fund", "Priority", "Route", "Competition", "Starts on", "Ends on", "Decision", "Opportunity"}
    assert told.isdisjoint(facts(html))
    assert {"Kind of award", "Legal power"} <= set(facts(html))
    assert 'id="priorities"' not in html
    assert 'id="areas"' not in html


def test_what_the_law_asks_for_and_is_missing_is_still_said_below():
    html = page(office("south-yorkshire"), "award", "sy-a042")
    assert "Decision Not published Asked for by Specified Information Order 2011" in words(html)
    assert "Priority" in facts(html)


def test_a_recipient_that_is_withheld_is_not_said_to_be_unpublished():
    html = page(office("barsetshire"), "award", "ba-a043")
    assert "£33,000.00 recipient withheld" in words(html)
    assert "Recipient Withheld Safeguarding" in words(html)


def test_the_changes_of_an_award_are_a_list_with_days_values_reasons_and_decisions():
    said = part(page(office("barsetshire"), "award", "ba-a023"), "changes")
    assert "3 March 2025 Variation Amount: before £70,000.00 now £64,500.00 One camera was not needed" in said
    assert "Decision: Safer Lanes: one camera fewer" in said
    assert said.index("3 March 2025") < said.index("10 March 2025")


def test_a_change_does_not_tell_what_the_award_withholds(make):
    change = {
        "date": "2026-01-02",
        "kind": "variation",
        "field": "recipient",
        "before": "One",
        "after": "Other",
        "reason": "So.",
    }
    ground = {
        "applies_to": "recipient",
        "ground": "safeguarding",
        "opinion_of_role": "Lead",
        "date": "2026-01-02",
        "reason": "No.",
    }
    said = part(page(make(awards=[{"changes": [change], "withholdings": [ground]}]), "award", "a0"), "changes")
    assert "Recipient: changed" in said
    assert "One" not in said
    assert "Other" not in said


def test_a_decision_has_the_parts_of_a_notice_in_their_order():
    html = page(office("barsetshire"), "decision", "ba-2024-010")
    order = ["decision_text", "reasons", "options", "consultation", "legal_implications", "equality", "risk", "interests"]
    places = [html.index(f'<h2 id="{id}"') for id in [*order, "withholdings", "documents", "awards"]]
    assert places == sorted(places)
    assert glance(html)["When"] == "Taken on 11 November 2024. Signed on 12 November 2024. Published on 27 November 2024."
    assert glance(html)["Decided by"] == "Police and Crime Commissioner"
    assert "Two hubs, one for each half of the county. Why not chosen" in part(html, "options")
    assert {"Reasons", "Reference", "Taken on", "Legal implications"}.isdisjoint(facts(html))


def test_what_a_decision_withholds_is_named_with_its_ground_and_when_it_is_looked_at_again():
    html = page(office("barsetshire"), "decision", "ba-2025-011")
    assert "A part of this decision is not published: its part 2." in words(html)
    assert part(html, "reasons").startswith("Withheld Why it is withheld")
    said = part(html, "withholdings")
    assert "Decision It says where a service is whose users are in danger. Ground Specified Information Order" in said
    assert "To be looked at again on 14 December 2026" in said
    assert "Names in the second part Private persons are not named." in said
    assert "Not published : Options considered, Financial implications, Legal implications, Equality" in words(html)


def test_a_decision_without_reasons_says_who_asks_for_what_is_missing(make):
    html = page(make(decisions=[{}, {"own": "no", "body": "police"}]), "decision", "d0")
    assert "Not published Asked for by Specified Information Order" in part(html, "decision_text")
    assert part(html, "reasons").startswith("Not published")


GIVEN = {"decision": "d0", "amount": "60.00"}


def test_a_decision_that_is_put_off_says_first_until_when_and_why():
    html = page(office("barsetshire"), "decision", "ba-2026-011")
    said = words(html)
    assert said.index("Publication put off until 7 December 2026. The other bidders have time") < said.index("Reasons")
    assert not any("put off" in fact for fact in facts(html))


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        ("fund", "sy-f001", "No award from this fund is recorded."),
        ("organisation", "rotherham-council", "No award to this organisation is recorded."),
        ("budget_area", "victims-of-crime", "No award from this budget area is recorded."),
        ("priority", "treating-people-fairly", "No award for this priority is recorded."),
    ],
)
def test_where_no_award_is_known_the_page_says_so(kind, key, said):
    assert said in words(page(office("south-yorkshire"), kind, key))
    assert not any("is recorded." in words(page(office("barsetshire"), k, key)) for k, key in WITH_AWARDS)


@pytest.mark.parametrize(
    ("stated", "awards", "said"),
    [
        ("60.00", [GIVEN], "1 award made by it comes to £60.00. That is the amount that the decision states."),
        ("120.00", [GIVEN, GIVEN], "2 awards made by it come to £120.00. That is the amount that the decision states."),
        ("100.00", [GIVEN], "1 award made by it comes to £60.00. The decision states £100.00: £40.00 more."),
        ("50.00", [GIVEN], "1 award made by it comes to £60.00. The decision states £50.00: £10.00 less."),
        (None, [GIVEN], "1 award made by it comes to £60.00. The decision states no amount."),
        ("60.00", [], ""),
        (
            "60.00",
            [GIVEN, GIVEN | {"amount_basis": "estimate"}],
            "1 award made by it comes to £60.00. That is the amount that the decision states. "
            "1 award is left out, because its amount is not exact or belongs to another record or decision too.",
        ),
    ],
)
def test_whether_the_sum_of_a_decision_and_of_its_awards_agree_is_said_in_words(make, stated, awards, said):
    site = make(decisions=[{"amount": stated}], awards=awards)
    assert " ".join(decision.sums(site, site.records["decision"]["d0"])) == said
    assert not said or said in part(page(site, "decision", "d0"), "awards")


def test_an_opportunity_says_who_how_much_until_when_and_what_the_last_round_funded():
    html = page(office("barsetshire"), "opportunity", "chest-2026")
    assert "Closes in 69 days , on 29 January 2027 at 12:00 noon" in words(html)
    assert glance(html)["How much"] == "From £250.00 to £5,000.00 for one applicant. £60,000.00 in all."
    assert glance(html)["Who may apply"].startswith("Groups, clubs, schools")
    said = part(html, "before")
    assert said.startswith("Community Chest 2025 . It made 5 awards. What adds up comes to £14,800.00.")
    assert re.findall("£[0-9,.]+[0-9]", said)[1:] == ["£5,000.00", "£3,900.00", "£3,000.00"]
    assert 'href="../../opportunities/chest-2026/closing.ics"' in html
    assert "Closes on: before 18 December 2026 now 29 January 2027" in part(html, "changes")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"closes_on": "2026-11-21"}, "Closes today, on 21 November 2026"),
        ({"closes_on": "2026-11-22", "closes_at": "17:00"}, "Closes tomorrow, on 22 November 2026 at 5pm"),
        ({"closes_on": "2026-12-03", "closes_at": "09:30"}, "Closes in 12 days, on 3 December 2026 at 9:30am"),
        ({"closes_on": "2026-12-03", "closes_at": "00:15"}, "Closes in 12 days, on 3 December 2026 at 12:15am"),
        ({"closes_on": "2026-11-20"}, "Closed on 20 November 2026"),
        ({"opens_on": "2026-11-23", "closes_on": "2026-12-03"}, "Opens in 2 days, on 23 November 2026, until 3 December 2026"),
        ({"opens_on": "2026-11-22", "rolling": "yes"}, "Opens tomorrow, on 22 November 2026"),
        ({"rolling": "yes"}, "Open all the time"),
        ({"closes_on": "2026-12-03", "cancelled_on": "2026-11-01"}, "Cancelled on 1 November 2026"),
        ({}, "Closing date not published"),
    ],
)
def test_until_when_one_can_apply_is_counted_in_days(make, fields, said):
    html = page(make(opportunities=[fields]), "opportunity", "o0")
    line = html.partition('<div class="dl-closes">')[2].partition("</div>")[0]
    assert words(line).replace(" ,", ",") == said
    assert ("countdown.js" in html) == ("data-daylight-countdown" in line) == (said.startswith(("Closes", "Opens")))


def test_a_script_can_count_the_days_again(make):
    html = page(make(opportunities=[{"closes_on": "2026-12-03", "closes_at": "12:00"}]), "opportunity", "o0")
    said = {
        name: unescape(value) for name, value in re.findall(r'data-daylight-(\w+)="([^"]*)"', html.partition("dl-closes")[2])
    }
    assert said["countdown"] == "2026-12-03"
    assert said["closes"] == "2026-12-03T12:00:00+00:00"
    texts = json.loads(said["texts"])
    assert texts == {"0": "Closes today", "1": "Closes tomorrow", "n": "Closes in {n} days"}


def test_how_an_offer_is_judged_is_a_table_that_adds_up():
    html = page(office("barsetshire"), "opportunity", "hub-2024")
    assert "Quality 60% Cost 30% Social value 10%" in part(html, "judged").partition("What is scored Share")[2]
    assert 'class="dl-shares" aria-hidden="true"' in html
    said = part(page(office("barsetshire"), "opportunity", "advice-2023"), "judged")
    assert "Social value is 10% of the score for quality. That is 6% of the whole." in said


def test_the_round_before_is_that_of_the_same_fund_where_none_is_named(make):
    of = {"kind": "grant_round", "fund": "safety"}
    before = [
        of | {"opens_on": "2024-01-01", "closes_on": "2024-02-01"},
        of | {"opens_on": "2025-01-01", "closes_on": "2025-02-01"},
    ]
    site = make(opportunities=[*before, of | {"opens_on": "2026-11-01"}], awards=[{"opportunity": "o1"}] * 2)
    assert part(page(site, "opportunity", "o2"), "before").startswith(
        "Round . It made 2 awards. What adds up comes to £200.00."
    )
    assert "No award of it is recorded." in part(page(site, "opportunity", "o1"), "before")
    assert 'id="before"' not in page(site, "opportunity", "o0")


def test_the_page_of_the_next_round_is_made_again_when_an_award_of_the_last_one_changes(tmp_path):
    of = {"kind": "grant_round", "fund": "safety"}
    rounds = [of | {"closes_on": "2025-02-01"}, of | {"opens_on": "2026-11-01"}, {"earlier": "o0"}, {}]
    old, new = (
        small(tmp_path / n, opportunities=rounds, awards=[{"opportunity": "o0", "amount": n}]) for n in ("1.00", "2.00")
    )
    new.past, new.releases = old.past, old.releases  # else every page is made again
    assert {key for kind, key in touched(old, new) if kind == "opportunity"} == {"o0", "o1", "o2"}


def test_every_link_within_a_page_leads_to_a_place_on_it():
    for name in OFFICES:
        site = office(name)
        for record in (r for kind in ("award", "decision", "opportunity", "round") for r in site.all(kind)):
            html = page(site, record.kind, record.key)
            ids = re.findall(r'\sid="?([^"\s>]+)', html)
            assert len(ids) == len(set(ids)), record.key
            assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids), record.key


def test_an_error_is_reported_with_the_record_filled_in(make, tmp_path):
    site = make(awards=[{"title": "Tea & talk?"}])
    record: Record = site.records["award"]["a0"]
    assert report(site, record).removeprefix("\0").startswith("contact/?record=a0&page=")
    contact = {"what": CORRECTIONS.title(), "address": "https://e.org/f?x=1"}
    site = small(tmp_path / "other", {"contacts": [contact]}, awards=[{"title": "Tea & talk?"}])
    said = report(site, site.records["award"]["a0"])
    assert said.startswith("https://e.org/f?x=1&title=Tea%20%26%20talk%3F&record=a0&page=")
    assert said.replace("&", "&amp;") in page(site, "award", "a0")


def test_a_citation_can_be_copied_and_nothing_that_a_record_says_is_markup(make):
    site = make(awards=[{"purpose": "<b>Tea</b>", "route": "<i>so</i>"}], decisions=[{"reasons": "<u>why</u>"}])
    for kind, key in (("award", "a0"), ("decision", "d0")):
        html = page(site, kind, key)
        assert "data-daylight-copy=" in html
        assert not re.search("<[biu]>", html)


def test_a_page_about_help_for_victims_can_be_left_at_once(make):
    site = make(awards=[{"purpose": "Somebody to talk to for victims of burglary."}, {}])
    assert "Leave" in page(site, "award", "a0")
    assert "Leave" not in page(site, "award", "a1")


def test_the_steps_are_links_but_for_the_one_on_which_the_reader_stands():
    line = page(office("barsetshire"), "award", "ba-a001").partition('<ol class="dl-chain">')[2].partition("</ol>")[0]
    assert re.findall(r'href="([^"]*)"', line)[:3] == [
        "../../opportunities/chest-2022/",
        "../../rounds/chest-2022-06/",
        "../../decisions/ba-2022-001/",
    ]
    assert line.count("aria-current=step") == 1
    assert "awards/ba-a001" not in line


def test_the_line_leads_to_the_awards_that_a_decision_made_and_not_to_those_that_it_changed(make):
    change = {"date": "2026-01-02", "kind": "variation", "reason": "So.", "decision": "d0"}
    site = make(decisions=[{}], awards=[{"changes": [change]}, {"decision": "d0", "title": "One"}, {"decision": "d0"}])
    said = part(page(site, "decision", "d0"), "awards")
    assert "2 awards made by it come to £200.00." in said
    assert "Awards decided: 2" in said


def test_an_award_of_two_decisions_is_left_out_of_the_sum_of_either(make):
    both = {"decisions": [{"decision": "d0"}, {"decision": "d1"}]}
    site = make(decisions=[{"amount": "100.00"}, {}], awards=[both, {"decision": "d0"}])
    said = " ".join(decision.sums(site, site.records["decision"]["d0"]))
    assert said.startswith(
        "1 award made by it comes to £100.00. That is the amount that the decision states. 1 award is left out"
    )


def test_a_word_of_the_field_is_explained_beside_it():
    html = page(office("barsetshire"), "award", "ba-a001")
    assert re.search(r'<dt>Legal power <a class="dl-what" href="../../glossary/#legal-power" aria-label="[^"]+">\?</a>', html)
