"""The command `daylight describe`."""

from pathlib import Path

import click

from daylight.cli.options import OFFICE
from daylight.schema import load_schemas


@click.command("describe")
@OFFICE
def command(office: Path) -> None:
    """Describe the CSV tables of data/ for other programs.

    To be run after a table or a column was added. Writes data/datapackage.json, which Frictionless and other tools read.
    """
    from daylight import describe as tables
    from daylight.load import files

    if not (office / "data").is_dir():
        raise click.BadParameter("an office must have a folder data, and there is none here", param_hint="OFFICE")
    path = office / tables.PACKAGE
    path.write_bytes(tables.describe(office, load_schemas(), files(office)))
    click.echo(f"Wrote {tables.PACKAGE}.")
