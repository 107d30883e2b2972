"""The command `daylight review`."""

import gc
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from daylight.cli.options import ADDRESS, OFFICE, TODAY, day_of, format_option, progress
from daylight.findings import ERROR
from daylight.formats import as_github


@click.command("review")
@click.argument("commits", metavar="BASE..HEAD")
@OFFICE
@format_option("markdown", "json", "github")
@click.option(
    "--preview",
    metavar="DIRECTORY",
    type=click.Path(path_type=Path),
    help="A folder for the pages that change, to open from disk.",
)
@click.option("--preview-link", metavar="URL", default="", help="Where that preview can be had, for a link to it.")
@click.option("--repository", metavar="URL", default="", help="The address of the repository, for links to its files.")
@TODAY
@ADDRESS
def command(
    commits: str,
    office: Path,
    form: str,
    preview: Path | None,
    preview_link: str,
    repository: str,
    today: datetime | None,
    address: str | None,
) -> None:
    """Say what a change does, and what must be fixed in it.

    BASE..HEAD are two commits, such as main..HEAD; main.. compares with the files on disk. What was done since HEAD left BASE
    is looked at. Ends with 0 when the change brings nothing that must be fixed, and with 1 when it does. It does so also when
    something private stands in one of its commits.
    """
    from daylight.review import NoRange, review, span

    gc.disable()  # the program ends before a collection would be of use
    office = office.resolve()
    try:
        at = span(office, commits)
    except NoRange as e:
        raise click.UsageError(str(e)) from None
    day = day_of(office, today) if today or not at.head else at.day
    show = _shows(at, preview, day, address or "") if preview else None
    report = review(at, office, day, address or "", show, progress)
    progress("")
    report = replace(report, previewed=report.previewed or bool(preview_link))
    click.echo(_written(report, form, repository, preview_link), nl=False)
    sys.exit(bool(report.leaks) or any(f.severity == ERROR for f in report.findings))


def _shows(at, folder: Path, day: str, address: str):
    from daylight.review.preview import preview, refusal

    if why := refusal(folder):
        raise click.BadParameter(why, param_hint="--preview")
    return lambda both, report: preview(both, report, folder, progress)


def _written(report, form: str, repository: str, preview_link: str) -> str:
    from daylight.review.as_json import as_json
    from daylight.review.markdown import Where, markdown
    from daylight.review.text import text

    if form == "github":
        return as_github(replace(f, path=report.place(f.path)) for f in report.findings)
    if form == "markdown":
        return markdown(report, Where(repository, preview_link))
    return as_json(report) if form == "json" else text(report)
