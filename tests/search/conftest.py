"""A real Chromium, for what Python and the browser must do alike."""

from tests.browser.conftest import browser

__all__ = ["browser"]
