"""What the register of awards costs a reader of a built site: `register.py SITE [SLOWDOWN]`, in slowed Chromium (4 times).

Says the compressed bytes of the data of each register and of the largest page below awards/, and milliseconds of 40 changes of
a filter, drawn at random: from the click until the page says the new list, and until that is laid out too.
"""

import gzip
import random
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.built import serve

CHANGE = """async number => {
  const list = document.querySelector("[data-daylight-list]")
  const box = document.querySelectorAll(".dl-facet input[type=checkbox]")[number]
  let said
  const seen = new MutationObserver(() => (said = performance.now()))
  seen.observe(document.querySelector("[data-daylight-register]"), { childList: true, subtree: true, characterData: true })
  const begun = performance.now()
  box.click()
  for (let n = 0; n < 100; n++) await null
  list.offsetHeight
  const laid = performance.now()
  await new Promise(done => setTimeout(done, 50))
  seen.disconnect()
  return [said - begun, laid - begun]
}"""


def squeezed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def changes(page: Page, count: int, dice: random.Random) -> list[tuple[float, float]]:
    """Milliseconds of some changes of a filter: until it is said, and until it is laid out."""
    boxes = page.locator(".dl-facet input[type=checkbox]").count()
    return [page.evaluate(CHANGE, dice.randrange(boxes)) for _ in range(count)]


def told(title: str, times: list[float]) -> None:
    print(f"{title}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")


def main(site: Path, slowdown: float) -> None:
    for name in ("awards", "decisions", "organisations", "opportunities", "registers"):
        print(f"search/{name}.json: {squeezed(site / f'search/{name}.json'):,} bytes compressed")
    largest = max(site.glob("awards/by/*/index.html"), key=lambda f: f.stat().st_size, default=site / "awards/index.html")
    print(f"{largest.relative_to(site)}: {squeezed(largest):,} bytes compressed")
    server, address = serve(site)
    with sync_playwright() as p:
        page = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"]).new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.goto(f"{address}awards/?sort=amount-desc")
        page.locator("[data-daylight-list] tbody tr").first.wait_for()
        times = changes(page, 40, random.Random(5))  # noqa: S311
    told("a change of a filter, said", [said for said, _ in times])
    told("a change of a filter, laid out", [laid for _, laid in times])
    server.shutdown()


main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 4)
