"""Pages of one record in a real Chromium: no fault in any look, days counted again, a line of steps that can be walked."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.looks import HALVES, faults, watch
from tests.built import example, serve

pytestmark = pytest.mark.browser

PAGES = [
    "awards/ba-a023/",  # with changes
    "awards/ba-a043/",  # of which something is withheld
    "decisions/ba-2024-010/",
    "decisions/ba-2025-011/",  # of which nearly all is withheld
    "opportunities/chest-2026/",  # open
    "opportunities/hub-2024/",  # closed, with shares of a score
    "opportunities/chest-2027/",  # to come
    "rounds/chest-2026-06/",
    "glossary/",
]


@pytest.fixture(scope="module")
def barsetshire(tmp_path_factory):
    """Where the site of Barsetshire is served."""
    server, address = serve(example("barsetshire", tmp_path_factory))
    yield address
    server.shutdown()


@pytest.mark.parametrize("path", PAGES)
def test_no_fault_in_any_look(browser, barsetshire, path):
    """In half of the looks, and the next page in the others: each two of width, colours and forced colours meet."""
    page, wrong = browser.new_page(), []
    watch(page, wrong)
    page.on("request", lambda r: None if r.url.startswith(barsetshire) else wrong.append(f"asked elsewhere: {r.url}"))
    wrong += faults(page, barsetshire + path, HALVES[PAGES.index(path) % 2])
    page.close()
    assert wrong == []


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-21T08:00:00Z", "Closes in 69 days, on 29 January 2027 at 12:00 noon"),
        ("2027-01-20T23:59:00Z", "Closes in 9 days, on 29 January 2027 at 12:00 noon"),
        ("2027-01-28T12:00:00Z", "Closes tomorrow, on 29 January 2027 at 12:00 noon"),
        ("2027-01-29T11:59:00Z", "Closes today, on 29 January 2027 at 12:00 noon"),
        ("2027-01-29T12:01:00Z", "Closed, on 29 January 2027 at 12:00 noon"),
    ],
)
def test_the_days_are_counted_on_the_day_on_which_the_page_is_read(browser, barsetshire, now, said):
    page = browser.new_page(timezone_id="America/Los_Angeles")
    page.clock.set_fixed_time(now)
    page.goto(f"{barsetshire}opportunities/chest-2026/")
    expect(page.locator(".dl-closes")).to_have_text(said, use_inner_text=True)
    page.close()


def test_without_scripts_the_days_are_those_of_the_build(browser, barsetshire):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{barsetshire}opportunities/chest-2026/")
    assert page.locator(".dl-closes").inner_text().startswith("Closes in 69 days")
    page.context.close()


@pytest.mark.parametrize(("width", "across"), [(320, False), (1280, True)])
def test_the_line_of_steps_lies_across_a_wide_page_and_stands_on_a_narrow_one(browser, barsetshire, width, across):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{barsetshire}awards/ba-a001/")
    boxes = [step.bounding_box() for step in page.locator(".dl-chain > li").all()]
    tops, lefts = {round(box["y"]) for box in boxes}, {round(box["x"]) for box in boxes}
    assert len(boxes) == 6
    assert (len(tops), len(lefts)) == ((1, 6) if across else (6, 1))
    assert page.locator('.dl-chain > [aria-current="step"]').count() == 1
    page.close()


def test_the_chain_can_be_walked_by_its_links_there_and_back(browser, barsetshire):
    page = browser.new_page()
    page.goto(f"{barsetshire}opportunities/chest-2022/")
    for path in ("rounds/chest-2022-06/", "decisions/ba-2022-001/"):
        page.locator(f'.dl-chain a[href$="{path}"]').click()
        page.wait_for_url(f"**/{path}")
    page.get_by_role("link", name="2 awards").click()
    page.wait_for_url("**#awards")
    page.locator("#awards ~ div a").first.click()
    page.wait_for_url(re.compile("awards/ba-a00[12]/$"))
    page.locator('.dl-chain a[href$="opportunities/chest-2022/"]').click()
    page.wait_for_url("**/opportunities/chest-2022/")
    page.close()


def test_on_paper_the_line_stands_and_what_only_a_screen_needs_is_not_there(browser, barsetshire):
    page = browser.new_page(viewport={"width": 800, "height": 1100})
    page.goto(f"{barsetshire}awards/ba-a023/")
    page.emulate_media(media="print")
    lefts = {round(step.bounding_box()["x"]) for step in page.locator(".dl-chain > li").all()}
    assert len(lefts) == 1
    assert not page.locator(".dl-what").first.is_visible()
    page.close()
