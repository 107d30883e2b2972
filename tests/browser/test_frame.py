"""What stands around every page works in a real Chromium: by keyboard, without scripts, and where a script does not come."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.looks import settled
from tests.built import serve

from daylight import frame
from daylight.framing import Framing
from daylight.outside import Outside

pytestmark = pytest.mark.browser

PLACES = ("", "awards/", "search/", "data/", "glossary/")
PROSE = ("about", "accessibility", "privacy", "contact")
MENU = [{"Awards": "awards/index.md"}, {"Reports": [{"Data": "data/index.md"}]}, {"About": [f"{name}.md" for name in PROSE]}]
BODY = """<h1 id="content">A record</h1><p data-daylight-copy="Copy" data-daylight-copied="Copied">Cite me</p>
<section data-daylight-register="awards"><p data-daylight-failed hidden>Not loaded</p><button>Filter</button></section>"""
GONE = "<!doctype html><title>GOV.UK</title>"


@pytest.fixture(scope="module")
def framed(tmp_path_factory):
    """The address of a few pages in the frame, in English and Welsh: no records and no search, so that those fail to load."""
    home = tmp_path_factory.mktemp("framed")
    (home / "content").mkdir()
    for name in PROSE:
        (home / f"content/{name}.md").write_text(f"# {name.title()}\n\nWords.\n", "utf-8")
    (home / "content/contact.md").write_text("# Contact\n\n<p data-daylight-reported hidden><code></code></p>\n", "utf-8")
    (home / "mkdocs.yml").write_text(f"site_name: 'Barset: the money'\nnav: {MENU}\n", "utf-8")
    outside = Outside("A demonstration", languages=("en", "cy"), colour="4b2862")
    html = Framing(home, PLACES, outside, home / ".cache").html()
    for path, data in frame.prose(html, PLACES, "today", {"cy": "heddiw"}):
        (home / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (home / "site" / path).write_bytes(data)
    for language in ("en", "cy"):
        for place, one in frame.frames(html, PLACES, "today", language).items():
            (home / "site" / place).mkdir(parents=True, exist_ok=True)
            (home / "site" / place / "index.html").write_bytes(one.page("A", "B", BODY, care=place.endswith("awards/")))
    server, address = serve(home / "site")
    yield address
    server.shutdown()


@pytest.fixture
def page(browser):
    """A page whose reader has no wish about colours; the way out of the site is answered here."""
    context = browser.new_context(color_scheme="light")
    context.route("https://www.gov.uk/**", lambda route: route.fulfill(body=GONE, content_type="text/html"))
    yield context.new_page()
    context.close()


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name")


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [
        (path, width, ("light", "dark")[(n + m) % 2])  # each page in each width, each width in both colours
        for n, path in enumerate(("", "awards/", "cy/awards/", "about/", "cy/about/", "404.html"))
        for m, width in enumerate((320, 800, 1280))
    ],
)
def test_no_violation_also_with_every_menu_open(browser, framed, path, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(framed + path)
    page.evaluate("document.querySelectorAll('header details').forEach((one) => { one.name = ''; one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(page).response["violations"]] == []
    small = "a => [...document.querySelectorAll('header a, header button, header summary, footer ul a')].filter(e => {"
    small += (
        " const r = e.getBoundingClientRect(); return r.height && (r.height < 24 || r.width < 24) }).map(e => e.outerHTML)"
    )
    assert page.evaluate(small) == []
    page.close()


def test_the_first_key_leads_to_the_content_and_the_next_through_the_header(framed, page):
    page.goto(framed + "awards/")
    said = []
    for _ in range(9):
        page.keyboard.press("Tab")
        said.append(focused(page))
    assert said[0] == "Skip to the content"
    assert said[2:6] == ["q", "Search", "Cymraeg", "Use dark colours"]
    assert said[6:] == ["Awards", "Reports", "About"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Data"
    page.keyboard.press("Escape")
    assert focused(page) == "Reports"
    assert page.locator("header details[open]").count() == 0
    page.goto(framed + "awards/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Leave this site"


def test_an_open_menu_closes_when_the_reader_goes_elsewhere(framed, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(framed + "awards/")
    page.get_by_text("Reports").first.click()
    assert page.locator("header details[open]").count() == 1
    page.locator("h1").click()
    assert page.locator("header details[open]").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_there_is_search_and_one_menu_with_or_without_scripts(browser, framed, scripts):
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(framed + "awards/")
    assert page.get_by_role("searchbox").is_visible()
    assert not page.locator(".dl-wide").is_visible()
    page.locator("summary", has_text="Menu").click()
    page.locator(".dl-narrow summary", has_text="About").click()
    page.locator(".dl-narrow").get_by_role("link", name="Privacy").click()
    page.wait_for_url(f"{framed}privacy/")
    page.get_by_role("searchbox").fill("youth")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{framed}search/?q=youth")
    context.close()


def test_the_reader_chooses_the_colours_and_keeps_them(framed, page):
    page.goto(framed)
    back = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(back)
    page.get_by_role("button", name="Use dark colours").click()
    dark = page.evaluate(back)
    assert dark != light
    page.goto(framed + "about/")
    assert page.evaluate(back) == dark
    page.get_by_role("button", name="Use light colours").click()
    assert page.evaluate(back) == light


@pytest.mark.parametrize("scripts", [True, False])
def test_the_device_decides_the_colours_until_the_reader_does(browser, framed, scripts):
    found = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(framed)
        found[scheme] = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
        assert page.get_by_role("button", name="colours").count() == scripts
        context.close()
    assert found == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 28, 36)"}


def test_a_page_whose_script_does_not_come_is_as_without_scripts(browser, framed):
    page = browser.new_page()
    page.route("**/daylight.js", lambda route: route.abort())
    page.goto(framed + "awards/")
    page.wait_for_function("document.documentElement.className === 'no-js'")
    assert not page.get_by_text("You can also press Escape three times.").is_visible()
    assert page.get_by_role("button", name="colours").count() == 0
    page.close()


def test_a_part_that_does_not_come_says_so_in_its_own_place(browser, framed):
    page = browser.new_page()
    for name in ("register.js", "search.js"):
        page.route(f"**/{name}", lambda route: route.abort())
    page.goto(framed + "awards/")
    assert not page.get_by_text("Not loaded").is_visible()
    page.get_by_role("button", name="Filter").click()
    page.get_by_text("Not loaded").wait_for()
    page.get_by_role("searchbox").fill("y")
    page.get_by_text("Search could not be loaded.").wait_for()
    page.close()


def test_search_and_registers_are_not_fetched_before_they_are_used(framed, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(framed)))
    page.goto(framed + "awards/")
    settled(page)
    assert asked == ["awards/", "assets/daylight.css", "assets/daylight.js", "assets/mark.svg"]


def test_a_text_is_copied_and_that_is_said(browser, framed):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(framed + "awards/")
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Cite me"
    context.close()


@pytest.mark.parametrize("way", ["click", "keys"])
def test_the_quick_exit_leaves_at_once_and_the_way_back_does_not_lead_to_the_page(framed, page, way):
    page.goto(framed + "about/")
    page.goto(framed + "awards/")
    if way == "click":
        page.get_by_role("link", name="Leave this site").click()
    else:
        page.keyboard.press("Escape")
        page.get_by_text("Press Escape two more times").wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.wait_for_url("https://www.gov.uk/")
    page.go_back()
    assert page.url == f"{framed}about/"


def test_escape_leaves_no_page_that_needs_no_care(framed, page):
    page.goto(framed + "data/")
    for _ in range(4):
        page.keyboard.press("Escape")
    assert page.url == f"{framed}data/"
    assert page.get_by_text("Leave this site").count() == 0


def test_a_report_of_an_error_takes_the_address_of_the_page_along(framed, page):
    page.goto(framed + "awards/")
    page.get_by_role("link", name="Report an error in this page").click()
    page.get_by_text(f"{framed}awards/", exact=True).wait_for()
    page.goto(framed + "contact/?page=https://evil.example/")
    assert not page.locator("[data-daylight-reported]").is_visible()


def test_each_language_is_one_click_from_the_other(framed, page):
    page.goto(framed + "awards/")
    page.get_by_role("link", name="Cymraeg").click()
    page.wait_for_url(f"{framed}cy/awards/")
    assert page.locator("html").get_attribute("lang") == "cy"
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{framed}awards/")
