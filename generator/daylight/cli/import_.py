"""The command `daylight import`."""

import gc
import sys
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import OFFICE_OPTION, TODAY, day_of, progress

KINDS = ("award", "organisation", "decision", "opportunity")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("file", type=FILE)
@OFFICE_OPTION
@click.option("--kind", type=click.Choice(KINDS), help="The kind of record in each row. Without it, told by the headings.")
@click.option("--mapping", type=FILE, help="How columns become fields. Without it, the file in imports/ with these headings.")
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="FIELD=TEXT",
    help="What every record says, such as the source=https://… it is published at.",
)
@click.option("--dry-run", is_flag=True, help="Show everything and write nothing.")
@TODAY
def command(
    file: Path,
    office: Path,
    kind: str | None,
    mapping: Path | None,
    given: tuple[str, ...],
    dry_run: bool,
    today: datetime | None,
) -> None:
    """Take in a spreadsheet, or a 360Giving or OCDS file.

    FILE is .xlsx, .xls, .ods, .csv, .json or .jsonl. Says what it understood, what must be put right, and what became of every
    row and every pound. Rows that are right are written as records; of the others a copy is made with the wrong cells
    coloured. FILE itself is never changed. Ends with 0 when nothing must be put right, and with 1 when something must.
    """
    from daylight import taking
    from daylight.intake.importing import Wanted

    if wrong := next((text for text in given if "=" not in text), ""):
        raise click.BadParameter(f'what every record says must be like source=https://…, not "{wrong}"', param_hint="--set")
    gc.disable()  # the program ends before a collection would be of use
    constants = dict(text.split("=", 1) for text in given)
    ask = _ask if sys.stdin.isatty() else lambda question: ""
    progress("Reading the file…")
    done = taking.take(office.resolve(), file, day_of(office, today), Wanted(kind or "", mapping, constants, ask), not dry_run)
    progress("")
    click.echo(done.text, nl=False)
    sys.exit(not done.right)


def _ask(question) -> str:
    """Asks the person at the terminal."""
    progress("")
    choices = click.Choice(question.choices) if question.choices else None
    return click.prompt(f"Say {question.text}", type=choices, default="", show_default=False)
