"""Brings the program in an office's repository up to date: exactly the program's files, and none that the office changed."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from daylight.begin.program import MANIFEST, manifest, recorded, sum_of, sums

KEEP, REPLACE = "keep", "replace"  # what is done with a file of the program that the office changed
NEW, YOURS = ".new", ".yours"  # the ends of the names of what is laid beside


class Refused(Exception):
    """Nothing was written. The text says why, and what to do."""


@dataclass(frozen=True)
class Plan:
    """What an upgrade would do, by paths: write what is new or newer, delete what is gone, leave what is as it should be.

    `changed` are files of the program that are not as the program left them, and `taken_away` those that the office deleted.
    `source` is where the new file of each path lies, and `sums` what it is.
    """

    version: str
    source: Mapping[str, Path]
    sums: Mapping[str, str]
    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    taken_away: list[str] = field(default_factory=list)


def plan(folder: Path, source: Mapping[str, Path]) -> Plan:
    """What the files of a newer program would change in an office's repository. Nothing is written."""
    version, before = recorded(folder)
    if not before:
        raise Refused(f"{folder} must be a repository that daylight init made; there is no {MANIFEST} in it")
    after = sums(source)
    made = Plan(version, source, after)
    for path in sorted(before.keys() | after.keys()):
        _is_within(folder, path)
        old, new, now = before.get(path, ""), after.get(path, ""), sum_of(folder / path)
        if now == new:
            continue
        if now not in (old, ""):
            made.changed.append(path)
        elif not new:
            made.deleted.append(path)
        elif now:
            made.replaced.append(path)
        elif old and not path.startswith("generator/"):
            made.taken_away.append(path)
        else:
            made.added.append(path)
    return made


def _is_within(folder: Path, path: str) -> None:
    if not (folder / path).parent.resolve().is_relative_to(folder.resolve()) or (folder / path).is_symlink():
        raise Refused(f"{path} must lie in {folder}, and a link leads elsewhere")


def carry_out(folder: Path, of: Plan, changed: str) -> list[str]:
    """Does what is planned, and returns the paths that were laid beside changed files.

    `changed` is KEEP (theirs stays, the new one is laid beside it) or REPLACE (theirs is laid beside the new one). An upgrade
    that was stopped is finished by the next one.
    """
    beside = [f"{path}{NEW if changed == KEEP else YOURS}" for path in of.changed if path in of.source or changed == REPLACE]
    if taken := [path for path in beside if (folder / path).exists()]:
        raise Refused("These are there from an earlier upgrade, and must be read and deleted first:\n" + "\n".join(taken))
    for path in of.changed:
        if changed == REPLACE:
            (folder / path).replace(folder / f"{path}{YOURS}")
        if path in of.source:
            copy(of.source[path], folder / (path if changed == REPLACE else f"{path}{NEW}"))
    for path in (*of.added, *of.replaced):
        copy(of.source[path], folder / path)
    for path in of.deleted:
        _delete(folder, path)
    write_manifest(folder, of.sums)
    return beside


def copy(file: Path, to: Path) -> None:
    """Copies a file to its place in one step, so that a stopped copy leaves what was there."""
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(f"{to.name}.part")
    shutil.copyfile(file, part)
    shutil.copymode(file, part)
    part.replace(to)


def write_manifest(folder: Path, of: Mapping[str, str]) -> None:
    """Writes what the files of the program are, last of all."""
    (folder / MANIFEST).write_text(manifest(of), "utf-8")


def _delete(folder: Path, path: str) -> None:
    """Deletes a file, and the folders above it that are then empty."""
    (folder / path).unlink(missing_ok=True)
    for above in list((folder / path).relative_to(folder).parents)[:-1]:
        if (folder / above).is_dir() and not any((folder / above).iterdir()):
            (folder / above).rmdir()
