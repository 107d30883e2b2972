"""A charity looks for money: what is open and until when, how it is judged, who had it before, and what is said of itself."""

import re
from decimal import Decimal

import icalendar
import pytest
from playwright.sync_api import expect
from tests.browser.journeys.lists import added, keys, pounds, shown, table
from tests.browser.person import KEYS, KEYS_CY_PLAIN, TOUCH_CY, TOUCH_PLAIN, WAYS, ways

pytestmark = pytest.mark.browser


@ways(*WAYS, TOUCH_PLAIN)
def test_finds_what_is_open_and_puts_the_last_day_into_a_calendar(meet, way):
    person = meet(way).goes()
    chest = person.site.get("opportunity", "chest-2026")
    person.follows(person.said("What to apply for"), "opportunities/")
    person.follows(person.called(chest), "opportunities/chest-2026/")
    assert person.title.endswith(person.said("Open"))
    expect(person.main).to_contain_text("69", use_inner_text=True)  # days from the day of the records
    name, data = person.takes(person.link(person.said("Add the closing date to your calendar")))
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert name.endswith(".ics")
    assert "Community Chest 2026" in event["SUMMARY"]
    assert (event.end if "DTEND" in event else event.start).isoformat().startswith(chest.get("closes_on"))


@ways(KEYS, TOUCH_CY)
@pytest.mark.parametrize(
    ("now", "said", "state"),
    [
        ("2027-01-28T23:30:00Z", "Closes tomorrow", "Open"),
        ("2027-01-29T11:59:00Z", "Closes today", "Open"),
        ("2027-01-29T12:01:00Z", None, "Closed"),
    ],
)
def test_comes_again_just_before_the_deadline_to_a_page_that_is_old(meet, way, now, said, state):
    person = meet(way)
    person.page.clock.set_fixed_time(now)
    person.goes("opportunities/chest-2026/")
    assert person.title.endswith(person.said(state))
    if said:
        expect(person.main).to_contain_text(person.said(said), use_inner_text=True)
    else:
        for wrong in ("Closes today", "Closes tomorrow"):
            expect(person.main).not_to_contain_text(person.said(wrong), use_inner_text=True)


@ways(*WAYS, KEYS_CY_PLAIN)
def test_reads_how_bids_are_judged_and_sees_that_it_makes_a_whole(meet, way):
    person = meet(way).goes("opportunities/")
    person.follows("Shared advice service: invitation to tender", "opportunities/advice-2023/")
    scores = person.main.get_by_role("table", name=person.said("Shares of the score"))
    shares = [int(text.rstrip("%")) for text in scores.get_by_role("cell").all_inner_texts()]
    assert shares == [60, 40]
    for share in ("10%", "6%"):  # what social value is of quality, and so of the whole
        expect(person.main).to_contain_text(share, use_inner_text=True)


@ways()
def test_learns_what_the_last_round_funded_before_it_asks_for_less_or_more(meet, way):
    person = meet(way).goes("opportunities/chest-2026/")
    last = person.main.get_by_role("table", name=person.said("Its largest awards"))
    awards = [row for row in table(person.folder, "awards") if row["opportunity"] == "chest-2025"]
    largest = sorted((Decimal(row["countable_amount"]) for row in awards if row["countable_amount"]), reverse=True)
    seen = [pounds(text) for text in last.get_by_role("row").all_inner_texts() if "£" in text]
    assert seen == largest[: len(seen)] != []
    total = added(awards, "countable_amount")
    assert f"£{total:,.2f}" in person.main.inner_text()
    first = last.get_by_role("rowheader").first.inner_text()
    person.follows(first, re.compile(r"awards/ba-a\d+/$"), within=last)
    assert person.title.endswith(first)


@ways()
def test_finds_itself_among_all_organisations_and_checks_what_is_said_of_it(meet, way):
    """Its awards year by year make the sum above them, and its former names and its numbers in registers are there."""
    person = meet(way).goes("organisations/")
    person.opens("Filter this list")
    person.types(person.main.get_by_role("searchbox", name=person.said("Words"), exact=True), "boxing")
    person.page.wait_for_url("**?q=boxing")
    assert keys(shown(person)) == ["barchester-boxing-club"]
    person.uses(shown(person).get_by_role("link").first)
    person.arrives("organisations/barchester-boxing-club/")
    mine = [row for row in table(person.folder, "award-recipients") if row["organisation"] == "barchester-boxing-club"]
    keys_of = {row["award"] for row in mine} | {
        row["key"] for row in table(person.folder, "awards") if row["recipient"] == "barchester-boxing-club"
    }
    total = added([row for row in table(person.folder, "awards") if row["key"] in keys_of], "countable_amount")
    years = person.main.get_by_role("table", name=person.said("Year by year"))
    *each, whole = [pounds(row) for row in years.get_by_role("row").all_inner_texts() if "£" in row]
    assert sum(each) == whole == total == pounds(person.main.inner_text())
    names = person.main.get_by_role("table", name=person.said("Names over time"))
    expect(names).to_contain_text("Barchester Amateur Boxing Club", use_inner_text=True)
    numbers = person.main.get_by_role("table", name=person.said("Identifiers"))
    expect(numbers).to_contain_text("ZZ999991", use_inner_text=True)
