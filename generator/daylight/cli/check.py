"""The command `daylight check`."""

import gc
import sys
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import OFFICE, TODAY, day_of, format_option, progress
from daylight.findings import ERROR
from daylight.formats import FORMATS


@click.command("check")
@OFFICE
@format_option("json", "github")
@TODAY
def command(office: Path, form: str, today: datetime | None) -> None:
    """Say what must be put right in the records.

    Nothing is written. Ends with 0 when nothing must be fixed, and with 1 when something must.
    """
    from daylight.build import check as run

    gc.disable()  # the program ends before a collection would be of use
    progress("Reading and checking the records…")
    _, found = run(office.resolve(), day_of(office, today))
    progress("")
    click.echo(FORMATS[form](found), nl=False)
    sys.exit(any(f.severity == ERROR for f in found))
