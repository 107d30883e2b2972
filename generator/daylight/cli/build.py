"""The command `daylight build`."""

import gc
import sys
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import ADDRESS, OFFICE, TODAY, day_of, progress
from daylight.formats import as_text
from daylight.frame import FrameError


@click.command("build")
@OFFICE
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes. Without it, OFFICE/site.")
@TODAY
@ADDRESS
def command(office: Path, out: Path | None, today: datetime | None, address: str | None) -> None:
    """Make the site.

    With an error in the records nothing is published, and the site that was there stays.
    """
    from daylight.build import build as run
    from daylight.publish import refusal

    office, out = office.resolve(), (out or office / "site").resolve()
    if why := refusal(office, out):
        raise click.BadParameter(f"the folder of the site {why}: {out}", param_hint="--out")
    gc.disable()  # the program ends before a collection would be of use
    try:
        built = run(office, out, day_of(office, today), progress, address or "")
    except FrameError as e:
        progress("")
        click.echo(f"{e}\nNothing was published.", err=True)
        sys.exit(1)
    progress("")
    click.echo(as_text(built.findings), nl=False)
    click.echo(f"Published {built.files} files." if built.published else "Nothing was published.")
    sys.exit(not built.published)
