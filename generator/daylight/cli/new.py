"""The command `daylight new`."""

import sys
from datetime import datetime
from pathlib import Path

import click

from daylight import new
from daylight.cli.options import OFFICE_OPTION, TODAY, day_of
from daylight.findings import readable, with_article, words
from daylight.formats import as_text
from daylight.schema import KINDS, load_schemas


@click.command("new")
@click.argument("kind", type=click.Choice([k for k in KINDS if k != "publisher"]), required=False, metavar="[KIND]")
@click.argument("key", required=False)
@OFFICE_OPTION
@click.option("--no-input", is_flag=True, help="Ask for no field, and write examples to replace.")
@TODAY
def command(kind: str | None, key: str | None, office: Path, no_input: bool, today: datetime | None) -> None:
    """Begin a record of a KIND under a KEY.

    A KIND is one such as award, and a KEY one such as sy-2023-041. Without a KEY you are asked for every field that the record
    needs. With one, a file is written in which you replace the examples.
    """
    kinds = command.params[0].type
    kind = kind or click.prompt("What kind of record", type=kinds)
    if not key and not no_input and sys.stdin.isatty():
        _ask(office.resolve(), kind, day_of(office, today))
        return
    key = key or click.prompt("Its key, of small letters, digits and hyphens, like sy-2023-041")
    if not new.is_key(key):
        text = f'a key is made of at most {new.LONGEST} small letters, digits and hyphens, like sy-2023-041; "{key}" is not'
        raise click.BadParameter(text, param_hint="KEY")
    schema = load_schemas()[kind]
    path = new.write(office, schema, key)
    if not path:
        there = new.place(office, schema, key)
        click.echo(f"There is already {with_article(words(kind))} {key} in {readable(there)}; nothing was written.")
        sys.exit(1)
    click.echo(f"Now fill in {path}")


class _Terminal:
    """Somebody at a terminal."""

    def say(self, text: str) -> None:
        click.echo(text)

    def ask(self, prompt: str, usual: str = "") -> str:
        return click.prompt(prompt, default=usual, show_default=bool(usual)).strip()


def _ask(office: Path, kind: str, day: str) -> None:
    """Asks for every field that a record needs, and writes it."""
    from daylight.asking import Asking
    from daylight.asking.settling import settle
    from daylight.drafts import write
    from daylight.load import load

    site, _ = load(office, load_schemas(), day)
    click.echo(f"A new record: {with_article(words(kind))}. Nothing is written before the last question; Ctrl-C leaves.")
    asking = Asking(site, _Terminal())
    made = settle(office, asking, asking.record(kind), day)
    write(office, made.files)
    for path in made.files:
        click.echo(f"\nWritten: {readable(path)}" if path == made.path else f"\nWritten too: {readable(path)}")
    click.echo(f"\n{as_text(made.found)}", nl=False)
    click.echo(f"\nNext: open {readable(made.path)}, add what else is known, and see it on the site with make serve.")
