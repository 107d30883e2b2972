"""Where a script or its data does not come, the page says so, and the person comes to the same end in another way."""

import pytest
from playwright.sync_api import expect
from tests.browser.journeys.lists import table
from tests.browser.person import KEYS, TOUCH_CY, Person, ways

pytestmark = pytest.mark.browser

BROKEN = ("ERR_FAILED", "Failed to fetch", "dynamically imported module", "NetworkError")

FOR_REGISTERS = ("**/register.js", "**/search/awards.json", "**/search/registers.json", "**/daylight.js")
FOR_SEARCH = ("**/search.js", "**/search/index.json", "**/search/terms/**", "**/daylight.js")


def without(person: Person, what: str) -> Person:
    person.context.route(what, lambda route: route.abort())
    person.expected += BROKEN
    return person


@pytest.mark.parametrize(("way", "what"), list(zip((KEYS, TOUCH_CY) * 2, FOR_REGISTERS, strict=True)), ids=str)
def test_a_register_that_cannot_be_filtered_still_gives_the_year_as_a_file(meet, way, what):
    person = without(meet(way), what).goes("awards/")
    if "daylight" not in what:
        person.opens("Filter this list")
        year = person.main.get_by_role("group", name=person.said("Year"), exact=True).last
        person.ticks(year.get_by_role("checkbox").first)
        said = "The list for filtering could not be loaded. The whole list is below, and you can try again."
        expect(person.main.get_by_text(person.said(said))).to_be_visible()
    else:
        assert person.main.get_by_role("checkbox").count() == 0
    name, data = person.takes(person.link(person.said("CSV: {title}", title="2024-25")))
    rows = [row["key"] for row in table(person.folder, "awards") if row["award_financial_year"] == "2024-25"]
    assert all(key in data.decode() for key in rows) and name == "awards-2024-25.csv"


@pytest.mark.parametrize(("way", "what"), list(zip((TOUCH_CY, KEYS) * 2, FOR_SEARCH, strict=True)), ids=str)
def test_a_search_that_cannot_be_loaded_leads_to_the_area_in_another_way(meet, way, what):
    person = without(meet(way), what).goes()
    person.types(person.page.get_by_label(person.said("Search"), exact=True), "Hogglestock")
    if "daylight" not in what:
        failed = person.said("Search could not be loaded. Check your connection, then load the page again.")
        expect(person.page.get_by_role("banner").get_by_text(failed)).to_be_visible()
    person.page.keyboard.press("Enter")
    person.page.wait_for_url("**/search/?q=Hogglestock")
    person.follows(person.said("Areas"), "areas/").follows("Hogglestock", "areas/hogglestock/")


@ways(KEYS, TOUCH_CY)
def test_a_deadline_that_cannot_be_counted_is_said_as_a_date(meet, way):
    person = without(meet(way), "**/assets/*.js").goes("opportunities/chest-2026/")
    expect(person.main).to_contain_text("2027", use_inner_text=True)
    assert person.title.endswith(person.said("Open"))
    expect(person.link(person.said("Add the closing date to your calendar"))).to_be_visible()
