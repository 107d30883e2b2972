"""Takes the pictures of docs/screenshots/ and docs/screenshot.png: `make screenshots`.

South Yorkshire and Barsetshire are built for one day, and shown in Chromium with that day's clock, in light colours and in one
typeface, so that the same pages make the same pictures. They are WebP because it makes the pictures half as large as PNG.
"""

import base64
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from daylight.build import build
from tests.built import ROOT, TODAY, office, serve
from tests.cases import home_of

FOLDER = ROOT / "docs/screenshots"
FACE = """body { font-family: "Liberation Sans", Arial, sans-serif !important } /* as wide as Arial, and on most machines */
* { caret-color: transparent !important }"""
WIDTHS = {1280: 1, 320: 2}  # of the window, and how many dots of the picture make one of its width
HEIGHT = 960
QUALITY = 80
SOUGHT = "rotherham"


@dataclass(frozen=True)
class Shot:
    """A page to be shown: the name of its pictures, what it is, whose it is, and where it lies."""

    name: str
    what: str
    office: str
    path: str


SHOTS = (
    Shot("home", "The home page", "south-yorkshire", ""),
    Shot("awards", "The register of awards, with a filter used", "south-yorkshire", "awards/?area=rotherham"),
    Shot("award", "An award", "barsetshire", "awards/ba-a010/"),
    Shot("decision", "A decision", "barsetshire", "decisions/ba-2025-006/"),
    Shot("organisation", "An organisation", "barsetshire", "organisations/barchester-boxing-club/"),
    Shot("opportunity", "An opportunity", "barsetshire", "opportunities/chest-2026/"),
    Shot("fund", "A fund", "barsetshire", "funds/community-chest/"),
    Shot("data", "The data page", "south-yorkshire", "data/"),
)
PAIR = """<body style="margin: 0; overflow: hidden; position: relative; background: #dde6ee">
<img src="data:image/png;base64,{}" style="position: absolute; left: 32px; top: 32px; border: 1px solid #98a8b8">
<img src="data:image/png;base64,{}" style="position: absolute; right: 32px; top: 68px; border: 10px solid #0b0c0c;
border-radius: 28px"></body>"""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--hide-scrollbars"])
        servers = {name: serve(_built(name, Path(temporary) / name)) for name in {shot.office for shot in SHOTS}}
        for shot in SHOTS:
            for width, dots in WIDTHS.items():
                page = opened(browser, servers[shot.office][1] + shot.path, width, dots=dots)
                _file(shot, width).write_bytes(picture(page, format="webp", quality=QUALITY))
                page.context.close()
        home = servers["south-yorkshire"][1]
        (ROOT / "docs/screenshot.png").write_bytes(_together(browser, home))
        for server, _ in servers.values():
            server.shutdown()
    (FOLDER / "README.md").write_text(_said(), "utf-8")


def _built(name: str, folder: Path) -> Path:
    folder.mkdir()
    assert build(office(folder, home_of(name)), folder / "site", TODAY).published, f"the site of {name} cannot be built"
    return folder / "site"


def opened(browser: Browser, address: str, width: int, height: int = HEIGHT, dots: int = 1) -> Page:
    """A page in light colours and in one typeface, on a day that is always the same."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=dots,
        color_scheme="light",
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/London",
    )
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page.goto(address, wait_until="networkidle")
    page.add_style_tag(content=FACE)
    if "?" in address:
        page.locator("[data-daylight-list] tbody tr").first.wait_for()
    page.evaluate("document.fonts.ready")
    return page


def picture(page: Page, **how) -> bytes:
    """What a page shows, as an image file."""
    return base64.b64decode(page.context.new_cdp_session(page).send("Page.captureScreenshot", how)["data"])


def _together(browser: Browser, address: str) -> bytes:
    """A picture of a page twice: as on a desk, and before it as on a telephone, where words are sought."""
    pages = opened(browser, address, 1000, 620), opened(browser, address, 320, 580)
    pages[1].fill("input[data-daylight-search]", SOUGHT)
    pages[1].locator(f".dl-found[data-daylight-for='{SOUGHT}'] a").first.wait_for()
    page = browser.new_page(viewport={"width": 1200, "height": 700})
    page.set_content(PAIR.format(*(base64.b64encode(picture(of, format="png")).decode() for of in pages)), wait_until="load")
    return picture(page, format="png")


def _file(shot: Shot, width: int) -> Path:
    return FOLDER / f"{shot.name}-{width}.webp"


def _said() -> str:
    """The page that shows the pictures side by side."""
    rows = [
        f'| {shot.what} | <img src="{shot.name}-1280.webp" width="640" alt="{shot.what}, on a wide screen"> '
        f'| <img src="{shot.name}-320.webp" width="160" alt="{shot.what}, on a telephone"> |'
        for shot in SHOTS
    ]
    head = "# The eight main pages\n"
    whose = "Of South Yorkshire (published facts) and Barsetshire (invented, and complete), 1280 and 320 px wide."
    said = "`make screenshots` takes them anew.\n"
    return "\n".join((head, whose, said, "| page | 1280 px | 320 px |\n|---|---|---|", *rows, ""))


if __name__ == "__main__":
    main()
