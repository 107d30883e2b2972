"""Measures what `daylight review` takes more than `daylight check`: a change of 20 records among 10,000 awards, in one run.

    python benchmarks/review.py                    also with --awards 1000 --rounds 5 --folder FOLDER

Both are whole commands, in turns; what is compared are the medians. The office is invented (office.py) and lies in a
repository of two commits, of which the second changes, adds and withdraws awards.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "generator")]

import office  # noqa: E402
from measured import DAYLIGHT, ENVIRON  # noqa: E402

CHANGED = 20
GIT = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "gc.auto=0"]


@click.command()
@click.option("--awards", default=10_000, show_default=True)
@click.option("--rounds", default=5, show_default=True, help="How often each is timed.")
@click.option("--folder", type=click.Path(path_type=Path), default=HERE / "results", help="Where everything is made.")
def main(awards: int, rounds: int, folder: Path) -> None:
    """Time both commands, and print the ratio and the difference."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as everything:
        home = Path(everything).resolve() / "office"
        office.make(awards, home)
        commit(home, "init", "-q", "-b", "main")
        change(home)
        today = ["--today", office.TODAY]
        commands = {
            "check": [*DAYLIGHT, "check", str(home), *today],
            "review": [*DAYLIGHT, "review", "HEAD~1..HEAD", str(home), "--format", "markdown", *today],
        }
        times = timed(commands, rounds)
    check, review = (statistics.median(times[name]) for name in ("check", "review"))
    click.echo(f"{awards:,} awards, {CHANGED} of them changed, medians of {rounds} rounds in turns")
    click.echo(f"  check   {check:6.2f} s   {' '.join(f'{t:.2f}' for t in times['check'])}")
    click.echo(f"  review  {review:6.2f} s   {' '.join(f'{t:.2f}' for t in times['review'])}")
    click.echo(f"  review / check = {review / check:.2f}, {review - check:.2f} s more")


def commit(home: Path, *words: str) -> None:
    """Runs git where there are words, and commits all that is there."""
    for command in ([*words], ["add", "-A"], ["commit", "-qm", "Change"]):
        subprocess.run([*GIT, *command], cwd=home, check=True)


def change(home: Path) -> None:
    """Commits a change of `CHANGED` awards: most are corrected, some added, and some withdrawn."""
    files = sorted((home / "data/awards").rglob("*.yml"))
    some = files[:: len(files) // CHANGED][:CHANGED]
    for number, file in enumerate(some):
        text = file.read_text("utf-8")
        if number < CHANGED * 3 // 4:
            file.write_text(text.replace("title: ", "title: More ", 1), "utf-8")
        elif number % 2:
            file.with_name(f"{file.stem}-more.yml").write_text(text, "utf-8")
        else:
            file.unlink()
    commit(home, "status", "-s")


def timed(commands: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    """The seconds that each command took in each round, without those of a first round."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, words in commands.items():
            start = time.perf_counter()
            subprocess.run(words, env=ENVIRON, stdout=subprocess.DEVNULL, check=False)
            if number:
                found[name].append(time.perf_counter() - start)
    return found


if __name__ == "__main__":
    main()
