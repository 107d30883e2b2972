"""Puts a finished site in the place of the old one.

What differs from the old site is written beside it first, and moved in at the end. A build that was stopped before the last
step leaves the old site as it was; one that was stopped during it is finished by the next build. Files and folders whose names
begin with a dot, such as .git, are not ours and are never deleted.
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

LARGE = 1_000_000
SITE = ("index.html", "data/datapackage.json")  # what every site has


class TwoMakers(Exception):
    """Two outputs want the same path: our mistake, never a contributor's."""


class Stage:
    """The folder beside the site `out` in which the next one is prepared, with a list of all its files once it is whole."""

    def __init__(self, out: Path):
        self.out = out
        self.folder = out.with_name(out.name + ".next")
        self.ready = out.with_name(out.name + ".ready")
        self.large: dict[str, bytes] = {}  # what was written last, to know it again without reading it

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
            made.append(path)
            if before and self.large.get(path) is data:
                continue
            if len(data) > LARGE:
                self.large[path] = data
            if not (before and _holds(out + path, data)):
                _write(folder + path, data)
        return made

    def lying(self, folder: str) -> list[str]:
        """The paths of the files in a folder of the old site, without those in folders below it and without hidden ones."""
        return [f"{folder}{file.name}" for file in (self.out / folder).glob("[!.]*") if file.is_file()]

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
        self.delete(path for path in _files(self.out) if path not in wanted)
        self.ready.unlink()

    def move(self) -> None:
        """Moves every prepared file to its place."""
        for file in [f for f in self.folder.rglob("*") if f.is_file()]:
            target = self.out / file.relative_to(self.folder)
            for above in reversed(target.relative_to(self.out).parents):
                if (self.out / above).is_file():
                    (self.out / above).unlink()
            if target.is_dir() and not target.is_symlink():
                self._give_way(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _give_way(self, folder: Path) -> None:
        """Deletes a folder in whose place a file belongs; one in which something hidden lies is hidden with it."""
        if any(path.name.startswith(".") for path in folder.rglob("*")):
            folder.rename(folder.with_name(f".{folder.name}"))
        else:
            shutil.rmtree(folder)

    def delete(self, paths: Iterable[str]) -> None:
        """Deletes files of the site, and the folders that this leaves empty."""
        for path in list(paths):
            file = self.out / path
            file.unlink(missing_ok=True)
            for folder in file.parents:
                if folder == self.out or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()


def refusal(office: Path, out: Path) -> str:
    """Why the site of an office may not be put at a whole path, because something else could be lost there; '' if it may."""
    if office.is_relative_to(out) or office.is_relative_to(out.with_name(f"{out.name}.next")):
        return "must not be the folder of the office, or one that holds it"
    if any(out.is_relative_to((office / name).resolve()) for name in ("data", "content")):
        return "must not be in the folder data or content of the office"
    if any(above.is_file() for above in out.parents):
        return "must be a folder, and it is below a file"
    if not out.is_dir() or all((out / file).is_file() for file in SITE) or Stage(out).ready.exists():
        return ""
    if all(path.name.startswith(".") for path in out.iterdir()):
        return ""
    return "must be empty or hold a site that was made before, for all else in it would be deleted"


def _files(folder: Path) -> list[str]:
    """The files of a folder by their paths in it; none that is hidden or lies in a hidden folder."""
    paths = (file.relative_to(folder) for file in folder.rglob("*") if not file.is_dir())
    return [path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts)]


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
