"""What every page of every site says, and what none does."""

import re
from pathlib import Path

import pytest

from tests.browser.kinds import texts
from tests.built import example
from tests.typed import OFFICES

TWICE = re.compile(r"&amp;(?:#\w+|amp|lt|gt|quot);")


@pytest.fixture(scope="module", params=OFFICES)
def pages(request, tmp_path_factory) -> dict[str, str]:
    """The HTML of every page, by its path; but for the frames that others show in their sites."""
    site: Path = example(request.param, tmp_path_factory)
    return {path: text for path, text in texts(site) if "embed/" not in path}


def test_every_page_says_whom_to_call(pages):
    assert [path for path, text in pages.items() if not ('href="tel:999"' in text and 'href="tel:101"' in text)] == []


def test_every_page_says_in_its_head_what_it_is(pages):
    said = {path: re.search(r'<meta name="description" content="([^"]*)"', text) for path, text in pages.items()}
    assert [path for path, found in said.items() if not found or not found[1].strip()] == []


def test_no_text_is_escaped_twice(pages):
    assert {path: found[0] for path, text in pages.items() if (found := TWICE.search(text))} == {}
