"""The command `daylight editors`."""

from pathlib import Path

import click

from daylight.cli.options import OFFICE

LEFT = "{path} has remarks in it and was left as it is. Delete the remarks, and run this again."
NEXT = "{what}. Open the folder {folder} in VS Code, and say yes to the extension that it recommends."


@click.command("editors")
@OFFICE
def command(office: Path) -> None:
    """Have editors explain, complete and check records while you type.

    Writes .vscode/ and .zed/ in the office's folder, from the schemas and from the keys of its records. Do it again after
    records were added, so that their keys are proposed too.
    """
    from daylight.editors import EXTENSIONS, SETTINGS, files
    from daylight.writing.files import put

    made = files(office)
    new = {path: data for path, data in made.items() if not (office / path).is_file() or (office / path).read_bytes() != data}
    put(office, new)
    for path in {SETTINGS, EXTENSIONS} - made.keys():
        click.echo(LEFT.format(path=path))
    what = f"{len(new)} {'file' if len(new) == 1 else 'files'} written" if new else "All of it is there already"
    click.echo(NEXT.format(what=what, folder=office.resolve()))
