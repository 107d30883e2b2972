"""The command `daylight guard`."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import ANY_FOLDER_OPTION, TODAY, day_of, format_option

WAYS = "Name commits like main..HEAD, or one of --staged, --all and --message; not two of them."
AGAIN = "Put this right, add the files again (git add) and commit again."
REWORD = "Nothing was committed. Write the message anew without it, and commit again."
LEFT = (
    "These commits must not be pushed or merged as they are: what they hold stays in them, also when a later one deletes it."
)
LEAK = "docs/leak.md says what to do about what is in the history already."


@click.command("guard")
@click.argument("commits", metavar="[BASE..HEAD]", required=False)
@click.option("--staged", is_flag=True, help="Look at what the next commit adds. This is what is done without any option.")
@click.option("--all", "everything", is_flag=True, help="Look at all files, whenever they were added.")
@click.option("--message", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Look at a commit's message.")
@click.option("--quiet", is_flag=True, help="Say nothing when nothing is found.")
@format_option("json", "github")
@ANY_FOLDER_OPTION
@TODAY
def command(
    commits: str | None,
    staged: bool,
    everything: bool,
    message: Path | None,
    quiet: bool,
    form: str,
    office: Path,
    today: datetime | None,
) -> None:
    """Say what private or unsafe thing is about to enter the history.

    BASE..HEAD looks at each commit after BASE up to HEAD, as in main..HEAD. What is found is never repeated. Ends with 0 when
    nothing is found, and with 1 when something is.
    """
    from daylight import guard
    from daylight.git import NoAnswer

    if bool(commits) + staged + everything + bool(message) > 1:
        raise click.UsageError(WAYS)
    if commits and (".." not in commits or "..." in commits or commits.startswith("-")):
        raise click.UsageError(f'commits are named like main..HEAD; "{commits}" is not')
    try:
        day = day_of(office, today)
        if message:
            found = [guard.Caught(said) for said in guard.message(guard.typed(message.read_text("utf-8", "replace")))]
        elif commits:
            first, _, last = commits.partition("..")
            found = guard.between(office, first or "HEAD", last or "HEAD", day)
        else:
            found = guard.everything(office, day) if everything else guard.staged(office, day)
    except NoAnswer as e:
        raise click.UsageError(f"git cannot tell what to look at: {e}") from None
    if found or not quiet:
        click.echo(FORMATS[form](found, REWORD if message else LEFT if commits else AGAIN), nl=False)
    sys.exit(bool(found))


def _text(found: list, then: str) -> str:
    lines = [f"{_place(of)}: {_rule(of)}{of.finding.sentence()}" for of in found]
    things = f"{len(found)} {'thing' if len(found) == 1 else 'things'} must not enter the history."
    return "\n".join([*lines, "", f"{things} {then}", LEAK, ""]) if found else "Nothing private found.\n"


def _place(of) -> str:
    from daylight.findings import readable

    commit = f" (commit {of.commit[:10]})" if of.commit else ""
    return f"{readable(of.finding.path)}:{of.finding.line}{commit}"


def _rule(of) -> str:
    """The rule that an exception can explain."""
    from daylight.findings import ERROR

    return f"{of.finding.rule}: " if of.finding.severity != ERROR else ""


def _github(found: list, _then: str) -> str:
    from dataclasses import replace

    from daylight.findings import ERROR
    from daylight.formats import as_github

    return as_github(replace(of.finding, severity=ERROR) for of in found)


def _json(found: list, _then: str) -> str:
    from daylight.formats import as_json

    rows = [json.loads(as_json([of.finding]))[0] | {"commit": of.commit} for of in found]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": _text, "github": _github, "json": _json}
