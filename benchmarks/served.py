"""Measures a change under `daylight serve`: until it is on disk, and until a browser shows it."""

import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import office
from measured import DAYLIGHT, ENVIRON, SITE, timed

CHANGES = 9


def warm(folder: Path) -> None:
    """From the saving of a record, under serve, until its page and the table with it are on disk, and until they are seen.

    The other downloads follow when nobody has typed for a while; they are waited for before all is compared.
    """
    home = folder / "daylight"
    record = sorted((home / "data/awards").rglob("*.yml"))[1]
    text = record.read_text("utf-8")
    shown = home / ".cache/preview"
    files = (
        shown / f"awards/{record.stem}/index.html",
        shown / "data/awards.json",
        shown / f"awards/{record.stem}/index.json",
    )
    waited, seen = [], []
    with serving(home) as address:
        time.sleep(1)
        with browser(f"{address}awards/{record.stem}/") as page:
            for number in range(CHANGES):
                word = f"Changed{number:03d}"
                record.write_text(text.replace("title: ", f"title: {word} ", 1), "utf-8")
                start = time.perf_counter()
                for file in files:  # the page first: reading a large table over and over would slow what is measured
                    while word.encode() not in file.read_bytes():
                        time.sleep(0.005)
                waited.append(time.perf_counter() - start)
                if page:
                    page.wait_for_function(f"document.title.includes('{word}')", polling=10)
                    seen.append(time.perf_counter() - start)
                time.sleep(0.7)
        while word.encode() not in (shown / "data/awards.csv").read_bytes():
            time.sleep(0.1)
        time.sleep(3)  # all of them are moved in at once
    served = tree(shown)
    timed([*DAYLIGHT, "build", str(home), "--today", office.TODAY], home)
    record.write_text(text, "utf-8")
    click.echo(f"  one record saved under serve: on disk after {spread(waited)}, in the browser after {spread(seen)}")
    click.echo(f"  the same bytes as a cold build: {'yes' if served == tree(home / SITE) else 'NO'}")


def spread(found: list[float]) -> str:
    if not found:
        return "(no browser)"
    return f"{statistics.median(found):.2f} s (median of {len(found)}; {min(found):.2f} to {max(found):.2f})"


def tree(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """`daylight serve` of an office; yields its address once the site is there."""
    command = [sys.executable, "-u", *DAYLIGHT[1:], "serve", str(home), "--port", "0", "--today", office.TODAY]
    running = subprocess.Popen(command, env=ENVIRON, cwd=home, stdout=subprocess.PIPE, text=True)
    try:
        said = next(line for line in running.stdout if "http://" in line)
        threading.Thread(target=running.stdout.read, daemon=True).start()
        yield said.partition("http://")[1] + said.partition("http://")[2].split()[0].rstrip(".")
    finally:
        running.terminate()
        running.wait()


@contextmanager
def browser(address: str) -> Iterator:
    """A page of a real browser at an address, or None where there is no Chromium."""
    program = shutil.which("chromium")
    if not program:
        yield None
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-background-networking"])
        page = opened.new_page()
        page.goto(address)
        yield page
        opened.close()
