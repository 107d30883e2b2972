"""Registers that filter shut nobody out: by keyboard or touch, without scripts, where something fails, in another site."""

import csv
import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.looks import settled
from tests.browser.registers import home, office, page, plain, rows, shown, taken

from daylight.derived import derived

__all__ = ["home", "office", "page"]
pytestmark = pytest.mark.browser


def test_by_keyboard_alone(page, home, office):
    page.goto(f"{home}awards/")
    page.keyboard.press("Tab")
    for _ in range(120):
        if page.evaluate("document.activeElement.name === 'year' && document.activeElement.value === '2024-25'"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**?year=2024-25")
    assert page.evaluate("document.activeElement.value") == "2024-25"  # the focus stays
    for _ in range(200):
        if page.evaluate(
            "document.activeElement.matches('.dl-order summary') && document.activeElement.textContent === 'Take this list'"
        ):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "awards.csv"


def test_by_touch_on_a_narrow_screen(browser, home, office):
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{home}awards/")
    assert not page.locator(".dl-panel [name=year]").first.is_visible()
    page.locator(".dl-filters > summary").tap()
    page.locator(".dl-panel label", has_text="2024-25").tap()
    page.wait_for_url("**?year=2024-25")
    assert set(rows(page)) == plain(office, [("year", "2024-25")])
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    targets = ".dl-register :is(label:has(input), summary, button, select, input[type=search])"
    small = page.evaluate(
        "targets => [...document.querySelectorAll(targets)].filter(e => e.offsetParent"
        " && e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 90))",
        targets,
    )
    assert small == []
    context.close()


def test_without_scripts_everything_is_there(browser, home, office):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}awards/")
    assert page.locator(".dl-panel").is_hidden() and page.locator(".dl-order").is_hidden()
    links = page.locator("article a").evaluate_all("of => of.map(a => a.getAttribute('href'))")
    assert {f"../awards/{key}/" for key in office.records["award"]} <= set(links)
    assert "../data/years/awards-2024-25.csv" in links and "../funds/core-victims-fund/" in links
    context.close()


@pytest.mark.parametrize("missing", ["**/search/awards.json", "**/register.js", "**/search/registers.json"])
def test_where_the_data_does_not_load_the_page_says_so_and_stays(browser, home, missing):
    page = browser.new_page()
    page.route(missing, lambda route: route.abort())
    page.goto(f"{home}awards/?year=2024-25")
    page.locator("[data-daylight-failed]:visible").first.wait_for()
    assert page.locator("[data-daylight-whole]").is_visible()
    page.close()


def test_after_a_failure_the_next_use_tries_again(browser, home):
    page = browser.new_page()
    page.route("**/search/awards.json", lambda route: route.abort(), times=1)
    page.goto(f"{home}awards/?year=2024-25")
    page.locator(".dl-list [data-daylight-failed]:visible").wait_for()
    page.locator("[name=year][value='2023-24']").check()
    page.locator("[data-daylight-list]:visible").wait_for()
    assert page.locator(".dl-list [data-daylight-failed]").is_hidden()
    page.close()


def test_nothing_is_fetched_before_it_is_used_and_nothing_moves(page, home):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "window.moved = []; new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput)"
        " for (const s of e.sources) if (s.node?.parentElement?.closest('main')) moved.push(s.node.outerHTML ?? s.node.data)"
        " }).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"{home}awards/")
    settled(page)
    assert not [url for url in asked if "register" in url or "/search/" in url]
    page.locator("[name=year][value='2024-25']").check()
    page.locator("[data-daylight-list]:visible").wait_for()
    settled(page)
    assert page.evaluate("window.moved") == []


def test_a_link_and_an_embedded_list_can_be_copied(page, home, office):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    found = shown(page, home, "year=2024-25&sort=amount-desc")
    page.locator("summary", has_text="Take this list").click()
    page.locator("[data-take=link]").click()
    page.locator("[data-taken]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.locator("[data-take=embed]").click()
    page.wait_for_function("document.querySelector('[data-taken] textarea').value.startsWith('<iframe')")
    text = page.locator("[data-taken] textarea").input_value()
    page.get_by_label("Only the number and the total").check()
    assert "show=total" in page.locator("[data-taken] textarea").input_value()
    assert page.url.endswith("?year=2024-25&sort=amount-desc")
    page.set_content(f"<!doctype html><title>Elsewhere</title>{text}")
    frame = page.frame_locator("iframe")
    frame.locator("[data-daylight-list] tbody tr").first.wait_for()
    assert frame.locator("tbody th a").count() == min(50, len(found))
    assert frame.locator("[role=status]").inner_text().startswith(f"{len(found)} awards, £")
    assert frame.locator("header").count() == 0


def test_only_the_number_and_the_total_can_be_embedded(page, home):
    page.goto(f"{home}embed/awards/?show=total&year=2024-25")
    page.wait_for_function("document.title.includes('added up')")
    assert page.locator("[data-daylight-list]").is_hidden()
    page.goto(f"{home}embed/awards/")
    assert "added up" in page.locator("[role=status]").inner_text()


@pytest.mark.parametrize(
    ("folder", "query", "kind", "wanted"),
    [
        ("decisions", "outcome=refused", "decision", lambda s, r: r.get("outcome") == "refused"),
        ("decisions", "body=other", "decision", lambda s, r: not r.get("own")),
        ("organisations", "form=charity", "organisation", lambda s, r: r.get("legal_form") == "charity"),
        ("organisations", "awards=0", "organisation", lambda s, r: not derived(s, r)["awards_received"]),
        ("opportunities", "kind=tender", "opportunity", lambda s, r: r.get("kind") == "tender"),
        ("opportunities", "year=2025", "opportunity", lambda s, r: r.get("closes_on", "").startswith("2025")),
    ],
)
def test_other_registers_have_facets_of_their_own(page, home, office, folder, query, kind, wanted):
    found = shown(page, home, query, folder)
    assert set(found) == {record.key for record in office.all(kind) if wanted(office, record)} != set()
    lines = list(csv.DictReader(io.StringIO(taken(page, "csv").removeprefix("\ufeff"), newline="")))
    assert [line["Page"].rstrip("/").rpartition("/")[2] for line in lines] == found


USED = (
    "awards/",
    "decisions/",
    "organisations/",
    "opportunities/",
    "awards/?year=2024-25&not-kind=contract&q=a",
    "embed/awards/?year=2024-25",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_axe_violation_before_and_after_use(browser, home, width, scheme):
    """Each page on a narrow and on a wide screen, and in light and in dark colours: half of them in each look."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    faults = []
    for path in USED[(width == 320) == (scheme == "light") :: 2]:
        page.goto(home + path)
        if "?" in path:
            page.locator("[data-daylight-list]:visible").wait_for()
        if "embed" not in path:
            for summary in page.locator(".dl-register summary:visible").all():
                if not summary.evaluate("e => e.parentElement.open"):
                    summary.click()
        faults += [(path, v["id"], v["nodes"][0]["html"][:160]) for v in Axe().run(page).response["violations"]]
    context.close()
    assert faults == []


def test_in_welsh_the_same_list_with_english_marked(page, home, office):
    found = shown(page, home, "year=2024-25&sort=amount-desc", "cy/awards")
    assert set(found) == plain(office, [("year", "2024-25")])
    link = page.locator("[data-daylight-list] tbody th a").first
    assert link.evaluate("a => a.href").startswith(f"{home}cy/awards/")
    titles = page.locator("[data-daylight-list] tbody th a").evaluate_all("of => of.map(a => a.firstChild.lang ?? '')")
    assert "en-GB" in titles
    english = shown(page, home, "year=2024-25&sort=amount-desc")
    assert english == found
