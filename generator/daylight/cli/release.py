"""The command `daylight release`."""

import gc
import sys
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import ADDRESS, OFFICE, TODAY, day_of, progress
from daylight.formats import as_text
from daylight.releases import FOLDER


@click.command("release")
@OFFICE
@TODAY
@ADDRESS
def command(office: Path, today: datetime | None, address: str | None) -> None:
    """Freeze what is published today as a release.

    Writes a folder data/releases/DAY with the tables, what changed since the last release, and the sums of all files. Commit
    it: it never changes. Without a change since the last release nothing is written.
    """
    from daylight.freeze import freeze

    gc.disable()  # the program ends before a collection would be of use
    progress("Reading and checking the records…")
    done = freeze(office.resolve(), day_of(office, today), address or "")
    progress("")
    if done.why_not:
        click.echo(done.why_not)
    elif done.folder:
        said = ", ".join(f"{count:,} {change}" for change, count in done.counts.items())
        click.echo(f"Wrote release {done.version} into {done.folder}" + (f" (records: {said})." if said else "."))
        click.echo(f'Now commit it: git add {FOLDER} && git commit -m "Release {done.version}"')
    else:
        click.echo(as_text(done.findings) + "Nothing was written.")
    sys.exit(not done.right)
