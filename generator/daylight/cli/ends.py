"""How every command ends where something other than a record is in its way: one line, and the number 1 or 2."""

import errno
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from daylight.findings import readable, shown

PART = re.compile(r"\..+\.part")  # what a file is called until all of it is written
STOPPED = "Stopped. Each file is as it was, or written whole."


class Commands(click.Group):
    """Commands of which none ends in a traceback because of its surroundings.

    With 2 ends what was typed wrongly; with 1 what somebody stops, and what the computer refuses, such as to write where
    one may only read. What a terminal cannot show is a question mark there.
    """

    def main(self, args: Sequence[str] | None = None, *rest, **more):
        """Runs what was typed. Not every shell knows ~ behind the = of make, as in OFFICE=~/our-office."""
        words = sys.argv[1:] if args is None else args
        return super().main([str(Path(word).expanduser()) if word.startswith("~/") else word for word in words], *rest, **more)

    def invoke(self, ctx: click.Context):
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except click.MissingParameter:
            raise
        except click.BadParameter as e:
            raise click.UsageError(_of(e), e.ctx) from None
        except OSError as e:
            if e.errno == errno.EPIPE:  # who reads has read enough, as in: make due | head
                raise
            raise click.ClickException(_refused(e)) from None
        except (EOFError, KeyboardInterrupt, click.Abort):
            click.echo(f"\n{STOPPED}", err=True)
            sys.exit(1)


def _of(wrong: click.BadParameter) -> str:
    """What must be, after the name of the argument or option that it is about."""
    of = wrong.param_hint or (wrong.param.get_error_hint(wrong.ctx) if wrong.param else "")
    name = (of if isinstance(of, str) else " or ".join(of)).translate(str.maketrans("", "", "'[]."))
    said = wrong.message[:1].lower() + wrong.message[1:]
    return f"{name}: {said}" if name else said


def _refused(by: OSError) -> str:
    """Which file the computer refuses, and its own words for why."""
    file = Path(str(by.filename or ""))
    if PART.fullmatch(file.name):
        file = file.with_name(file.name[1:].removesuffix(".part"))
    with suppress(ValueError, OSError):
        file = file.relative_to(Path.cwd())
    why, name = shown(by.strerror or str(by)), readable(file.as_posix()) if by.filename else "A file"
    return f"{name} must be one that you may read and write, and the computer says: {why}."
