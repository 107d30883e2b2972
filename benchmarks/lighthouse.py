"""What Lighthouse says of built sites: `lighthouse.py SITE…`, seven pages of each, as a telephone and as a desktop computer.

The page of a kind is the one with most in it. Each is asked three times and the middle figure of performance counts, which
other work of the machine lowers; the three other figures must be the same each time. Ends with 1 unless everything is 100.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import click
from host import hosting

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / ".cache/lighthouse/node_modules/.bin/lighthouse"
FETCH = "npm install --prefix .cache/lighthouse --no-save --no-package-lock --no-audit --no-fund lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEVICES = {"mobile": (), "desktop": ("--preset=desktop",)}
KINDS = ("awards", "decisions", "organisations", "opportunities")
TIMES = {  # how a column is called, and how a number in it is written
    "first-contentful-paint": ("first paint", "{:.0f} ms"),
    "largest-contentful-paint": ("largest paint", "{:.0f} ms"),
    "total-blocking-time": ("blocked", "{:.0f} ms"),
    "cumulative-layout-shift": ("shift", "{:.3f}"),
}
QUIET = 2.0  # the load of the machine below which times are worth measuring


@dataclass(frozen=True)
class Asked:
    """What Lighthouse said of a page once: figures from 0 to 100, and what it would have otherwise."""

    figures: dict[str, int]
    wrong: tuple[str, ...]
    times: tuple[float, ...]  # as in TIMES


def places(site: Path) -> list[str]:
    """The home page, the register of awards, the largest page of each kind of record, and the page of data."""
    largest = [max(site.glob(f"{kind}/*/index.html"), key=lambda file: file.stat().st_size, default=None) for kind in KINDS]
    records = [f"{file.parent.relative_to(site).as_posix()}/" for file in largest if file]
    return ["", "awards/", *records, "data/"]


def ask(program: Path, address: str, device: str, patience: float) -> Asked:
    """Asks Lighthouse once, when the machine is quiet or when it was waited for long enough (in seconds)."""
    until = time.monotonic() + patience
    while os.getloadavg()[0] > QUIET and time.monotonic() < until:
        time.sleep(5)
    command = [str(program), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    chrome = "--chrome-flags=--headless=new --no-sandbox --disable-background-networking"
    environ = {"CHROME_PATH": shutil.which("chromium") or ""} | os.environ
    done = subprocess.run([*command, chrome, *DEVICES[device]], env=environ, capture_output=True, text=True)
    if done.returncode:
        raise click.ClickException(done.stderr[-2000:])
    return read(json.loads(done.stdout))


def read(said: dict) -> Asked:
    audits, categories = said["audits"], said["categories"]
    weighed = {ref["id"] for of in categories.values() for ref in of["auditRefs"] if ref["weight"]}
    wrong = [
        f"{name}: {audit['title']} ({audit.get('displayValue') or audit['score']})"
        for name, audit in sorted(audits.items())
        if name in weighed and audit["score"] is not None and audit["score"] < 0.995
    ]
    times = tuple(audits[name].get("numericValue", 0) for name in TIMES)
    return Asked({name: round(100 * (of["score"] or 0)) for name, of in categories.items()}, tuple(wrong), times)


def middle(found: list[Asked]) -> list[int]:
    """The figures that count of some runs, in the order of CATEGORIES."""
    return [
        statistics.median_low([one.figures["performance"] for one in found]),
        *(min(one.figures[name] for one in found) for name in CATEGORIES[1:]),
    ]


def row(place: str, device: str, found: list[Asked]) -> str:
    figures = middle(found)
    times = [statistics.median(of) for of in zip(*(one.times for one in found), strict=True)]
    said = [how.format(time) for (_, how), time in zip(TIMES.values(), times, strict=True)]
    return f"| {place or 'home'} | {device} | {' | '.join(map(str, figures))} | {' | '.join(said)} |"


@click.command()
@click.argument("sites", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--runs", default=3, show_default=True)
@click.option("--program", type=click.Path(path_type=Path), default=PROGRAM, help="Where Lighthouse is.")
@click.option("--device", "devices", multiple=True, default=tuple(DEVICES), type=click.Choice(tuple(DEVICES)))
@click.option("--patience", default=600.0, show_default=True, help="Seconds to wait for a quiet machine before each run.")
def main(sites: tuple[Path, ...], runs: int, program: Path, devices: tuple[str, ...], patience: float) -> None:
    """Print a table of what Lighthouse says of each page."""
    if not program.is_file():
        raise click.ClickException(f"Lighthouse is not there; this fetches it: {FETCH}")
    complete = True
    for site in sites:
        heads = ["page", "device", *(name.replace("-", " ") for name in CATEGORIES), *(word for word, _ in TIMES.values())]
        click.echo(f"\n{site}\n\n| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
        with hosting(site) as address:
            for place in places(site):
                for device in devices:
                    found = [ask(program, address + place, device, patience) for _ in range(runs)]
                    click.echo(row(place, device, found))
                    wrong = sorted({text for one in found for text in one.wrong})
                    complete &= min(middle(found)) == 100
                    click.echo("".join(f"    {text}\n" for text in wrong), nl=False, err=True)
    sys.exit(not complete)


if __name__ == "__main__":
    main()
