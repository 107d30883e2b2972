"""What several commands share: their options, the day, and the line that says what is being done."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from daylight.findings import shown

ADDRESS = click.option(
    "--address",
    metavar="URL",
    help="Where the site will be published. Without it, the address that data/publisher.yml gives.",
)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
OFFICE = click.argument("office", type=_FOLDER, default=".")
OFFICE_OPTION = click.option(  # of a command whose first word is something else
    "--office", type=_FOLDER, default=".", help="The office's folder. Without it, the folder you are in."
)
TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day, like 2024-05-01, that decides what is open. Without it, the day of the last commit.",
)


def format_option(*forms: str) -> Callable:
    """The option --format of a command that prints text, or in one of some other forms."""
    choice = click.Choice(["text", *forms])
    return click.option("--format", "form", type=choice, default="text", show_default=True, help="How to print it.")


def day_of(office: Path, given: datetime | None) -> str:
    from daylight.history import last_commit

    if given:
        return given.date().isoformat()
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            text = f'SOURCE_DATE_EPOCH must be a number of seconds since 1970, like 1714651200, not "{shown(epoch)}"'
            raise click.UsageError(text) from None
    return last_commit(office) or date.today().isoformat()


def progress(text: str) -> None:
    """Shows on one line of a terminal what is being done; '' clears it. Says nothing in a log."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", err=True, nl=False)
