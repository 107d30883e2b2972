"""Every kind of page of every site, and records drawn at random, have no fault: none that axe knows, and none of our own.

A kind of page is seen in English in one look and in Welsh in another that differs in everything, a record in one; they change
from page to page, so that each look is seen often. `benchmarks/axe.py` sees more records, and everything in every look.
"""

import pytest
from tests.browser import kinds
from tests.browser.looks import LOOKS, PAIRS, Look, faults, watch
from tests.built import TODAY, serve
from tests.released import two
from tests.typed import OFFICES

from daylight import pages
from daylight.build import build

pytestmark = pytest.mark.browser

PARTS = 6  # the kinds are shared among so many tests, for as many processes
SAMPLE = len(LOOKS)  # records of each office
FIRST = sorted(OFFICES, key=lambda office: office != "barsetshire")  # which has something of everything


def seen(browser, of: list[tuple[str, Look]]) -> list[tuple[str, str]]:
    """The faults of pages, each in a look; also errors of scripts, requests to other hosts, and those in vain."""
    found: list[tuple[str, str]] = []
    context = browser.new_context()
    page, wrong = context.new_page(), []
    watch(page, wrong)
    page.on("request", lambda r: None if "//127.0.0.1:" in r.url else wrong.append(f"asked elsewhere: {r.url}"))
    for address, look in of:
        wrong += faults(page, address, [look])
        found += [(address, fault) for fault in wrong]
        wrong.clear()
    context.close()
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_every_kind_of_page(browser, folder, served, part):
    of = kinds.of_all({office: folder(office) for office in FIRST})
    order = sorted({kinds.kind(path).removeprefix("cy/") for _, path in of})
    looks = []
    for office, path in of:
        english, welsh = PAIRS[order.index(kinds.kind(path).removeprefix("cy/")) % len(PAIRS)]
        looks.append((served(office) + path, welsh if path.startswith("cy/") else english))
    assert seen(browser, looks[part::PARTS]) == []


@pytest.mark.parametrize("office", OFFICES)
def test_records_drawn_at_random(browser, folder, served, office):
    """Every other one in Welsh, where there is Welsh."""
    cy = "cy/" if (folder(office) / "cy").is_dir() else ""
    of = [path if n % 2 else cy + path for n, path in enumerate(kinds.some(folder(office), SAMPLE))]
    assert seen(browser, [(served(office) + path, look) for path, look in zip(of, LOOKS, strict=True)]) == []


def test_where_a_record_was_withdrawn_and_registers_are_long(browser, tmp_path, monkeypatch):
    """These kinds of page are on no site of this repository: those of an office with many records, and what is left of one."""
    monkeypatch.setattr(pages.registers, "LONG", 1)
    home = two(tmp_path / "office")
    assert build(home, home / "site", TODAY).published
    server, address = serve(home / "site")
    of = ["data/", "data/changes/", "awards/gone/", "awards/", *(p for p, _ in kinds.texts(home / "site") if "/by/" in p)]
    assert len(of) > 5
    assert seen(browser, [(address + path, LOOKS[n % len(LOOKS)]) for n, path in enumerate(of)]) == []
    server.shutdown()
