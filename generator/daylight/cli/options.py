"""What several commands share: their options, the day, and the line that says what is being done."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from daylight.findings import readable, shown


class _Address(click.ParamType):
    """The address of a site."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value and not value.startswith(("https://", "http://")):
            self.fail(f'an address must be like https://data.example.org/, not "{shown(value)}"', param, ctx)
        return value


class _Day(click.DateTime):
    """A day as ISO writes it."""

    def convert(self, value, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f'a day must be like 2024-05-01, not "{shown(value)}"', param, ctx)


def no_office(folder: Path) -> str:
    """Why a folder is not that of an office, and what to do; '' where it is."""
    if (folder / "data").is_dir():
        return ""
    where = "the folder you are in" if folder == Path() else readable(folder.as_posix())
    return f"an office has its records in a folder data, and {where} has none; go to the office's folder, or name it"


class _Office(click.Path):
    """The folder of an office, which is known by its records."""

    def convert(self, value, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        folder = super().convert(value, param, ctx)
        if why := no_office(folder):
            self.fail(why, param, ctx)
        return folder


ADDRESS = click.option(
    "--address",
    type=_Address(),
    metavar="URL",
    help="Where the site will be published. Without it, the address that data/publisher.yml gives.",
)
DAY = _Day(["%Y-%m-%d"])
_IS_FOLDER = {"exists": True, "file_okay": False, "path_type": Path}
_HELP = "The office's folder. Without it, the folder you are in."
OFFICE_FOLDER = _Office(**_IS_FOLDER)
OFFICE = click.argument("office", type=OFFICE_FOLDER, default=".")
OFFICE_OPTION = click.option("--office", type=OFFICE_FOLDER, default=".", help=_HELP)  # where other words come first
ANY_FOLDER_OPTION = click.option("--office", type=click.Path(**_IS_FOLDER), default=".", help=_HELP)  # records or none
TODAY = click.option(
    "--today",
    type=DAY,
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
