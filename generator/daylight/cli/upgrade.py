"""The command `daylight upgrade`."""

import sys
from pathlib import Path

import click

CHOICE = """Nothing was written. Say what is to become of them, behind what you typed:
  CHANGED=keep      yours stay, and the new ones are laid beside them, ending in .new (daylight: --keep)
  CHANGED=replace   the new ones take their places, and yours end in .yours (daylight: --replace)"""


@click.command("upgrade")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--keep", "changed", flag_value="keep", help="Your changed files of the program stay; the new lie beside them.")
@click.option("--replace", "changed", flag_value="replace", help="The new files take their places; yours lie beside them.")
def command(folder: Path, changed: str | None) -> None:
    """Give the office in FOLDER this newer program.

    Replaces the files of the program, which generator/files.sha256 names, and never touches yours: records, pages, menu. Where
    you changed a file of the program, it is named, and nothing is written until you say what is to become of it.
    """
    from daylight.begin import program, upgrade

    if folder.resolve() == program.ROOT.resolve():
        raise click.UsageError(f"{folder} holds the program that runs; run this from a newer copy of Daylight")
    try:
        of = upgrade.plan(folder, program.files())
        if of.changed and not changed:
            _ask(of.changed)
        beside = upgrade.carry_out(folder, of, changed or upgrade.KEEP)
    except program.NoCheckout as e:
        raise click.UsageError(str(e)) from None
    except upgrade.Refused as e:
        click.echo(f"{e}\nNothing was written.", err=True)
        sys.exit(1)
    counts = [(len(of.replaced), "replaced"), (len(of.added), "added"), (len(of.deleted), "deleted")]
    said = ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing to change"
    name = program.named(of.sums)
    click.echo(f"The program is now Daylight {name} (it was {of.version}): {said}. Your own files are as they were.")
    for path in of.taken_away:
        click.echo(f"  {path}: you took it away, and it stays away")
    for path in beside:
        click.echo(f"  {path}: compare it with the file beside it, then delete it")
    click.echo("Next: make forms, make editors, make check and make site; look at the site, then commit.")


def _ask(paths: list[str]) -> None:
    """Names the files of the program that the office changed, and ends: it is for a person to say what becomes of them."""
    click.echo("These files of the program are not as it left them:", err=True)
    click.echo("".join(f"  {path}\n" for path in paths) + CHOICE, err=True)
    sys.exit(1)
