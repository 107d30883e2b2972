"""The command `daylight init`."""

import shlex
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from daylight.cli.options import DAY, OFFICE_FOLDER
from daylight.findings import Finding, readable
from daylight.formats import as_text

HOOKS = ".githooks"
# The first words of the history, and what the folder is then.
EMPTY = ("Begin with an empty register", "a new office: empty registers, four pages")
LIKE = ("Begin with the records of another office", "an office to practise with: the records and pages of another")


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--answers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A YAML file with the answers, for scripts: name, area_name, website and what else is asked.",
)
@click.option("--like", type=OFFICE_FOLDER, help="An office whose records, pages and menu are copied, to practise with.")
@click.option(
    "--today",
    type=DAY,
    metavar="DAY",
    help="The day, like 2024-05-01, from which rules hold. Without it, today.",
)
def command(folder: Path, answers: Path | None, like: Path | None, today) -> None:
    """Begin the repository of a new office in FOLDER.

    Asks what the office is called and where it is, and writes empty registers, pages with places to fill in, and the program.
    FOLDER must be empty, or not there yet. With --like nothing is asked.
    """
    from daylight.begin import office, program, writing_down

    if not writing_down.is_free(folder):
        click.echo(f"{folder} must be empty, or not there yet; something lies in it. Nothing was written.", err=True)
        sys.exit(1)
    try:
        of_program = program.files()
    except program.NoCheckout as e:
        raise click.UsageError(str(e)) from None
    day = (today.date() if today else date.today()).isoformat()
    own = office.copied(like) if like else office.files(_read(answers) if answers else _asked(), day)
    writing_down.write(folder, own, of_program, day)
    message, what = LIKE if like else EMPTY
    _next(folder, what, writing_down.commit(folder, message))


def _read(answers: Path) -> dict[str, str]:
    """The answers in a file; where something is wrong with them, that is said and nothing else happens."""
    from daylight.begin.answers import complete
    from daylight.sources import read_yaml

    entries, found = read_yaml(answers.as_posix(), answers.read_bytes())
    fields: Mapping[str, str] = {}
    for entry in entries:
        fields, wrong = complete(entry.texts, entry.lines, answers.as_posix())
        found += wrong
    if found:
        click.echo(f"{as_text(found)}Nothing was written.", err=True)
        sys.exit(1)
    return dict(fields)


def _asked() -> dict[str, str]:
    """The answers of a person. A question is asked again until its answer will do."""
    from daylight.begin.answers import QUESTIONS, answer

    given: dict[str, str] = {}
    for question in QUESTIONS:
        if not question.asked(given):
            continue
        while True:
            text = click.prompt(question.words, default=question.usual(given), show_default=bool(question.usual(given)))
            made, wrong = answer(question, text, given)
            if not wrong:
                break
            _say_wrong(wrong)
        given |= made
    return given


def _say_wrong(found: list[Finding]) -> None:
    for of in found:
        click.echo(f"  {of.sentence()[:1].upper()}{of.sentence()[1:]}.")


def _next(folder: Path, what: str, why: str) -> None:
    """What was made, and the three next steps; before them, what begins the history where that could not be done."""
    place = shlex.quote(folder.as_posix())
    click.echo(f"{readable(folder.as_posix())} is {what}, and the program.")
    if why:
        click.echo(f"Its history has not begun, because {why}. These lines do it, with your own name and address:")
        click.echo('  git config --global user.name "Your Name"; git config --global user.email "you@example.org"')
        click.echo(f"  cd {place}; git init --initial-branch=main; git config core.hooksPath {HOOKS}")
        click.echo('  git add --all; git commit --no-verify --message "Begin"')
    click.echo("Next:")
    click.echo(f"  1. cd {place}")
    click.echo("  2. make check    lists what is still to be done, such as the places in content/ that only you can fill in")
    click.echo("  3. make serve    shows the site; docs/guide/README.md says how to add the first award")
