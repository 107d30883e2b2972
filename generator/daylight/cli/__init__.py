"""The command `daylight`, a file for each of its parts. Here, and no further in, stand the clock and the terminal."""

import click

from daylight import __version__
from daylight.cli import (
    build,
    check,
    describe,
    due,
    editors,
    explain,
    fix,
    form,
    forms,
    guard,
    import_,
    init,
    new,
    release,
    review,
    serve,
    tidy,
    upgrade,
    verify,
    workbook,
)
from daylight.cli.ends import Commands

HELP = {"help_option_names": ["-h", "--help"]}


@click.group(cls=Commands, context_settings=HELP)
@click.version_option(__version__, prog_name="daylight")
def main() -> None:
    """Publish what an office does with public money.

    OFFICE is the folder that holds data/ and content/. Without it, the folder you are in.
    """


PARTS = (
    check,
    explain,
    build,
    serve,
    new,
    fix,
    tidy,
    editors,
    describe,
    due,
    release,
    review,
    verify,
    init,
    upgrade,
    guard,
    form,
    forms,
    workbook,
    import_,
)
for part in PARTS:
    part.command.context_settings |= HELP  # also where it is called by itself, which click would remember
    main.add_command(part.command)
