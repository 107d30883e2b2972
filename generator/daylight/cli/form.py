"""The command `daylight form`."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import OFFICE, TODAY, day_of


@click.command("form")
@click.argument("event", type=click.File("rb"))
@OFFICE
@click.option(
    "--reply", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the reply. Without it, it is printed."
)
@click.option("--write", "writes", is_flag=True, help="Write the records too, where nothing must be put right.")
@TODAY
def command(event, office: Path, reply: Path | None, writes: bool, today: datetime | None) -> None:
    """Turn a filled form on GitHub into records.

    EVENT is the file in which GitHub tells of the issue (GITHUB_EVENT_PATH). The reply says what will be published, what must
    be put right and what to type instead. An issue that was not made with a form has no reply. Ends with 0 when records can be
    written, or there is nothing to do, and with 1 when something must be put right first.
    """
    from daylight.drafts import write
    from daylight.forms.issue import issue_of
    from daylight.forms.turned import turned

    try:
        issue = issue_of(json.load(event))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise click.BadParameter("it must be the event of an issue, as GitHub writes it in JSON") from None
    done = turned(office.resolve(), issue, day_of(office, today))
    if done is None:
        click.echo("This issue was not made with a form; nothing is to be done.", err=True)
        return
    if reply:
        reply.write_text(done.reply, "utf-8")
    else:
        click.echo(done.reply, nl=False)
    if writes and done.files:
        write(office, done.files)
        click.echo(f"Wrote {len(done.files)} {'file' if len(done.files) == 1 else 'files'}.", err=True)
    sys.exit(done.wrong)
