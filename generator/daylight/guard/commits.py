"""What is about to enter the history of a repository, asked of git: files as they are staged, or as each commit adds them."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from daylight.git import ask

NO_BLOB = "160000"  # the mode of a submodule
NOBODY = "0" * 40


class Version(NamedTuple):
    """One file as it enters the history: its path in the repository, its bytes, and what they were before (b"" for a new one).

    `commit` is the name of the commit that adds it, and '' while it is only staged.
    """

    path: str
    data: bytes
    before: bytes = b""
    commit: str = ""


@dataclass(frozen=True)
class Tree:
    """All files of a repository as they are staged (`name` is ''), or at a commit: `blobs` by path."""

    repository: Path
    name: str
    blobs: Mapping[str, str]

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The bytes of some files by path. What is no file here is left out."""
        wanted = {path: self.blobs[path] for path in paths if path in self.blobs}
        data = _blobs(self.repository, wanted.values())
        return {path: data[blob] for path, blob in wanted.items() if blob in data}

    def naming(self, words: Iterable[str], folder: str) -> list[str]:
        """The paths of the files in a folder that hold one of some words as a whole word."""
        patterns = "\n".join(sorted(set(words)))
        if not patterns:
            return []
        where = ["--cached"] if not self.name else []
        how = ["grep", "-l", "-z", "-I", "-w", "-F", "-f", "-", *where, *filter(None, [self.name]), "--", folder]
        said = _git(self.repository, *how, put=patterns.encode(), may_end=(0, 1))
        return [path.removeprefix(f"{self.name}:") if self.name else path for path in said.split("\0") if path]


def root(folder: Path) -> Path:
    """The folder of the repository in which a folder lies."""
    return Path(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))


def tree(repository: Path, name: str = "") -> Tree:
    """All files at a commit, or as they are staged."""
    if name:
        rows = (row.partition("\t") for row in _git(repository, "ls-tree", "-r", "-z", "--full-tree", name).split("\0") if row)
        return Tree(repository, name, {path: said.split()[2] for said, _, path in rows if not said.startswith(NO_BLOB)})
    rows = (row.partition("\t") for row in _git(repository, "ls-files", "-s", "-z").split("\0") if row)
    return Tree(repository, name, {path: said.split()[1] for said, _, path in rows if not said.startswith(NO_BLOB)})


def staged(repository: Path) -> list[Version]:
    """The files that the next commit adds or changes."""
    said = _git(repository, "diff", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--diff-filter=d")
    return _versions(repository, [("", *change) for change in _changes(said.split("\0"))])


def between(repository: Path, first: str, last: str) -> list[Version]:
    """The files that each commit after `first`, up to `last`, adds or changes; of a merge, what is in none of its parents."""
    names = _git(repository, "rev-list", "--reverse", *_range(first, last))
    how = ("diff-tree", "--stdin", "-m", "-r", "-z", "--root", "--no-renames", "--no-abbrev", "--diff-filter=d")
    parts: dict[str, list[list[str]]] = {}
    for word in _git(repository, *how, put=names.encode()).split("\0"):
        if word[:40].isalnum() and len(word) >= 40 and "/" not in word and not word.startswith(":"):
            parts.setdefault(word[:40], []).append([])
        elif parts:
            next(reversed(parts.values()))[-1].append(word)
    changes = [(commit, *change) for commit, sections in parts.items() for change in _merged(sections)]
    return _versions(repository, changes)


def messages(repository: Path, first: str, last: str) -> dict[str, str]:
    """What each commit after `first`, up to `last`, says of itself, by its name."""
    said = _git(repository, "log", "-z", "--format=%H%n%B", *_range(first, last))
    return {commit: text for commit, _, text in (part.partition("\n") for part in said.split("\0") if part)}


def _range(first: str, last: str) -> list[str]:
    return [last] if first.strip("0") == "" and first else [f"{first}..{last}"]


def _merged(sections: list[list[str]]) -> list[tuple[str, str, str]]:
    """The changes of a commit: those that it makes to all of its parents."""
    first, *others = [{(path, new): old for path, old, new in _changes(words)} for words in sections]
    return [(path, old, new) for (path, new), old in first.items() if all((path, new) in other for other in others)]


def _changes(words: list[str]) -> Iterator[tuple[str, str, str]]:
    """The path, the blob before and the blob now of each change in what git says of them."""
    for said, path in zip(words[::2], words[1::2], strict=False):
        _, mode, old, new, _ = said.split(" ")
        if mode != NO_BLOB:
            yield path, old, new


def _versions(repository: Path, changes: list[tuple[str, str, str, str]]) -> list[Version]:
    data = _blobs(repository, (blob for _, _, *blobs in changes for blob in blobs if blob != NOBODY))
    return [Version(path, data[new], data.get(old, b""), commit) for commit, path, old, new in changes if new in data]


def _blobs(repository: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of blobs by name; those that are not there are left out."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    said, found, at = ask(repository, "cat-file", "--batch", put="\n".join(wanted).encode() + b"\n"), {}, 0
    for _ in wanted:
        end = said.index(b"\n", at)
        head, at = said[at:end].split(), end + 1
        if head[-1] != b"missing":
            size = int(head[2])
            found[head[0].decode()], at = said[at : at + size], at + size + 1
    return found


def _git(folder: Path, *words: str, put: bytes = b"", may_end: tuple[int, ...] = (0,)) -> str:
    return os.fsdecode(ask(folder, *words, put=put, may_end=may_end))
