"""A real Chromium, and the South Yorkshire site for it."""

import pytest
from playwright.sync_api import sync_playwright
from tests.built import serve, site


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the site of South Yorkshire is served."""
    out, _ = site(tmp_path_factory.mktemp("sy"))
    server, address = serve(out)
    yield address
    server.shutdown()


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as p:
        yield p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])
