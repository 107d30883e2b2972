"""The releases of an office: folders data/releases/<ISO day>/ that hold what was published, and never change.

Each has a manifest.json, which says its version, its commit and every file; SHA256SUMS, by which `sha256sum --check` finds
what is no longer as it was; and the list of what changed since the release before.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = "data/releases"
SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
PACKAGE = "datapackage.json"
CHANGES = "changes.json"
PARTS = (MANIFEST, PACKAGE, CHANGES)  # without which nothing can be made of a release


@dataclass(frozen=True)
class Release:
    """One release: its ISO day, its folder, and its manifest, which is empty where it cannot be read."""

    day: str
    folder: Path
    manifest: Mapping = field(default_factory=dict, hash=False)

    @property
    def version(self) -> str:
        return str(self.manifest.get("version", ""))

    @property
    def path(self) -> str:
        """Where it lies: below the office, and below the root of the site."""
        return f"{FOLDER}/{self.day}/"

    def read(self, name: str) -> bytes:
        """A file of it, by its path below the folder."""
        return (self.folder / name).read_bytes()

    def sums(self) -> dict[str, str]:
        """The SHA-256 of each file by its path below the folder, as the release says; empty where that cannot be read."""
        try:
            return read_sums(self.read(SUMS).decode())
        except (OSError, ValueError):
            return {}

    def seal(self) -> str:
        """The SHA-256 of its list of sums, which stands for the whole release; '' where there is none."""
        return hash_of(self.folder / SUMS)


def releases(office: Path) -> tuple[Release, ...]:
    """The releases of an office, oldest first."""
    return tuple(Release(path.name, path, _manifest(path)) for path in _folders(office) if not taken_out(path))


def taken_out(folder: Path) -> bool:
    """Whether a release was taken out, because something in it must not be public: its manifest alone is left, and says so.

    It then says its `version`, which no other release may have, and the day on which it was `taken_out`; nothing else of it.
    """
    return "taken_out" in _manifest(folder)


def last_version(office: Path) -> str:
    """The highest version that a release of an office ever had, '' where there was none."""
    versions = [str(_manifest(path).get("version", "")) for path in _folders(office)]
    return max(versions, key=numbers, default="")


def numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, by which versions are ordered."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _folders(office: Path) -> list[Path]:
    return sorted(path for path in (office / FOLDER).glob("[0-9]*") if path.is_dir())


def read_sums(text: str) -> dict[str, str]:
    """The sums of a file as `sha256sum` writes it, by path."""
    pairs = (line.split(maxsplit=1) for line in text.splitlines() if line)
    return {name.removeprefix("*"): sum for sum, name in pairs}


def written_sums(sums: Mapping[str, str]) -> bytes:
    """Sums by path as `sha256sum --check` reads them, sorted by path."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()


def wrong(release: Release) -> Iterator[tuple[str, str]]:
    """The files of a release that are not as it says, each with what is wrong: `missing`, `changed` or `unlisted`."""
    sums = release.sums()
    there = _files(release.folder)
    for name in sorted(sums.keys() | there):
        if name not in there:
            yield name, "missing"
        elif name not in sums:
            if name != SUMS and not any(part.startswith(".") for part in name.split("/")):
                yield name, "unlisted"
        elif hash_of(f"{release.folder}/{name}") != sums[name]:
            yield name, "changed"


def hash_of(path: str | Path) -> str:
    """The SHA-256 of a file, '' where there is none. It is read again only after it was written again."""
    try:
        about = os.stat(path)  # noqa: PTH116 (a Path for each of so many files would take longer than the rest)
        return _hash(str(path), about.st_size, about.st_mtime_ns)
    except OSError:
        return ""


@lru_cache(maxsize=100_000)
def _hash(path: str, size: int, written: int) -> str:
    with open(path, "rb") as file:  # noqa: PTH123
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path) -> set[str]:
    """The files below a folder by their paths in it."""
    cut = len(f"{folder}/")
    return {f"{above}/{name}"[cut:].replace(os.sep, "/") for above, _, names in os.walk(folder) for name in names}


def _manifest(folder: Path) -> dict:
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
