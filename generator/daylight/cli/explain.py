"""The command `daylight explain`."""

import textwrap
from pathlib import Path

import click

from daylight.cli.options import ANY_FOLDER_OPTION
from daylight.findings import close, shown

WIDTH = 96


@click.command("explain")
@click.argument("code", nargs=-1, required=True)
@ANY_FOLDER_OPTION
def command(code: tuple[str, ...], office: Path) -> None:
    """Say what a code means, with examples.

    A CODE stands beside a warning, and at the end of what the check says, such as NUM-02 or TYPE. Several may be given.
    """
    from daylight.messages import meanings
    from daylight.read import read_file
    from daylight.record import Record
    from daylight.schema import load_schemas

    path = "data/publisher.yml"
    records = read_file(office, load_schemas(), path).records if (office / path).is_file() else []
    known = meanings(records[0] if records else Record(path, 1, kind="publisher"))
    for name in code:
        if name.upper() not in known:
            near = close(name.upper(), known)
            said = f'it must be the name in a message, like NUM-02, not "{shown(name)}"'
            raise click.BadParameter(said + (f"; type {near}" if near else ""), param_hint="CODE")
    click.echo("\n".join(in_lines(known[name.upper()]) for name in code), nl=False)


def in_lines(of) -> str:
    """What a code means, for a terminal: a daylight.messages.Meaning in lines that fit."""
    from daylight.findings import WARNING
    from daylight.messages import EFFECTS, EXCEPTION

    lines = [f"{of.code}: {of.title}", *_wrapped(EFFECTS[of.severity])]
    lines += _wrapped(f"It is enforced from {of.since}. Older records are measured.") if of.since else []
    lines += _wrapped(f"Where it comes from: {of.authority}") if of.authority else []
    lines += [line for rule in of.rows for line in _wrapped(f"“{rule.get('words') or ''}”")]
    lines += ["", "How to put it right"]
    steps = ["Open the file at the line that the message names.", *of.steps, "Save it and check again."]
    lines += [line for n, step in enumerate(steps, 1) for line in _wrapped(step, f"{n}. ")]
    lines += ["", "What it says"]
    for message in of.messages:
        lines += ["", *_wrapped(message.words, "* ")]
        if example := message.example:
            lines += [f"    {'>' if n == example.line else ' '} {line}" for n, line in enumerate(example.wrong, example.first)]
            lines += [*_wrapped(f"Daylight says: {example.says}", "  ")]
            lines += ["  This is right:", *(f"      {line}" for line in example.right)] if example.right else []
    if of.severity == WARNING:
        said = EXCEPTION.format(code=of.code, date="2026-04-01", expires="2027-03-31")
        lines += ["", "When it is right as it is, add to the record:", *(f"    {line}" for line in said.splitlines())]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
