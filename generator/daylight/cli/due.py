"""The command `daylight due`."""

from datetime import date, datetime
from pathlib import Path

import click

from daylight.cli.options import ADDRESS, DAY, OFFICE, format_option, progress


@click.command("due")
@OFFICE
@format_option("markdown", "json")
@click.option("--today", type=DAY, metavar="DAY", help="The day, like 2024-05-01. Without it, today.")
@click.option(
    "--within",
    type=click.IntRange(0, 3660),
    default=28,
    show_default=True,
    metavar="DAYS",
    help="How many days to look ahead. What is overdue is always told.",
)
@ADDRESS
def command(office: Path, form: str, today: datetime | None, within: int, address: str | None) -> None:
    """Say what is due, who asks for it, and where to note it.

    It follows from the records and the day. Nothing is written. Ends with 0, whatever is due; as Markdown, nothing is printed
    where nothing is due.
    """
    from daylight.agenda import FORMATS, read

    progress("Reading the records…")
    site, wrong = read(office.resolve(), today.date().isoformat() if today else date.today().isoformat(), address or "")
    progress("")
    if wrong:
        click.echo("Some records could not be read whole, so that something may be left out: see make check.", err=True)
    click.echo(FORMATS[form](site, within), nl=False)
