"""Puts the files of a new office into a folder that is empty or not there yet, and begins its history."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from daylight import editors, git
from daylight.begin.program import sums
from daylight.begin.upgrade import copy, write_manifest
from daylight.forms import templates as forms
from daylight.load import load
from daylight.schema import load_schemas
from daylight.writing.files import put

HOOKS = ".githooks"
# What git says to a hook about another folder is not for this one.
HERE: dict[str, str | None] = dict.fromkeys(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"))


def is_free(folder: Path) -> bool:
    """Whether nothing lies in the folder, or at its place."""
    return not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir()))


def write(folder: Path, own: Mapping[str, bytes], program: Mapping[str, Path], today: str) -> None:
    """Writes the office's own files, the program's, and what is made of the records for forms and editors: all or none."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".daylight-", dir=folder.parent) as temporary:
        made = Path(temporary) / "office"
        for path, file in program.items():
            copy(file, made / path)
        put(made, own)
        write_manifest(made, sums(program))
        put(made, forms.templates(load(made, load_schemas(), today)[0]) | editors.files(made))
        folder.mkdir(exist_ok=True)
        for path in sorted(made.iterdir()):
            shutil.move(path, folder / path.name)


def commit(folder: Path, message: str) -> str:
    """Begins the history of a folder with all that is in it. Returns '' where that was done, else why not."""
    if not shutil.which("git"):
        return "git is not installed"
    words = [("init", "--initial-branch=main")]
    if (folder / HOOKS).is_dir():
        words.append(("config", "core.hooksPath", HOOKS))
    words += [("add", "--all"), ("commit", "--no-verify", "--message", message)]
    try:
        for said in words:
            git.ask(folder, *said, environ=HERE)
    except git.NoAnswer:
        return "git does not know who you are"
    return ""
