"""Puts a finished site in the place of the old one, whole or not at all.

Everything is written beside the site first. Two renames then change the one for the other; a build that was stopped between
them is finished by the next.
"""

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path


class TwoMakers(Exception):
    """Two outputs want the same path: our mistake, never a contributor's."""


def recover(out: Path) -> None:
    """Finishes or undoes what a stopped build left behind."""
    old = out.with_name(out.name + ".old")
    if old.exists() and not out.exists():
        old.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(staging(out), ignore_errors=True)


def staging(out: Path) -> Path:
    """The folder beside the site in which the next one is prepared."""
    return out.with_name(out.name + ".next")


def write(folder: Path, outputs: Iterable[tuple[str, bytes]]) -> list[str]:
    """Writes outputs (path below `folder`, bytes) and returns their paths."""
    made = []
    for path, data in outputs:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        made.append(path)
    return made


def distinct(paths: list[str]) -> int:
    """How many paths there are; two equal ones raise TwoMakers."""
    if twice := [path for path, times in Counter(paths).items() if times > 1]:
        raise TwoMakers(twice[0])
    return len(paths)


def swap(out: Path) -> None:
    """Moves the prepared site in."""
    old = out.with_name(out.name + ".old")
    if out.exists():
        out.rename(old)
    staging(out).rename(out)
    shutil.rmtree(old, ignore_errors=True)
