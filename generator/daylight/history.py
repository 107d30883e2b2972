"""Asks git when each file was last changed, and when the last commit was made. The only place that does."""

import subprocess
from pathlib import Path


def _git(office: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(office), *words], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def last_commit(office: Path) -> str:
    """The ISO day of the last commit, or '' outside of git."""
    return _git(office, "log", "-1", "--format=%cs").strip()


def head(office: Path) -> str:
    """The name of the last commit, or '' outside of git."""
    return _git(office, "rev-parse", "HEAD").strip()


def last_changes(office: Path) -> dict[str, str]:
    """The ISO day on which each file of data/ was last committed, by its path below the office.

    Empty where the history is cut short, so that a shallow clone says nothing rather than something wrong.
    """
    if _git(office, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, str] = {}
    day = ""
    for line in _git(
        office, "-c", "core.quotepath=off", "log", "--relative", "--format=@%cs", "--name-only", "--", "data"
    ).splitlines():
        if line.startswith("@"):
            day = line[1:]
        elif line:
            days.setdefault(line, day)
    return days
