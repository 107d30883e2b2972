"""Looks at one file that enters the history: at its name, its sort, and its text where it is no record."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from daylight.findings import Finding, finding
from daylight.guard.commits import Tree, Version
from daylight.guard.sorts import refused, text
from daylight.guard.texts import caught, reached, told
from daylight.load import is_record
from daylight.private import hidden
from daylight.releases import FOLDER, SUMS, read_sums

CONTACT = ("content/contact.md", "content/cy/contact.md")  # where an office says how it can be reached


class Office:
    """An office as the files of a tree have it: its folder in the repository, '' or with a slash at its end."""

    def __init__(self, tree: Tree, home: str):
        self.tree, self.home = tree, home
        self.sums: dict[str, Mapping[str, str]] = {}
        self.pages = {home + name: data for name, data in _below(tree, home, CONTACT).items()}

    def below(self, path: str) -> str:
        """The path of a file below the office."""
        return path.removeprefix(self.home)

    def has_record(self, path: str) -> bool:
        """Whether a file is one of records."""
        return is_record(Path(self.below(path))) and path.endswith((".yml", ".csv"))

    def own(self, version: Version) -> frozenset[str]:
        """How the office itself can be reached, which its own pages may say."""
        path = self.below(version.path)
        if not (path.startswith("content/") or path == "mkdocs.yml"):
            return frozenset()
        pages = self.pages | ({version.path: version.data} if path in CONTACT else {})
        return frozenset().union(*(reached(data.decode("utf-8", "replace")) for data in pages.values()))

    def has_released(self, version: Version) -> bool:
        """Whether a file is of a release as that lists it: the program made it, of records that were looked at before."""
        path = self.below(version.path)
        day, _, name = path.removeprefix(f"{FOLDER}/").partition("/")
        if not path.startswith(f"{FOLDER}/") or not name:
            return False
        if day not in self.sums:
            said = _below(self.tree, self.home, [f"{FOLDER}/{day}/{SUMS}"])
            self.sums[day] = read_sums("".join(data.decode("utf-8", "replace") for data in said.values()))
        return name == SUMS or self.sums[day].get(name) == hashlib.sha256(version.data).hexdigest()


def home_of(tree: Tree, path: str) -> str:
    """The folder of the office to which a file belongs."""
    parts = path.split("/")
    homes = ("/".join(parts[:n]) + "/" for n in range(len(parts) - 1, 0, -1))
    return next((home for home in homes if f"{home}data/publisher.yml" in tree.blobs), "")


def _below(tree: Tree, home: str, names: Iterable[str]) -> dict[str, bytes]:
    return {path.removeprefix(home): data for path, data in tree.read(home + name for name in names).items()}


def look(office: Office, version: Version) -> Iterator[Finding]:
    """What is found in the name of a new file, and in one that is no record."""
    folder, _, name = version.path.rpartition("/")
    if not version.before and any(True for way in (name, re.sub(r"[-_]", " ", name)) for _ in caught(way)):
        yield finding("GUARD", "name", hidden(folder) or ".", 1)
    if (said := text(version.path, version.data)) is None:
        if why := refused(version.path, version.data):
            yield finding("GUARD", why, version.path, 1)
    elif not office.has_record(version.path):
        own, before = office.own(version), text(version.path, version.before) or ""
        now = told(version.path, caught(said, own), "line")
        yield from new(now, told(version.path, caught(before, own), "line"), {version.path: version})


def new(now: Iterable[Finding], before: Iterable[Finding], versions: Mapping[str, Version]) -> Iterator[Finding]:
    """What is found now and was not found before on a line of the same words. Versions are by the paths of the findings."""

    def words(said: Finding, data: bytes) -> tuple[str, str, bytes]:
        lines = data.split(b"\n")
        return said.path, said.rule, lines[said.line - 1].strip() if said.line <= len(lines) else b""

    none = Version("", b"")
    known = {words(said, versions.get(said.path, none).before) for said in before}
    return (said for said in now if words(said, versions.get(said.path, none).data) not in known)
