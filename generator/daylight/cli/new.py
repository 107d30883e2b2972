"""The command `daylight new`."""

import sys
from pathlib import Path

import click

from daylight import new
from daylight.findings import readable, words
from daylight.schema import KINDS, load_schemas


@click.command("new")
@click.argument("kind", type=click.Choice([k for k in KINDS if k != "publisher"]), required=False)
@click.argument("key", required=False)
@click.option(
    "--office", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The office's folder."
)
def command(kind: str | None, key: str | None, office: Path) -> None:
    """Begin a record of a KIND under a KEY.

    A KIND is one such as award, and a KEY one such as sy-2023-041. Asks for what is not given. In the file that it writes,
    replace the examples.
    """
    kinds = command.params[0].type
    kind = kind or click.prompt("What kind of record", type=kinds)
    key = key or click.prompt("Its key, of small letters, digits and hyphens, like sy-2023-041")
    if not new.is_key(key):
        text = f'a key is made of at most {new.LONGEST} small letters, digits and hyphens, like sy-2023-041; "{key}" is not'
        raise click.BadParameter(text)
    schema = load_schemas()[kind]
    path = new.write(office, schema, key)
    if not path:
        article = "an" if kind[0] in "aeiou" else "a"
        there = new.place(office, schema, key)
        click.echo(f"There is already {article} {words(kind)} {key} in {readable(there)}; nothing was written.")
        sys.exit(1)
    click.echo(f"Now fill in {path}")
