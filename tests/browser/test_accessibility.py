"""Every kind of page in a real Chromium: no axe violation, no sideways scroll, no error, no request elsewhere or in vain."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.built import TODAY, serve
from tests.released import two

from daylight.build import build

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
    "data/totals/",
    "data/changes/",
    "about/",
    "how-we-fund/",
    "is-it-all-here/",
    "coverage/",
    "reports/annual/",
    "reports/annual/2025-26/",
    "reports/panel/",
    "monitoring/",
    "single-tenders/",
    "exceptions/",
    "checks/",
    "budget-areas/",
    "activities/",
    "budgets/",
    "publications/",
    "accessibility/",
    "privacy/",
    "contact/",
    "404.html",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_violation(browser, address, width, scheme):
    faults = [(path, fault) for path in PAGES for fault in look(browser, address, path, width, scheme)]
    assert faults == []


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """Where an office is served that has releases, and a record that was withdrawn."""
    home = two(tmp_path_factory.mktemp("released") / "office")
    assert build(home, home / "site", TODAY).published
    server, address = serve(home / "site")
    yield address
    server.shutdown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_violation_where_there_are_releases(browser, released, width, scheme):
    pages = ("data/", "data/changes/", "awards/gone/")
    assert [(path, fault) for path in pages for fault in look(browser, released, path, width, scheme)] == []


def look(browser, address: str, path: str, width: int, scheme: str) -> list[str]:
    """What is wrong with a page as a browser shows it."""
    faults: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on("request", lambda r: None if r.url.startswith(address) else faults.append(r.url))
    page.on("response", lambda r: faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    page.goto(address + path)
    if page.evaluate("document.documentElement.scrollWidth") > width:
        faults.append("scrolls sideways")
    found = Axe().run(page).response["violations"]
    page.close()
    return faults + [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found]
