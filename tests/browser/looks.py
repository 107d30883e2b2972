"""What must hold of every page however it is looked at: axe with every rule on, and what axe does not ask.

Every rule is on: those for WCAG 2.2 A, AA and AAA, of good practice, on trial, and those that are no longer advised. axe is
put into a page once; the page is then shown in one look after another.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
HERE = Path(__file__).with_name("looks.js").read_text("utf-8")


class Look(NamedTuple):
    """How wide a window is, which colours its reader prefers, and whether the device has colours of its own."""

    width: int
    scheme: str
    forced: str

    def __str__(self) -> str:
        return f"{self.width} {self.scheme}" + (" forced" if self.forced == "active" else "")

    def differs(self, other: "Look") -> bool:
        """Whether the other look is different in everything."""
        return all(mine != theirs for mine, theirs in zip(self, other, strict=True))


NARROW, WIDE = 320, 1280
LOOKS = tuple(Look(*of) for of in product((NARROW, WIDE), ("light", "dark"), ("none", "active")))
HALVES = tuple(tuple(look for n, look in enumerate(LOOKS) if n.bit_count() % 2 == half) for half in (0, 1))
PAIRS = tuple((look, other) for look in LOOKS for other in LOOKS if look.differs(other))


def shown(page: Page, look: Look) -> None:
    """Shows the page in this look, when every change of colour has come to its end."""
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced, reduced_motion="reduce")
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")


def faults(page: Page, address: str, looks: Sequence[Look], alike: int = 20) -> Iterator[str]:
    """What is wrong with the page at an address, in each of these looks; and whether it is too wide for a telephone.

    Of rows and items that are made in the same way, the first `alike` stand for all: axe takes a second for some hundred.
    """
    page.goto(address)
    page.evaluate(f"{AXE};{HERE};0")
    for look in looks:
        shown(page, look)
        page.keyboard.press("Tab")  # from now on the browser shows the focus
        yield from (f"{look}: {fault}" for fault in page.evaluate("most => daylight.faults(most)", alike))
    if all(look.width != NARROW for look in looks):
        page.set_viewport_size({"width": NARROW, "height": 900})
        yield from (f"{NARROW}: {fault}" for fault in page.evaluate("daylight.sideways()"))


def settled(page: Page) -> None:
    """Waits until the page has done what it was asked to do, and has been painted: for tests of what must not happen."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")


def watch(page: Page, faults: list[str]) -> None:
    """Keeps what goes wrong with a page: errors and warnings of scripts, and answers of failure."""
    page.on("pageerror", lambda e: faults.append(f"script: {e}"))
    page.on("console", lambda m: faults.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
    page.on("response", lambda r: faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)


def doubts(page: Page) -> list[str]:
    """What axe cannot decide about the page that is shown, and a person must look at."""
    return page.evaluate("daylight.doubts()")
