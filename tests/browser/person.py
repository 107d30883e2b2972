"""Somebody who uses a site: by keyboard alone or by touch on a small screen, in English or Welsh, with scripts or without.

A test says what a person wants, by the roles and names that assistive technology is told, and `Person` does it in that
person's way: whoever uses a keyboard reaches everything by Tab and never clicks; whoever uses a finger taps what is shown.
Every request to another host, every answer of failure and every error of a script on the way is kept as a fault.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page
from tests.browser.looks import watch
from tests.built import TODAY

from daylight.record import Record
from daylight.site import Site
from daylight.words import _, spoken

FAR = 600  # presses of Tab after which a person gives up
PATIENCE = 30_000  # milliseconds that a person waits for anything, so that a slow machine fails no test
AWAY = """target => {
  if (target === document.activeElement) return 0
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, [tabindex]")]
    .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
  const here = stops.indexOf(document.activeElement), there = stops.indexOf(target)
  if (here < 0 || there < 0) return 1
  return there > here ? there - here : Math.max(1, stops.length - 1 - here)
}"""  # how many presses of Tab away something is, as far as can be seen now; no more than lead to it
DATA = re.compile(r"/search/.*\.json|/assets/(?:register|search)")  # what is fetched only when it is used


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody uses a site."""

    keys: bool
    language: str
    scheme: str
    scripts: bool = True

    def __str__(self) -> str:
        with_what = "keys" if self.keys else "touch"
        return "-".join([with_what, self.language, self.scheme, *([] if self.scripts else ["no scripts"])])

    @property
    def screen(self) -> dict:
        size = {"width": 1280, "height": 900} if self.keys else {"width": 320, "height": 640}
        touch = {} if self.keys else {"has_touch": True, "is_mobile": True}
        return {"viewport": size, "color_scheme": self.scheme, "java_script_enabled": self.scripts, **touch}


KEYS, TOUCH = Way(True, "en", "light"), Way(False, "en", "dark")
KEYS_CY, TOUCH_CY = Way(True, "cy", "dark"), Way(False, "cy", "light")
WAYS = (KEYS, TOUCH, KEYS_CY, TOUCH_CY)
TOUCH_PLAIN, KEYS_CY_PLAIN = (replace(way, scripts=False) for way in (TOUCH, KEYS_CY))


def ways(*of: Way):
    """Runs a test once for each of these ways, or for all that have scripts."""
    return pytest.mark.parametrize("way", of or WAYS, ids=str)


class Person:
    def __init__(self, browser: Browser, way: Way, address: str, folder: Path, site: Site) -> None:
        self.browser, self.way, self.address, self.folder, self.site = browser, way, address, folder, site
        self.home = address + ("cy/" if way.language == "cy" else "")
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.expected: list[str] = []  # parts of the faults that belong to the story
        self.context = browser.new_context(accept_downloads=True, **way.screen)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.opens_another()

    def opens_another(self) -> Page:
        """A page of this person's that is watched; on it, it is the day of the records."""
        page = self.context.new_page()
        page.clock.set_fixed_time(f"{TODAY}T10:00:00Z")
        page.on("request", lambda r: self.asked.append(r.url))
        watch(page, self.faults)
        return page

    def leaves(self) -> None:
        here = (self.address, "blob:", "data:")
        self.faults += [f"asked elsewhere: {url}" for url in self.asked if not url.startswith(here)]
        self.faults = [fault for fault in self.faults if not any(part in fault for part in self.expected)]
        self.context.close()

    # What is said to this person.

    def said(self, text: str, /, **values) -> str:
        """A text of ours in this person's language."""
        with spoken(self.way.language):
            return _(text, **values)

    def called(self, record: Record) -> str:
        """The name of a record in this person's language, where it has one."""
        name = self.site.schemas[record.kind].label
        welsh = record.get(f"{name}_welsh") if self.way.language == "cy" else None
        return str(welsh or record.get(name))

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def title(self) -> str:
        """The heading of the page, without the word for its kind that stands before it."""
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.home)

    def link(self, name: str, within: Locator | None = None) -> Locator:
        return (within or self.main).get_by_role("link", name=name, exact=True).first

    def button(self, name: str, within: Locator | None = None) -> Locator:
        return (within or self.main).get_by_role("button", name=self.said(name), exact=True).first

    # What this person does.

    def goes(self, path: str = "") -> "Person":
        """Opens a page by its address. Nothing that is not used yet is fetched with it."""
        before = len(self.asked)
        self.page.goto(self.home + path)
        if "?" not in path:
            self.faults += [f"fetched before it was used: {url}" for url in self.asked[before:] if DATA.search(url)]
        return self

    def reaches(self, target: Locator) -> Locator:
        """Brings the focus to something by Tab alone; everything on the way is passed as it comes."""
        target.wait_for()
        pressed = 0
        while left := target.evaluate(AWAY):  # asked anew each time: the page may be drawn again on the way
            assert pressed < FAR, f"Tab does not lead to {target.evaluate('e => e.outerHTML')[:200]}"
            for _press in range(left):
                self.page.keyboard.press("Tab")
            pressed += left
        return target

    def uses(self, target: Locator, key: str = "Enter") -> None:
        """Follows a link, presses a button, opens or closes a part of the page."""
        if self.way.keys:
            self.reaches(target)
            self.page.keyboard.press(key)
        else:
            target.tap()

    def follows(self, name: str, to: str | re.Pattern | None = None, within: Locator | None = None) -> "Person":
        """Follows a link with a name, and comes to a path of the site in the same language."""
        self.uses(self.link(name, within))
        if to is not None:
            self.arrives(to)
        return self

    def arrives(self, at: str | re.Pattern) -> None:
        self.page.wait_for_url(re.compile(re.escape(self.home) + at.pattern) if isinstance(at, re.Pattern) else self.home + at)

    def presses(self, name: str, within: Locator | None = None) -> None:
        self.uses(self.button(name, within))

    def opens(self, name: str, within: Locator | None = None) -> None:
        """Opens a part of the page that can be closed, if it is not open."""
        summary = (within or self.main).locator("summary").filter(has_text=re.compile(rf"^\s*{re.escape(self.said(name))}"))
        if summary.first.is_visible() and not summary.first.evaluate("e => e.parentElement.open"):
            self.uses(summary.first)

    def ticks(self, box: Locator) -> None:
        self.uses(box, "Space")

    def types(self, into: Locator, text: str) -> None:
        if self.way.keys:
            self.reaches(into)
        else:
            into.tap()
        self.page.keyboard.type(text)

    def picks(self, choice: Locator, label: str) -> None:
        """Picks a value of a list. On a phone the list is the device's own, so that only its answer can be tried."""
        if not self.way.keys:
            choice.select_option(label=label)
            return
        self.reaches(choice)
        for _press in range(20):
            if choice.evaluate("e => e.selectedOptions[0].label") == label:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no {label} in the list")

    def takes(self, target: Locator) -> tuple[str, bytes]:
        """Downloads something: the name of the file, and what is in it."""
        with self.page.expect_download() as download:
            self.uses(target)
        return download.value.suggested_filename, download.value.path().read_bytes()

    def goes_back(self) -> None:
        self.page.go_back()
