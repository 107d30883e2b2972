"""Looks at what is about to enter the history, where it stays: nothing private and no unsafe place may."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from daylight.findings import Finding
from daylight.guard import commits, files
from daylight.guard.commits import Tree, Version
from daylight.guard.texts import caught, told

NOT_OURS = ("generator/", "tests/", "benchmarks/", "docs/guide/")  # the program, and invented private things to try it on
# The lines of a message that say who made a commit: those who sign are named in the history in any case.
_SIGNED = re.compile(r"^(?:Signed-off|Co-authored|Reviewed|Acked|Reported|Tested)-by:.*$", re.MULTILINE | re.IGNORECASE)
_NOT_SAID = re.compile(r"^# -+ >8 -+$.*|^#.*?$", re.MULTILINE | re.DOTALL)  # what git takes out of what was typed


class Caught(NamedTuple):
    """What must not enter the history, and the name of the commit that adds it, '' while none does."""

    finding: Finding
    commit: str = ""


def staged(folder: Path, today: str) -> list[Caught]:
    """What the next commit must not add, in the repository in which a folder lies. Paths are below that repository."""
    root = commits.root(folder)
    return look(commits.tree(root), commits.staged(root), today)


def between(folder: Path, first: str, last: str, today: str) -> list[Caught]:
    """What the commits after `first`, up to `last`, add and must not, also where a later one took it away again."""
    root = commits.root(folder)
    found = look(commits.tree(root, last), commits.between(root, first, last), today)
    said = commits.messages(root, first, last)
    return [*found, *(Caught(f, commit) for commit, words in said.items() for f in message(words))]


def everything(folder: Path, today: str) -> list[Caught]:
    """What the files of a repository hold as they are staged, whenever they were added."""
    root = commits.root(folder)
    tree = commits.tree(root)
    return look(tree, [Version(path, data) for path, data in tree.read(tree.blobs).items()], today)


def message(words: str) -> list[Finding]:
    """What is private in the message of a commit."""
    said = _SIGNED.sub("", words)
    return list(told("message", caught(said, refuge=True), "message of a commit"))


def typed(words: str) -> str:
    """A message as git takes it from what somebody typed, on the same lines."""
    return _NOT_SAID.sub(lambda found: "\n" * found[0].count("\n"), words)


def look(tree: Tree, versions: Iterable[Version], today: str) -> list[Caught]:
    """What is found in versions of files and was not there before, sorted. The tree holds what else there is."""
    homes: dict[str, list[Version]] = {}
    for version in versions:
        if not version.path.startswith(NOT_OURS):
            homes.setdefault(files.home_of(tree, version.path), []).append(version)
    found = (said for home, those in homes.items() for said in _of_office(files.Office(tree, home), those, today))
    return sorted(dict.fromkeys(found))


def _of_office(office: files.Office, versions: list[Version], today: str) -> Iterator[Caught]:
    ours = [version for version in versions if not office.has_released(version)]
    for version in ours:
        yield from (Caught(said, version.commit) for said in files.look(office, version))
    for commit in dict.fromkeys(version.commit for version in ours):
        changed = [v for v in ours if v.commit == commit and office.has_record(v.path)]
        if changed:
            yield from (Caught(said, commit) for said in _of_records(office, changed, today))


def _of_records(office: files.Office, changed: list[Version], today: str) -> Iterator[Finding]:
    from daylight.guard import records  # with all rules, which a change of prose does not need

    versions = {office.below(version.path): version for version in changed}
    now = {path: version.data for path, version in versions.items()}
    near = records.near(office.tree, office.home, now)
    before = records.look({path: v.before for path, v in versions.items() if v.before}, near, today)
    for said in files.new(records.look(now, near, today), before, versions):
        yield replace(said, path=office.home + said.path)
