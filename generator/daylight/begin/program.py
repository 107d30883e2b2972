"""Which files of an office's repository are the program's, and what each of them was: generator/files.sha256."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from daylight import __file__ as PACKAGE
from daylight import __version__

ROOT = Path(PACKAGE).parents[2]  # the folder from which this program runs
MANIFEST = "generator/files.sha256"
OWN = Path(__file__).with_name("program")  # files that an office's repository has, and this one has otherwise or not at all
FOLDERS = ("generator", "docs/guide", ".githooks", ".github")
FILES = ("Makefile", "requirements.txt", ".editorconfig", "docs/leak.md")
RENAMED = {"LICENSE": "generator/LICENSE"}
# What this repository's own people need, and what an office has of its own or makes for itself.
LEFT = (MANIFEST, "generator/LICENSE", ".github/dependabot.yml", ".github/ISSUE_TEMPLATE/", ".github/workflows/test.yml")
LEFT_NAMES = frozenset({"__pycache__", ".DS_Store"})


class NoCheckout(Exception):
    """The program does not run from a folder that holds all of it. The text says what to do."""


def files(root: Path = ROOT) -> dict[str, Path]:
    """Where each file of the program lies, by the path that it has in an office's repository."""
    if not (root / "Makefile").is_file() or not (root / "generator/daylight").is_dir():
        raise NoCheckout("a new office gets a copy of the program, so this must run from a folder that holds all of Daylight")
    found = {path: root / path for folder in FOLDERS for path in _below(root, folder)}
    found |= {path: root / path for path in FILES if (root / path).is_file()}
    found |= {to: root / path for path, to in RENAMED.items() if (root / path).is_file()}
    if (root / MANIFEST).is_file():  # an office's own copy of the program has its licence in the place where it belongs
        found["generator/LICENSE"] = root / "generator/LICENSE"
    of_own = (path for path in OWN.rglob("*.*") if path.is_file() and path.suffix != ".pyc")
    found |= {path.relative_to(OWN).as_posix(): path for path in of_own}
    return dict(sorted(found.items()))


def _below(root: Path, folder: str) -> Iterator[str]:
    """The paths of the program's files in a folder, links and what a run leaves behind not among them."""
    for here, below, names in os.walk(root / folder):
        below[:] = (name for name in below if name not in LEFT_NAMES and not name.endswith(".egg-info"))
        for name in names:
            path = (Path(here) / name).relative_to(root).as_posix()
            if name not in LEFT_NAMES and not name.endswith(".pyc") and not path.startswith(LEFT):
                yield path


def sums(of: Mapping[str, Path]) -> dict[str, str]:
    """The SHA-256 of each file by its path."""
    return {path: sum_of(file) for path, file in of.items()}


def sum_of(file: Path) -> str:
    """The SHA-256 of a file; '' where there is none. In a text, line ends of Windows are taken for those of everybody else."""
    if not file.is_file():
        return ""
    data = file.read_bytes()
    return hashlib.sha256(data if b"\0" in data else data.replace(b"\r\n", b"\n")).hexdigest()


def named(of: Mapping[str, str], version: str = __version__) -> str:
    """What a program of these sums is called, like 0.1.0+3fa92c1b. What follows the + changes with every one of its files."""
    return f"{version}+{hashlib.sha256(_lines(of).encode()).hexdigest()[:8]}"


def manifest(of: Mapping[str, str], version: str = __version__) -> str:
    """The text of generator/files.sha256, which `sha256sum --check` reads too."""
    return f"# The files of Daylight {named(of, version)}\n{_lines(of)}"


def _lines(of: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(of.items()))


def recorded(folder: Path) -> tuple[str, dict[str, str]]:
    """What the program in an office's repository is called, and the sum that each of its files had; '' and none where nothing
    says so."""
    file = folder / MANIFEST
    first, *lines = file.read_text("utf-8").splitlines() if file.is_file() else [""]
    rows = (line.partition("  ") for line in lines)
    return first.rpartition(" ")[2], {path: digest for digest, _, path in rows if path}
