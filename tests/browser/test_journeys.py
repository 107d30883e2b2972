"""What people come for, in a real Chromium."""

from datetime import datetime

import pytest
from tests.built import office, serve

from daylight.build import build

pytestmark = pytest.mark.browser

CLOSES = "2023-09-30"  # at noon, British Summer Time; the Community grants of sy-o001


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """The address of a site that was made on the morning of a deadline."""
    home = office(tmp_path_factory.mktemp("old"))
    for award in (home / "data/awards").rglob("*"):  # which were made later
        if award.is_file() and award.suffix == ".yml":
            award.write_text(award.read_text("utf-8").replace("award_date", "announced_on"), "utf-8")
    assert build(home, home / "site", CLOSES).published
    server, address = serve(home / "site")
    yield address
    server.shutdown()


@pytest.mark.parametrize(("now", "said"), [("2023-09-30T11:59:00+01:00", "Open"), ("2023-09-30T12:01:00+01:00", "Closed")])
def test_an_old_page_knows_that_the_deadline_has_passed(browser, old, now, said):
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    page.goto(old + "opportunities/sy-o001/")
    assert page.locator("h1 .dl-state").inner_text() == said
    context.close()


def test_without_scripts_an_opportunity_says_its_state_as_of_the_morning(browser, old):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(old + "opportunities/sy-o001/")
    assert page.locator("h1 .dl-state").inner_text() == "Open"
    context.close()


def test_a_resident_finds_who_was_funded_in_rotherham_on_a_phone_without_scripts(browser, address):
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="In your area").click()
    page.get_by_role("link", name="Rotherham", exact=True).click()
    assert page.get_by_role("table").get_by_role("link").count() > 5
    context.close()


def test_a_printed_page_says_what_it_is_and_nothing_of_the_menu(browser, address):
    page = browser.new_page()
    page.goto(address + "awards/sy-a043/")
    page.emulate_media(media="print")
    names = ("h1", ".dl-banner", ".dl-header", ".dl-nav", ".dl-crumbs")
    shown = {name: page.locator(name).first.is_visible() for name in names}
    assert shown == {"h1": True, ".dl-banner": True, ".dl-header": False, ".dl-nav": False, ".dl-crumbs": False}
    page.close()


def test_a_journalist_downloads_the_awards_from_their_page(browser, address):
    page = browser.new_page()
    page.goto(address + "awards/")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    assert download.value.suggested_filename == "awards.csv"
    page.close()
