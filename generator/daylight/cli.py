"""The command `daylight` and its parts. Here, and nowhere further in, stand the clock and the terminal."""

import gc
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from daylight import __version__, new
from daylight.findings import ERROR, FORMATS, as_text, readable, shown, words
from daylight.frame import FrameError
from daylight.releases import FOLDER
from daylight.schema import KINDS, load_schemas

ADDRESS = click.option(
    "--address",
    metavar="URL",
    help="Where the site will be published. Without it, the address that data/publisher.yml gives.",
)
OFFICE = click.argument("office", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day, like 2024-05-01, that decides what is open. Without it, the day of the last commit.",
)


def _today(office: Path, given: datetime | None) -> str:
    from daylight.history import last_commit

    if given:
        return given.date().isoformat()
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            text = f'SOURCE_DATE_EPOCH must be a number of seconds since 1970, like 1714651200, not "{shown(epoch)}"'
            raise click.UsageError(text) from None
    return last_commit(office) or date.today().isoformat()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="daylight")
def main() -> None:
    """Publish what an office does with public money.

    OFFICE is the folder that holds data/ and content/. Without it, the folder you are in.
    """


def _progress(text: str) -> None:
    """Shows on one line of a terminal what is being done; '' clears it. Says nothing in a log."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text}", err=True, nl=False)


@main.command()
@OFFICE
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="text", help="How to print what is found.")
@TODAY
def check(office: Path, form: str, today: datetime | None) -> None:
    """Say what must be put right in the records.

    Nothing is written. Ends with 0 when nothing must be fixed, and with 1 when something must.
    """
    from daylight.build import check as run

    gc.disable()  # the program ends before a collection would be of use
    _progress("Reading and checking the records…")
    _, found = run(office.resolve(), _today(office, today))
    _progress("")
    click.echo(FORMATS[form](found), nl=False)
    sys.exit(any(f.severity == ERROR for f in found))


@main.command()
@OFFICE
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes. Without it, OFFICE/site.")
@TODAY
@ADDRESS
def build(office: Path, out: Path | None, today: datetime | None, address: str | None) -> None:
    """Make the site.

    With an error in the records nothing is published, and the site that was there stays.
    """
    from daylight.build import build as run
    from daylight.publish import refusal

    office, out = office.resolve(), (out or office / "site").resolve()
    if why := refusal(office, out):
        raise click.BadParameter(f"the folder of the site {why}: {out}", param_hint="--out")
    gc.disable()  # the program ends before a collection would be of use
    try:
        built = run(office, out, _today(office, today), _progress, address or "")
    except FrameError as e:
        _progress("")
        click.echo(f"{e}\nNothing was published.", err=True)
        sys.exit(1)
    _progress("")
    click.echo(as_text(built.findings), nl=False)
    click.echo(f"Published {built.files} files." if built.published else "Nothing was published.")
    sys.exit(not built.published)


@main.command()
@OFFICE
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The number behind the address in the browser. With 0, any that is free.",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day to show. Without it, today.")
def serve(office: Path, port: int, today: datetime | None) -> None:
    """Show the site, and anew after every save.

    It can be seen on this machine only, until you press Ctrl and C.
    """
    from daylight.serve import NoPort
    from daylight.serve import serve as run

    day = today.date() if today else date.today()
    try:
        run(office.resolve(), day.isoformat(), port, click.echo)
    except NoPort as e:
        click.echo(str(e), err=True)
        sys.exit(1)
    except (KeyboardInterrupt, FrameError) as e:
        click.echo(str(e))


@main.command()
@OFFICE
def describe(office: Path) -> None:
    """Describe the CSV tables of data/ for other programs.

    To be run after a table or a column was added. Writes data/datapackage.json, which Frictionless and other tools read.
    """
    from daylight import describe as tables
    from daylight.load import files

    if not (office / "data").is_dir():
        raise click.BadParameter("an office must have a folder data, and there is none here", param_hint="OFFICE")
    path = office / tables.PACKAGE
    path.write_bytes(tables.describe(office, load_schemas(), files(office)))
    click.echo(f"Wrote {tables.PACKAGE}.")


@main.command()
@OFFICE
@TODAY
@ADDRESS
def release(office: Path, today: datetime | None, address: str | None) -> None:
    """Freeze what is published today as a release.

    Writes a folder data/releases/DAY with the tables, what changed since the last release, and the sums of all files. Commit
    it: it never changes. Without a change since the last release nothing is written.
    """
    from daylight.freeze import freeze

    gc.disable()  # the program ends before a collection would be of use
    _progress("Reading and checking the records…")
    done = freeze(office.resolve(), _today(office, today), address or "")
    _progress("")
    if done.why_not:
        click.echo(done.why_not)
    elif done.folder:
        said = ", ".join(f"{count:,} {change}" for change, count in done.counts.items())
        click.echo(f"Wrote release {done.version} into {done.folder}" + (f" (records: {said})." if said else "."))
        click.echo(f'Now commit it: git add {FOLDER} && git commit -m "Release {done.version}"')
    else:
        click.echo(as_text(done.findings) + "Nothing was written.")
    sys.exit(not done.right)


@main.command()
@click.argument("place", metavar="URL-OR-FOLDER")
def verify(place: str) -> None:
    """Check a published site against its manifest.

    URL-OR-FOLDER is the address of the site, or a folder such as site/. Every download is read. Ends with 0 when all are as
    they were published, and with 1 when something is missing or altered.
    """
    from daylight.verify import verify as run

    if not place or ("://" not in place and not Path(place).is_dir()):
        raise click.BadParameter(
            f"{place} is no folder, and no address like https://data.example.org/", param_hint="URL-OR-FOLDER"
        )
    if "://" in place and not place.startswith(("http://", "https://")):
        raise click.BadParameter("an address must begin with http:// or https://", param_hint="URL-OR-FOLDER")
    _progress("Reading every file…")
    found = run(place)
    _progress("")
    click.echo(found.text())
    sys.exit(bool(found.why_not or found.wrong))


@main.command("new")
@click.argument("kind", type=click.Choice([k for k in KINDS if k != "publisher"]), required=False)
@click.argument("key", required=False)
@click.option(
    "--office", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The office's folder."
)
def new_record(kind: str | None, key: str | None, office: Path) -> None:
    """Begin a record of a KIND under a KEY.

    A KIND is one such as award, and a KEY one such as sy-2023-041. Asks for what is not given. In the file that it writes,
    replace the examples.
    """
    kinds = new_record.params[0].type
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
