"""Asks git when each file was last changed, and when the last commit was made. The only place that does."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Past:
    """What git knows of an office: the name of its last commit and the moment of that in UTC, '' outside of git, and the ISO
    day on which each file was last changed."""

    commit: str = ""
    time: str = ""
    changed: Mapping[str, str] = field(default_factory=dict)


def past(office: Path) -> Past:
    """What git knows of an office now."""
    commit, _, seconds = _git(office, "log", "-1", "--format=%H %ct").strip().partition(" ")
    time = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if commit else ""
    return Past(commit, time, last_changes(office))


def _git(office: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(office), *words], capture_output=True, check=False)
    except OSError:
        return ""
    return os.fsdecode(done.stdout) if done.returncode == 0 else ""


def last_commit(office: Path) -> str:
    """The ISO day of the last commit, or '' outside of git."""
    return _git(office, "log", "-1", "--format=%cs").strip()


def head(office: Path) -> str:
    """The name of the last commit, or '' outside of git."""
    return _git(office, "rev-parse", "HEAD").strip()


def uncommitted(office: Path) -> bool:
    """Whether something in data/ is not as it was last committed. Outside of git nothing is."""
    return bool(_git(office, "status", "--porcelain", "--", "data").strip())


def last_changes(office: Path) -> dict[str, str]:
    """The ISO day on which each file of data/ was last committed, by its path below the office.

    Empty where the history is cut short, so that a shallow clone says nothing rather than something wrong.
    """
    if _git(office, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, str] = {}
    day = ""
    for said in _git(office, "log", "-z", "--relative", "--format=@%cs", "--name-only", "--", "data").split("\0"):
        if said.startswith("@"):
            day = said[1:]
        elif name := said.removeprefix("\n"):
            days.setdefault(name, day)
    return days
