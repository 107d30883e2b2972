"""Checks a published site, at its address or in a folder, against the manifest that it was published with."""

import hashlib
import json
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from daylight.exports.manifest import PATH
from daylight.releases import FOLDER, SUMS, read_sums
from daylight.verify.places import NotThere, Read, at_address, in_folder
from daylight.views import day

AT_ONCE = 16
_COMMIT = re.compile(r"\bcommit\s+(?:<[^>]*>)?([0-9a-f]{7,40})\b")


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
        raw = read(PATH)
        manifest = json.loads(raw)
        sums = {of["path"]: (of["bytes"], of["sha256"]) for of in manifest["files"]}
        releases = {f"{of['path']}{SUMS}": of["sha256"] for of in manifest["releases"]}
    except NotThere:
        return Verified(f"There is no {PATH} at {place}, so nothing can be checked. Is this the root of a site?")
    except OSError as e:
        return Verified(f"{place} cannot be read: {e}.")
    except (ValueError, KeyError, TypeError):
        return Verified(f"{PATH} at {place} is no manifest, so nothing can be checked.")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        checked = _checked(read, pool, {path: (sum, size) for path, (size, sum) in sums.items()})
        checked |= _checked(read, pool, _parts(read, checked))
    wrong = {path: "is not the release that is named" for path, sum in releases.items() if sums.get(path, (0, ""))[1] != sum}
    wrong |= {path: why for path, why in checked.items() if why}
    wrong |= _beside(read, raw, sums) | _home(read, str(manifest.get("commit", "")))
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


def _parts(read: Read, checked: dict[str, str]) -> dict[str, tuple[str, None]]:
    """The files of those releases whose lists of sums are as the manifest says."""
    found: dict[str, tuple[str, None]] = {}
    lists = [path for path in checked if path.startswith(f"{FOLDER}/") and path.endswith(f"/{SUMS}") and not checked[path]]
    for path in lists:
        try:
            sums = read_sums(read(path).decode())
        except (NotThere, OSError, ValueError) as e:
            checked[path] = f"cannot be read: {e}"
        else:
            found |= {f"{path.removesuffix(SUMS)}{name}": (sum, None) for name, sum in sums.items()}
    return found


def _beside(read: Read, raw: bytes, sums: Mapping[str, tuple[int, str]]) -> dict[str, str]:
    """What is wrong with the list of sums beside the manifest, which has that of the manifest too."""
    place = f"data/{SUMS}"
    try:
        said = {f"data/{name}": sum for name, sum in read_sums(read(place).decode()).items()}
    except NotThere:
        return {place: "is missing"}
    except (OSError, ValueError) as e:
        return {place: f"cannot be read: {e}"}
    own = said.pop(PATH, "")
    if said != {path: sum for path, (_, sum) in sums.items() if path.startswith("data/")}:
        return {place: "does not say the same as the manifest"}
    return {} if own == hashlib.sha256(raw).hexdigest() else {PATH: f"is not the one of which {place} has the sum"}


def _home(read: Read, commit: str) -> dict[str, str]:
    """What is wrong with the home page: that it names another commit than the manifest. It need not name one."""
    try:
        named = _COMMIT.findall(read("index.html").decode("utf-8", "replace"))
    except NotThere:
        return {"index.html": "is missing"}
    except OSError as e:
        return {"index.html": f"cannot be read: {e}"}
    if not named or any(commit.startswith(name) for name in named):
        return {}
    return {"index.html": f"says that it is of commit {named[0]}, and the manifest of {commit or 'none'}"}
