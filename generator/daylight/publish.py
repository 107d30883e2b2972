"""Puts a finished site in the place of the old one.

What differs from the old site is written beside it first, and moved in at the end. A build that was stopped before the last
step leaves the old site as it was; one that was stopped during it is finished by the next build.
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path


class TwoMakers(Exception):
    """Two outputs want the same path: our mistake, never a contributor's."""


class Stage:
    """The folder beside the site `out` in which the next one is prepared, with a list of all its files once it is whole."""

    def __init__(self, out: Path):
        self.out = out
        self.folder = out.with_name(out.name + ".next")
        self.ready = out.with_name(out.name + ".ready")

    def recover(self) -> None:
        """Finishes what a stopped build had ready, and forgets what it had not."""
        if self.ready.exists():
            self._move_in(json.loads(self.ready.read_text("utf-8")))
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, outputs: Iterable[tuple[str, bytes]], always: bool = False) -> list[str]:
        """Writes those outputs (path below the site, bytes) that differ from the old site's, and returns all their paths."""
        made, before = [], self.out.exists() and not always
        out, folder = f"{self.out}/", f"{self.folder}/"
        for path, data in outputs:
            if not (before and _holds(out + path, data)):
                _write(folder + path, data)
            made.append(path)
        return made

    def publish(self, paths: list[str]) -> int:
        """Moves in what is prepared, deletes what is not among `paths`, and returns how many files the site has."""
        files = distinct(paths)
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.out.exists():
            self.folder.rename(self.out)
            return files
        written = self.ready.with_name(self.ready.name + ".part")
        written.write_text(json.dumps(sorted(paths)), "utf-8")
        written.rename(self.ready)
        self._move_in(paths)
        return files

    def _move_in(self, paths: list[str]) -> None:
        self.move()
        wanted = set(paths)
        self.delete(
            p for f in self.out.rglob("*") if not f.is_dir() and (p := f.relative_to(self.out).as_posix()) not in wanted
        )
        self.ready.unlink()

    def move(self) -> None:
        """Moves every prepared file to its place."""
        for file in [f for f in self.folder.rglob("*") if f.is_file()]:
            target = self.out / file.relative_to(self.folder)
            for above in reversed(target.relative_to(self.out).parents):
                if (self.out / above).is_file():
                    (self.out / above).unlink()
            if target.is_dir():
                shutil.rmtree(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
        shutil.rmtree(self.folder, ignore_errors=True)

    def delete(self, paths: Iterable[str]) -> None:
        """Deletes files of the site, and the folders that this leaves empty."""
        for path in list(paths):
            file = self.out / path
            file.unlink(missing_ok=True)
            for folder in file.parents:
                if folder == self.out or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()


def _holds(file: str, data: bytes) -> bool:
    try:
        with open(file, "rb") as old:  # noqa: PTH123 (a Path for each of so many files would take as long as the file)
            return old.read() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _write(file: str, data: bytes) -> None:
    try:
        new = open(file, "wb", 0)  # noqa: PTH123, SIM115
    except FileNotFoundError:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        new = open(file, "wb", 0)  # noqa: PTH123, SIM115
    with new:
        left = memoryview(data)
        while left:
            left = left[new.write(left) :]


def distinct(paths: list[str]) -> int:
    """How many paths there are; two equal ones raise TwoMakers."""
    if twice := [path for path, times in Counter(paths).items() if times > 1]:
        raise TwoMakers(twice[0])
    return len(paths)
