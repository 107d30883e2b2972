"""The command `daylight serve`."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from daylight.cli.options import DAY, OFFICE
from daylight.frame import FrameError


@click.command("serve")
@OFFICE
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The number behind the address in the browser. With 0, any that is free.",
)
@click.option("--today", type=DAY, metavar="DAY", help="The day to show, like 2024-05-01. Without it, today.")
def command(office: Path, port: int, today: datetime | None) -> None:
    """Show the site, and anew after every save.

    It can be seen on this machine only, until you press Ctrl and C.
    """
    from daylight.serve import NoPort
    from daylight.serve import serve as run

    day = today.date() if today else date.today()
    try:
        run(office.resolve(), day.isoformat(), port, click.echo)
    except NoPort as e:
        click.echo(str(e), err=True)
        sys.exit(1)
    except (KeyboardInterrupt, FrameError) as e:
        click.echo(str(e))
