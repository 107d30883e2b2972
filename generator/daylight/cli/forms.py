"""The command `daylight forms`."""

from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import OFFICE, TODAY, day_of


@click.command("forms")
@OFFICE
@TODAY
def command(office: Path, today: datetime | None) -> None:
    """Write the issue forms for GitHub anew.

    They are made from the schemas and from the office's funds and priorities, and lie in .github/ISSUE_TEMPLATE/. Run it when
    a fund or priority is added.
    """
    from daylight.forms.templates import templates
    from daylight.load import load
    from daylight.schema import load_schemas
    from daylight.writing.files import put

    site, _ = load(office, load_schemas(), day_of(office, today))
    made = templates(site)
    put(office, made)
    click.echo(f"Wrote {len(made)} files into .github/ISSUE_TEMPLATE/.")
