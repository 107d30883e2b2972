"""The command `daylight fix`."""

import sys
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import OFFICE, TODAY, day_of, progress
from daylight.findings import ERROR
from daylight.formats import as_text

ROUNDS = 5  # a name that is put right can show a value that is not


@click.command("fix")
@OFFICE
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be corrected, and write nothing.")
@TODAY
def command(office: Path, paths: tuple[Path, ...], dry_run: bool, today: datetime | None) -> None:
    """Make the safe corrections that check proposes.

    Each PATH is a file or folder to correct; without any, all are. Only what is surely meant is changed: a date, an amount
    or a yes in another form, a slip of the hand. Ends with 0 when nothing is left to fix, and with 1 when something is.
    """
    from daylight.build import check
    from daylight.drafts import write
    from daylight.fix import fix

    home, day = office.resolve(), day_of(office, today)
    made, found = 0, []
    for _ in range(1 if dry_run else ROUNDS):
        progress("Reading and checking the records…")
        site, found = check(home, day)
        progress("")
        fixed = fix(home, (said for said in found if _is_asked(home / said.path, paths)), site)
        for one in fixed.corrections:
            click.echo(one.text())
        made += len(fixed.corrections)
        if not fixed.corrections or dry_run:
            break
        write(home, fixed.files)
        for before, after in fixed.names.items():
            (home / after).parent.mkdir(parents=True, exist_ok=True)
            (home / before).rename(home / after)
    click.echo(_count(made, dry_run))
    click.echo(as_text(found), nl=False)
    sys.exit(any(said.severity == ERROR for said in found))


def _is_asked(file: Path, paths: tuple[Path, ...]) -> bool:
    return not paths or any(file.is_relative_to(path.resolve()) for path in paths)


def _count(made: int, dry_run: bool) -> str:
    if not made:
        return "Nothing can be corrected without you.\n"
    what = f"{made} {'correction' if made == 1 else 'corrections'}"
    return f"{what} would be made. What check says as it is now:\n" if dry_run else f"{what} made. What is left:\n"
