"""Puts the files of a new office into a folder that is empty or not there yet, and begins its history."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from daylight import editors
from daylight.begin.program import sums
from daylight.begin.upgrade import put, write_manifest
from daylight.forms import templates as forms
from daylight.load import load
from daylight.schema import load_schemas

HOOKS = ".githooks"
ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")  # what git says to a hook about another folder


def is_free(folder: Path) -> bool:
    """Whether nothing lies in the folder, or at its place."""
    return not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir()))


def write(folder: Path, own: Mapping[str, bytes], program: Mapping[str, Path], today: str) -> None:
    """Writes the office's own files, the program's, and what is made of the records for forms and editors: all or none."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".daylight-", dir=folder.parent) as temporary:
        made = Path(temporary) / "office"
        for path, file in program.items():
            put(file, made / path)
        for path, data in own.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(data)
        write_manifest(made, sums(program))
        forms.write(made, forms.templates(load(made, load_schemas(), today)[0]) | editors.files(made))
        folder.mkdir(exist_ok=True)
        for path in sorted(made.iterdir()):
            shutil.move(path, folder / path.name)


def commit(folder: Path) -> str:
    """Begins the history of a folder with all that is in it. Returns '' where that was done, else why not."""
    if not shutil.which("git"):
        return "git is not installed"
    _git(folder, "init", "--initial-branch=main")
    if (folder / HOOKS).is_dir():
        _git(folder, "config", "core.hooksPath", HOOKS)
    _git(folder, "add", "--all")
    said = _git(folder, "commit", "--no-verify", "--message", "Begin with an empty register")
    return "" if said == 0 else "git does not know who you are"


def _git(folder: Path, *words: str) -> int:
    """The number with which git ends. It looks at this folder only, also where it is run by git itself, as in a hook."""
    environ = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False, env=environ).returncode
