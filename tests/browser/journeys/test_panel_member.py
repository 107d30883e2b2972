"""A member of the police and crime panel asks what was decided, why, what is kept back, and whether everything is there."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.journeys.lists import filtered, key, keys, pounds, shown, table, taken
from tests.browser.person import KEYS_CY, KEYS_CY_PLAIN, TOUCH, TOUCH_PLAIN, WAYS, Person, ways

pytestmark = pytest.mark.browser


@ways(*WAYS, TOUCH_PLAIN)
def test_sees_what_of_a_decision_is_withheld_why_and_for_how_long(meet, way):
    person = meet(way).goes()
    person.follows(person.said("What was decided"), "decisions/").follows("The Victims' Hub", "decisions/ba-2024-010/")
    expect(person.main).to_contain_text("It scored best on how soon victims are seen", use_inner_text=True)
    person.uses(person.main.locator("a[href='#withholdings']"))
    expect(person.page.locator(":target")).to_be_in_viewport()
    row = next(r for r in table(person.folder, "decision-withholdings") if r["decision"] == "ba-2024-010")
    for text in (row["reason"], *map(person.said, ("Procurement Act 2023, section 94", "To be looked at again on"))):
        expect(person.main).to_contain_text(text, use_inner_text=True)
    for amount in ("540,000.00", person.said("That is the amount that the decision states.")):
        expect(person.main).to_contain_text(amount, use_inner_text=True)
    award = person.link("The Victims' Hub", person.main.get_by_role("table").last)
    person.uses(award)
    person.arrives("awards/ba-a021/")
    assert pounds(person.main.inner_text()) == 540_000


@ways(KEYS_CY, TOUCH)
def test_lists_what_was_refused_and_takes_it_to_the_meeting(meet, way):
    person = meet(way).goes("decisions/")
    filtered(person, "Outcome", person.said("Refused"))
    wanted = [row["key"] for row in table(person.folder, "decisions") if row["outcome"] == "refused"]
    assert sorted(keys(shown(person))) == sorted(wanted) != []
    assert [key(row) for row in taken(person)] == keys(shown(person))


@ways(*WAYS, KEYS_CY_PLAIN)
def test_reads_in_the_menu_whether_everything_is_there_and_how_it_was_checked(meet, way):
    person = meet(way).goes("decisions/")
    through_menu(person, "Reports", "Is it all here?", "is-it-all-here/")
    person.uses(person.main.get_by_role("link", name=re.compile(r"^[A-Z]+-\d+")).first)
    person.arrives(re.compile(r"checks/"))


@ways(*WAYS, TOUCH_PLAIN)
def test_reads_the_year_in_the_annual_report_and_it_is_the_sum_of_its_awards(meet, way):
    person = meet(way).goes()
    through_menu(person, "Reports", "Annual reports", "reports/annual/")
    person.follows("2025-26", "reports/annual/2025-26/")
    (row,) = [row for row in table(person.folder, "totals-by-year") if row["key"] == "2025-26"]
    said = person.main.inner_text()
    assert f"{pounds(said):.2f}" == row["amount"]
    funds = person.main.get_by_role("table").first.get_by_role("row").all_inner_texts()
    *each, whole = [pounds(text) for text in funds if "£" in text]
    assert sum(each) == whole == pounds(said)


def through_menu(person: Person, group: str, name: str, to: str) -> None:
    """Opens the menu, and a group in it; on a phone the menu itself is closed first."""
    banner = person.page.get_by_role("banner")
    if not person.way.keys:
        person.opens("Menu", banner)
    summary = banner.locator("summary").filter(has_text=person.said(group)).locator("visible=true")
    person.uses(summary)
    person.uses(banner.get_by_role("link", name=person.said(name), exact=True).locator("visible=true"))
    person.arrives(to)
