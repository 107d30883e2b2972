"""The command `daylight workbook`."""

import gc
import shlex
from datetime import date
from pathlib import Path

import click

from daylight.cli.options import no_office
from daylight.findings import shown
from daylight.schema import KINDS


@click.command("workbook")
@click.argument("office", type=click.Path(path_type=Path), default=".")
@click.argument("kinds", nargs=-1, metavar="[KIND]...")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file. Without it, named after the office.")
@click.option("--empty", is_flag=True, help="Leave out the rows of the records that are there.")
def command(office: Path, kinds: tuple[str, ...], out: Path | None, empty: bool) -> None:
    """Write the records as an Excel file, to add to and to correct.

    Each KIND is a kind of record in it, such as award; without any, all are in it. Once it is filled in, `make import` takes
    it.
    """
    from daylight import workbook
    from daylight.drafts.present import Present
    from daylight.writing.files import put

    if str(office) in KINDS and not office.is_dir():  # the folder you are in, and not a folder of that name
        office, kinds = Path(), (str(office), *kinds)
    if unknown := next((kind for kind in kinds if kind not in KINDS), ""):
        raise click.BadParameter(f'it must be one of {", ".join(KINDS)}, not "{shown(unknown)}"', param_hint="KIND")
    if why := no_office(office):
        raise click.BadParameter(why, param_hint="OFFICE")
    gc.disable()  # the program ends before a collection would be of use
    present = Present(office.resolve(), date.today().isoformat())
    data = workbook.write(present, kinds, empty)
    path = out or Path(f"{present.site.publisher.key or 'office'}-workbook.xlsx")
    put(path.parent, {path.name: data})
    click.echo(f"Wrote {path}. Fill it in, save it, and run: make import FILE={shlex.quote(str(path))}")
