"""Somebody in danger reads about help, and somebody else comes into the room."""

import pytest
from playwright.sync_api import expect
from tests.browser.person import KEYS, KEYS_CY, TOUCH_PLAIN, WAYS, Person, ways

pytestmark = pytest.mark.browser

AWAY = "https://www.gov.uk/"
GONE = "<!doctype html><html lang=en><title>GOV.UK</title><link rel=icon href=data:,><h1>Welcome to GOV.UK</h1></html>"
CARE = ("awards/ba-a003/", "decisions/ba-2024-010/", "opportunities/hub-2024/", "organisations/courcy-listening-service/")
NO_CARE = ("budgets/budget-2023-24/", "data/", "areas/hogglestock/", "awards/ba-a019/")


def reading(person: Person, path: str) -> Person:
    person.context.route(AWAY + "**", lambda route: route.fulfill(body=GONE, content_type="text/html"))
    person.expected.append(f"asked elsewhere: {AWAY}")
    return person.goes("glossary/").goes(path)


@ways(*WAYS, TOUCH_PLAIN)
def test_leaves_by_the_button_and_nothing_stays_on_the_screen(meet, way):
    person = reading(meet(way), CARE[0])
    person.uses(person.page.get_by_role("link", name=person.said("Leave this site"), exact=True))
    person.page.wait_for_url(AWAY)
    expect(person.page.get_by_role("heading")).to_have_text("Welcome to GOV.UK")
    if way.scripts:  # then the way back leads to where nothing of this is said
        person.goes_back()
        assert person.path == "glossary/"


@pytest.mark.parametrize(("way", "path"), list(zip((KEYS, KEYS_CY) * 2, CARE, strict=True)), ids=str)
def test_presses_escape_three_times_and_is_gone(meet, way, path):
    person = reading(meet(way), path)
    for _press in range(3):
        assert person.path == path
        person.page.keyboard.press("Escape")
    person.page.wait_for_url(AWAY)
    person.goes_back()
    assert person.path == "glossary/"


@ways()
def test_the_way_out_is_the_first_thing_that_is_seen_and_reached(meet, way):
    person = meet(way).goes(CARE[0])
    out = person.page.get_by_role("link", name=person.said("Leave this site"), exact=True)
    expect(out).to_be_in_viewport(ratio=1)
    if way.keys:
        person.page.keyboard.press("Tab")
        person.page.keyboard.press("Enter")  # to the content
        person.page.keyboard.press("Tab")
        expect(out).to_be_focused()


@pytest.mark.parametrize(("way", "path"), list(zip((KEYS, KEYS_CY) * 2, NO_CARE, strict=True)), ids=str)
def test_other_pages_do_not_lead_away(meet, way, path):
    person = meet(way).goes(path)
    for _press in range(4):
        person.page.keyboard.press("Escape")
    assert person.path == path
    assert person.page.get_by_text(person.said("Leave this site"), exact=True).count() == 0


@ways(*WAYS)
def test_finds_whom_to_call(meet, way):
    person = meet(way).goes("awards/ba-a003/")
    for number in ("999", "101"):
        call = person.page.get_by_role("contentinfo").get_by_role("link", name=number, exact=True)
        assert call.get_attribute("href") == f"tel:{number}"
        expect(call).to_be_visible()
