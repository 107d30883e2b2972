"""Asks git what lies between two commits, and lays out their files. Nothing of them is run, no filter and no link followed."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from daylight.git import told

ADDED, CHANGED, WITHDRAWN = "added", "changed", "withdrawn"
OFFICE = ("data", "content", "mkdocs.yml")
OTHER = "; name one that is, like: make review RANGE=HEAD~1.."
_HOW = {"A": ADDED, "D": WITHDRAWN}
_PLAIN = ("-c", "core.symlinks=false", "-c", "core.autocrlf=false", "-c", "checkout.workers=4")


class NoRange(Exception):
    """The two commits cannot be compared. The text says why, and what to type instead."""


class Touched(NamedTuple):
    """A file that differs: its path below the root of the repository, and whether it was added, changed or withdrawn."""

    path: str
    how: str


@dataclass(frozen=True)
class Span:
    """What is compared: from where the two commits parted to the second, which is '' for the files as they lie on disk.

    `root` is that of the repository, `prefix` the path of the office below it, '' or one that ends in a slash. `day` is the
    ISO day of the second commit, and `files` are all that differ, sorted.
    """

    root: Path
    prefix: str
    base: str
    head: str
    day: str
    files: tuple[Touched, ...]

    def inside(self) -> list[Touched]:
        """The files of the office that differ, by their paths below the office."""
        cut = len(self.prefix)
        return [file._replace(path=file.path[cut:]) for file in self.files if file.path.startswith(self.prefix)]


def span(office: Path, said: str) -> Span:
    """What "BASE..HEAD" means in the repository of an office; without HEAD, the files on disk. Else a NoRange says why."""
    base, dots, head = said.replace("...", "..").partition("..")
    if not base or not dots:
        raise NoRange(f'the two commits must be written like main..HEAD, not "{said}"; main.. compares with the files on disk')
    if not (top := told(office, "rev-parse", "--show-toplevel").rstrip("\n")):
        raise NoRange(f"{office} must be in a git repository, and it is in none")
    root, prefix = Path(top), told(office, "rev-parse", "--show-prefix").rstrip("\n")
    old, new = (_commit(root, name) for name in (base, head or "HEAD"))
    parted = told(root, "merge-base", old, new).split()
    if not parted:
        raise NoRange(f"{base} and {head or 'HEAD'} must have a commit in common, and none is here{_short(root)}")
    day = told(root, "log", "-1", "--format=%cs", new).strip()
    return Span(root, prefix, parted[0], new if head else "", day, _touched(root, parted[0], new if head else ""))


def _commit(root: Path, name: str) -> str:
    """The whole name of a commit."""
    if found := told(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip():
        return found
    raise NoRange(f'there must be a commit "{name}", and there is none here{_short(root)}')


def _short(root: Path) -> str:
    """What to do, also where the history is cut short."""
    short = told(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    return "; this copy holds only a part of the history, so get the rest: git fetch --unshallow" if short else OTHER


def _touched(root: Path, base: str, head: str) -> tuple[Touched, ...]:
    how = ("--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
    texts = told(root, "diff", *how, base, *([head] if head else []), "--").split("\0")
    found = {path: _HOW.get(about[-1], CHANGED) for about, path in zip(texts[::2], texts[1::2], strict=False)}
    if not head:  # git does not know of these yet
        found |= dict.fromkeys(filter(None, told(root, "ls-files", "-z", "-o", "--exclude-standard").split("\0")), ADDED)
    return tuple(Touched(*of) for of in sorted(found.items()))


def names(span: Span, commit: str) -> list[str]:
    """The files in a commit of which the site of the office is made, by their paths below the office."""
    places = [f"{span.prefix}{name}" for name in OFFICE]
    said = told(span.root, "ls-tree", "-r", "-z", "--name-only", commit, "--", *places).split("\0")
    return [name[len(span.prefix) :] for name in said if name]


def offices(span: Span) -> list[str]:
    """The folders of other offices in the repository, each with a slash at its end; none where this one is all of it."""
    said = [told(span.root, "ls-tree", "-r", "-z", "--name-only", of) for of in (span.base, span.head or "HEAD")]
    end = "/data/publisher.yml"
    found = {name.removesuffix(end) + "/" for names in said for name in names.split("\0") if name.endswith(end)}
    return sorted(found - {span.prefix})


def lies_here(span: Span) -> bool:
    """Whether the files of the office on disk are those of the second commit, to the byte and without a link."""
    if not span.head or told(span.root, "rev-parse", "HEAD").strip() != span.head:
        return False
    places = [f"{span.prefix}{name}" for name in OFFICE]
    said = told(span.root, "ls-files", "-s", "-v", "-z", "--", *places).split("\0")
    plain = all(line.startswith(("H 100644 ", "H 100755 ")) for line in said if line)
    return plain and told(span.root, "status", "--porcelain", "--ignored", "--", *places) == ""


def lay_out(span: Span, commit: str, paths: list[str], folder: Path) -> Path:
    """Writes files of a commit, by their paths below the office, into a folder, and returns the office in it.

    A link becomes a file that holds where it leads. A path that git would not check out is not written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    environ = {"GIT_INDEX_FILE": str(folder.with_name(f"{folder.name}.index"))}
    told(span.root, "read-tree", commit, environ=environ)
    said = "".join(f"{span.prefix}{path}\0" for path in paths)
    told(
        span.root,
        *_PLAIN,
        "checkout-index",
        "-q",
        "-z",
        "--stdin",
        f"--prefix={folder}/",
        environ=environ,
        put=os.fsencode(said),
    )
    return folder / span.prefix
