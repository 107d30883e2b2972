"""Checks a published site, at its address or in a folder, against the manifest that it was published with."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from daylight import __version__
from daylight.exports.manifest import PATH
from daylight.releases import FOLDER, SUMS, read_sums
from daylight.views import day

SECONDS = 30  # that one file may take to begin
AT_ONCE = 16
_COMMIT = re.compile(r"\bcommit\s+([0-9a-f]{7,40})\b")


class NotThere(Exception):
    """There is no such file."""


Read = Callable[[str], bytes]  # the bytes of a file by its path below the root; NotThere, or OSError with the reason


@dataclass(frozen=True)
class Verified:
    """What came of it: why nothing could be checked; else what the manifest says of the site, how many files were looked at,
    and what is wrong, in words, by path."""

    why_not: str = ""
    manifest: Mapping = None
    files: int = 0
    wrong: Mapping[str, str] = None

    def text(self) -> str:
        """All of it in plain English, as a terminal shows it."""
        if self.why_not:
            return self.why_not
        lines = [f"{path}: {why}" for path, why in sorted(self.wrong.items())]
        if lines:
            return "\n".join(
                [*lines, "", f"{len(lines):,} of {self.files:,} files are not as the manifest says. {self._of()}"]
            )
        return f"{self.files:,} files, all as the manifest says. {self._of()}"

    def _of(self) -> str:
        said = self.manifest
        parts = [f"published with the records of {day(said['time'][:10])}"] if said.get("time") else []
        parts += [f"release {said['version']} of {day(said['release'])}"] if said.get("version") else []
        parts += [f"commit {said['commit']}"] if said.get("commit") else []
        return f"The site was {', '.join(parts)}." if parts else ""


def verify(place: str) -> Verified:
    """Checks the site at an address that begins with http:// or https://, or else in a folder."""
    read = at_address(place) if re.match(r"https?://", place) else in_folder(Path(place))
    try:
        manifest = json.loads(read(PATH))
        sums = {of["path"]: (of["bytes"], of["sha256"]) for of in manifest["files"]}
        releases = {f"{of['path']}{SUMS}": of["sha256"] for of in manifest["releases"]}
    except NotThere:
        return Verified(f"There is no {PATH} at {place}, so nothing can be checked. Is this the root of a site?")
    except OSError as e:
        return Verified(f"{place} cannot be read: {e}.")
    except (ValueError, KeyError, TypeError):
        return Verified(f"{PATH} at {place} is no manifest, so nothing can be checked.")
    wrong = {
        path: "is not the release that the manifest names" for path, sum in releases.items() if sums.get(path, "x")[1] != sum
    }
    with ThreadPoolExecutor(AT_ONCE) as pool:
        checked = _checked(read, pool, {path: (sum, size) for path, (size, sum) in sums.items()})
        parts = _parts(read, checked)
        checked |= _checked(read, pool, parts)
    wrong |= {path: why for path, why in checked.items() if why} | _others(read, manifest, sums)
    return Verified("", manifest, len(checked), wrong)


def _checked(read: Read, pool: ThreadPoolExecutor, sums: Mapping[str, tuple[str, int | None]]) -> dict[str, str]:
    """What is wrong with each file, '' where nothing is. `sums` are its hash and, where it is known, its size."""
    return dict(zip(sums, pool.map(lambda path: _wrong(read, path, *sums[path]), sums), strict=True))


def _wrong(read: Read, path: str, sum: str, size: int | None = None) -> str:
    try:
        data = read(path)
    except NotThere:
        return "is missing"
    except OSError as e:
        return f"cannot be read: {e}"
    if size is not None and len(data) != size:
        return f"has {len(data):,} bytes and not {size:,}"
    return "" if hashlib.sha256(data).hexdigest() == sum else "is not what was published"


def _parts(read: Read, checked: Mapping[str, str]) -> dict[str, tuple[str, None]]:
    """The files of those releases whose lists of sums are as the manifest says."""
    lists = [path for path, why in checked.items() if not why and path.startswith(f"{FOLDER}/") and path.endswith(f"/{SUMS}")]
    return {
        f"{path.removesuffix(SUMS)}{name}": (sum, None)
        for path in lists
        for name, sum in read_sums(read(path).decode()).items()
    }


def _others(read: Read, manifest: Mapping, sums: Mapping[str, tuple[int, str]]) -> dict[str, str]:
    """What is wrong with the list of sums beside the manifest, and with the commit that the home page names."""
    wrong = {}
    try:
        beside = {f"data/{name}": sum for name, sum in read_sums(read(f"data/{SUMS}").decode()).items()}
        own = beside.pop(PATH, "")
        if beside != {path: sum for path, (_, sum) in sums.items() if path.startswith("data/")}:
            wrong[f"data/{SUMS}"] = "does not say the same as the manifest"
        elif own != hashlib.sha256(read(PATH)).hexdigest():
            wrong[PATH] = f"is not the one of which data/{SUMS} has the sum"
        commits = _COMMIT.findall(read("index.html").decode("utf-8", "replace"))
    except (NotThere, ValueError) as e:
        return wrong | {f"data/{SUMS}" if not wrong else "index.html": str(e) or "is missing"}
    if commits and not any(manifest.get("commit", "").startswith(commit) for commit in commits):
        wrong["index.html"] = f"says that it is of commit {commits[0]}, and the manifest of {manifest.get('commit', 'none')}"
    return wrong


def in_folder(folder: Path) -> Read:
    """Reads the files of a folder."""

    def read(path: str) -> bytes:
        file = folder / path
        if not file.resolve().is_relative_to(folder.resolve()):
            raise OSError("it is outside of the site")
        try:
            return file.read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise NotThere(path) from None

    return read


def at_address(address: str) -> Read:
    """Reads the files below an address."""
    home = address.rstrip("/").removesuffix("/index.html")

    def read(path: str) -> bytes:
        asked = Request(f"{home}/{quote(path)}", headers={"User-Agent": f"daylight/{__version__}"})  # noqa: S310
        try:
            with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 (http and https, see `verify`)
                return answer.read()
        except HTTPError as e:
            if e.code in (404, 410):
                raise NotThere(path) from None
            raise OSError(f"the server answers {e.code} {e.reason}") from None
        except (HTTPException, ValueError) as e:
            raise OSError(str(e)) from None

    return read
