"""Every kind of page in a real Chromium: no axe violation, no sideways scroll, no error, no request to elsewhere."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.built import serve, site

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "awards/",
    "awards/sy-a042/",
    "awards/sy-a050/",
    "decisions/",
    "decisions/sy-d011/",
    "organisations/",
    "organisations/doncaster-council/",
    "opportunities/",
    "opportunities/sy-o010/",
    "funds/",
    "funds/sy-f001/",
    "priorities/",
    "areas/",
    "areas/rotherham/",
    "data/",
    "data/dictionary/",
    "about/",
    "how-we-fund/",
    "accessibility/",
    "privacy/",
    "contact/",
    "404.html",
]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    out, _ = site(tmp_path_factory.mktemp("sy"))
    server, address = serve(out)
    yield address
    server.shutdown()


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as p:
        yield p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_violation(browser, address, width, scheme):
    faults = []
    for path in PAGES:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.on("pageerror", lambda e, path=path: faults.append((path, str(e))))
        page.on("request", lambda r, path=path: None if r.url.startswith(address) else faults.append((path, r.url)))
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append((path, "scrolls sideways"))
        found = Axe().run(page).response["violations"]
        faults += [(path, v["id"], v["nodes"][0]["html"][:200]) for v in found]
        page.close()
    assert faults == []


def test_a_resident_finds_who_was_funded_in_rotherham_on_a_phone_without_scripts(browser, address):
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="In your area").click()
    page.get_by_role("link", name="Rotherham", exact=True).click()
    assert page.get_by_role("table").get_by_role("link").count() > 5
    context.close()
