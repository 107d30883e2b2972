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
    from daylight.writing.files import put

    put(office, {tables.PACKAGE: tables.describe(office, load_schemas(), files(office))})
    click.echo(f"Wrote {tables.PACKAGE}.")
