"""What is wrong with the pages of built sites in any look: `axe.py SITE…`, folders such as examples/barsetshire/site.

One page of every kind of each site, and fifty records drawn at random, in each language: at 320 and 1280 pixels, in light and
dark, with the colours of the site and with those of the device. axe is asked with every rule, and the tests' own questions too
(tests/browser/looks.js). Then it counts, by rule, what axe leaves to a person to judge. Ends with 1 unless nothing is wrong.
"""

import os
import shutil
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import click
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generator")]

from tests.browser import kinds, looks  # noqa: E402


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@click.command()
@click.argument("sites", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--records", default=50, show_default=True, help="How many records of each site are drawn.")
@click.option("--processes", default=os.cpu_count(), show_default=True)
def main(sites: tuple[Path, ...], records: int, processes: int) -> None:
    """Look at pages of these sites in every look."""
    started = time.time()
    wrong, doubtful = [], Counter()
    with ProcessPoolExecutor(processes) as pool:
        for site in sites:
            of = pages(site, records)
            found = list(pool.map(look, [site] * processes, [of[n::processes] for n in range(processes)]))
            faults = [fault for one, _ in found for fault in one]
            click.echo(f"{site}: {len(of)} pages, {len(of) * len(looks.LOOKS)} times looked at, {len(faults)} faults")
            wrong += faults
            for _, doubts in found:
                doubtful.update(doubts)
    for fault in wrong:
        click.echo(fault)
    click.echo(f"{len(wrong)} faults, in {time.time() - started:.0f} s. Left to a person: {dict(doubtful.most_common())}")
    sys.exit(bool(wrong))


def pages(site: Path, records: int) -> list[str]:
    """The paths of the pages that stand for all, and of records in each language, each once."""
    some = kinds.some(site, records)
    welsh = [f"cy/{path}" for path in some] if (site / "cy").is_dir() else []
    return list(dict.fromkeys([*(path for _, path in kinds.of_all({site.name: site})), *some, *welsh]))


def look(site: Path, paths: list[str]) -> tuple[list[str], Counter]:
    """The faults of these pages in every look, and what is doubtful in the first of them, by rule."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    found, doubtful, wrong = [], Counter(), []
    with sync_playwright() as p:
        page = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]).new_page()
        looks.watch(page, wrong)
        for path in paths:
            wrong += looks.faults(page, f"http://127.0.0.1:{server.server_port}/{path}", looks.LOOKS, alike=10_000)
            found += [f"{site.parent.name}: {path}: {fault}" for fault in wrong]
            wrong.clear()
            doubtful.update(doubt.partition(":")[0] for doubt in looks.doubts(page))
    server.shutdown()
    return found, doubtful


if __name__ == "__main__":
    main()
