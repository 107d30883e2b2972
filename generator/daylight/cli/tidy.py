"""The command `daylight tidy`."""

import sys
from pathlib import Path

import click

from daylight.cli.options import OFFICE
from daylight.findings import readable


@click.command("tidy")
@OFFICE
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Say which files are not tidy, and write nothing.")
@click.option("--order", is_flag=True, help="Put fields into the order of their schema too. That moves many lines.")
def command(office: Path, paths: tuple[Path, ...], check: bool, order: bool) -> None:
    """Write records in one form, so that later changes are small.

    Each PATH is a file or folder to tidy; without any, all are. What the records say stays, and so do remarks. Ends with 1
    where a file is not tidy with --check, or cannot be read.
    """
    from daylight.load import files
    from daylight.schema import load_schemas, of_file
    from daylight.tidy import tidied
    from daylight.writing.files import put

    schemas, untidy, unread = load_schemas(), [], []
    asked = [path.resolve() for path in paths]
    for name in files(office):
        file = (office / name).resolve()
        if not of_file(schemas, name) or (asked and not any(file.is_relative_to(path) for path in asked)):
            continue
        data = file.read_bytes()
        new = tidied(schemas, name, data, order)
        if new is None:
            unread.append(name)
        elif new != data:
            untidy.append(name)
            if not check:
                put(office, {name: new})
    for name in untidy:
        click.echo(f"{readable(name)}: {'not tidy' if check else 'tidied'}")
    for name in unread:
        click.echo(f"{readable(name)}: left as it is; make check says what must be put right first")
    if not untidy and not unread:
        click.echo("Everything is tidy.")
    sys.exit(bool(unread or (check and untidy)))
