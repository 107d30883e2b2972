"""The command `daylight verify`."""

import sys
from pathlib import Path

import click

from daylight.cli.options import progress
from daylight.findings import shown


@click.command("verify")
@click.argument("place", metavar="URL-OR-FOLDER")
def command(place: str) -> None:
    """Check a published site against its manifest.

    URL-OR-FOLDER is the address of the site, or a folder such as site/. Every download is read. Ends with 0 when all are as
    they were published, and with 1 when something is missing or altered.
    """
    from daylight.verify import verify as run

    if not place or ("://" not in place and not Path(place).is_dir()):
        raise click.BadParameter(
            f'it must be a folder, or an address like https://data.example.org/, not "{shown(place)}"',
            param_hint="URL-OR-FOLDER",
        )
    if "://" in place and not place.startswith(("http://", "https://")):
        raise click.BadParameter("an address must begin with https:// or http://", param_hint="URL-OR-FOLDER")
    progress("Reading every file…")
    found = run(place)
    progress("")
    click.echo(found.text())
    sys.exit(bool(found.why_not or found.wrong))
