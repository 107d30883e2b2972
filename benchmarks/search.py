"""What search costs: `search.py FOLDER TODAY` for an office whose site is built in FOLDER/site.

Prints the seconds of one core for all pages and for all files of search and registers; then, in Chromium at a fourth of its
speed, the milliseconds from a key to its first result, and the bytes that a reader fetched until then, compressed. The first
key is measured after the box has had the focus for half a second, as when a person begins to type, and without that.
"""

import gc
import gzip
import os
import shutil
import statistics
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "generator"))

from daylight import build, load, rules, search
from daylight.making.framed import renderer_of
from daylight.making.works import site_pages

QUERIES = ("youth", "road safety", "BAR-2019-04", "crabtree", "domestic abuse")
ROUNDS = 5
TYPED = """q => {
    const list = document.querySelector('.dl-found')
    return list?.dataset.daylightFor === q && list.querySelector('a') && performance.now() - window.typedAt
}"""


class Packed(SimpleHTTPRequestHandler):
    """Serves a folder as hosts of static sites do: texts compressed, and nothing said about how long they may be kept."""

    sent: list[tuple[str, int]] = []  # noqa: RUF012

    def log_message(self, *args):
        pass

    def do_GET(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return self.send_error(404)
        data = gzip.compress(file.read_bytes(), 6)
        self.sent.append((self.path, len(data)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def main(office: Path, today: str) -> None:
    affinity = os.sched_getaffinity(0)
    os.sched_setaffinity(0, [min(affinity)])
    building(office, today)
    os.sched_setaffinity(0, affinity)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packed, directory=str(office / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for query in QUERIES:
            for rest in (500, 0):
                times, sizes = zip(*(typing(browser, server.server_port, query, rest) for _ in range(ROUNDS)), strict=True)
                first, last = (statistics.median(of) for of in zip(*times, strict=True))
                at_first, at_last = (statistics.median(of) for of in zip(*sizes, strict=True))
                said = f"{query!r} after {rest} ms: first key {first:.0f} ms, {at_first} bytes"
                print(f"{said}; last key {last:.0f} ms, {at_last} bytes")


def building(office: Path, today: str) -> None:
    """Seconds of one core for all pages, and for all files of search and registers."""
    gc.disable()  # as `daylight build` does
    load.PARALLEL = rules.PARALLEL = sys.maxsize
    site, _ = build.check(office, today)
    html = build.frame_of(office, site)
    start = time.process_time()
    renderer = renderer_of(site, html)
    for of in site.records.values():
        for record in of.values():
            for _ in renderer.record_outputs(site, record):
                pass
    made = [*site_pages(site, renderer, html), *renderer.report_outputs(site)]
    pages = time.process_time() - start
    start = time.process_time()
    files = list(search.outputs(site, html, made))
    seconds = time.process_time() - start
    print(f"pages {pages:.2f} s, search {seconds:.2f} s, ratio {seconds / pages:.2f}")
    print(f"{len(files)} files, {sum(len(data) for _, data in files)} bytes")


def typing(browser: Browser, port: int, query: str, rest: int) -> tuple[tuple[float, float], tuple[int, int]]:
    """Types a query on the first page: milliseconds to the first result of its first key and of its last, and the bytes."""
    context = browser.new_context()
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"http://127.0.0.1:{port}/")
    page.evaluate("addEventListener('keydown', () => { window.typedAt = performance.now() }, true)")
    Packed.sent.clear()
    page.focus("input[data-daylight-search]")
    page.wait_for_timeout(rest)
    times, sizes = [], []
    for end in range(1, len(query) + 1):
        page.keyboard.press(query[end - 1])
        shown = page.wait_for_function(TYPED, arg=query[:end], polling=5).json_value()
        if end in (1, len(query)):
            times.append(shown)
            sizes.append(sum(size for _, size in Packed.sent))
    context.close()
    return tuple(times), tuple(sizes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
