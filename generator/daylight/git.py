"""Asks git about a repository. The only place that runs it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


class NoAnswer(Exception):
    """Git is not there, or could not do what it was asked. The text says why, in one line."""


def ask(
    folder: Path,
    *words: str,
    put: bytes = b"",
    environ: Mapping[str, str | None] | None = None,
    may_end: tuple[int, ...] = (0,),
) -> bytes:
    """What git prints when it is run in a folder with some words, and `put` is typed to it; else a NoAnswer.

    `environ` changes variables for git alone; None takes one away. `may_end` are the numbers with which git may end.
    """
    variables = {name: value for name, value in (os.environ | (environ or {})).items() if value is not None}
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], input=put, capture_output=True, check=False, env=variables)
    except OSError as e:
        raise NoAnswer("git is not there") from e
    if done.returncode not in may_end:
        raise NoAnswer(next(iter(os.fsdecode(done.stderr).strip().splitlines()), "git could not answer"))
    return done.stdout


def told(folder: Path, *words: str, put: bytes = b"", environ: Mapping[str, str | None] | None = None) -> str:
    """What git prints as text, '' where there is no answer."""
    try:
        return os.fsdecode(ask(folder, *words, put=put, environ=environ))
    except NoAnswer:
        return ""
