"""Asks git when each file was last changed, and when the last commit was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from daylight.git import told


@dataclass(frozen=True)
class Past:
    """What git knows of an office: the name of its last commit and the moment of that in UTC, '' outside of git, and the ISO
    day on which each file was last changed."""

    commit: str = ""
    time: str = ""
    changed: Mapping[str, str] = field(default_factory=dict)


def past(office: Path) -> Past:
    """What git knows of an office now."""
    commit, _, seconds = told(office, "log", "-1", "--format=%H %ct").strip().partition(" ")
    time = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if commit else ""
    return Past(commit, time, last_changes(office))


def last_commit(office: Path) -> str:
    """The ISO day of the last commit, or '' outside of git."""
    return told(office, "log", "-1", "--format=%cs").strip()


def head(office: Path) -> str:
    """The name of the last commit, or '' outside of git."""
    return told(office, "rev-parse", "HEAD").strip()


def uncommitted(office: Path) -> bool:
    """Whether something in data/ is not as it was last committed. Outside of git nothing is."""
    return bool(told(office, "status", "--porcelain", "--", "data").strip())


def last_changes(office: Path) -> dict[str, str]:
    """The ISO day on which each file of data/ was last committed, by its path below the office.

    Empty where the history is cut short, so that a shallow clone says nothing rather than something wrong.
    """
    if told(office, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, str] = {}
    day = ""
    for said in told(office, "log", "-z", "--relative", "--format=@%cs", "--name-only", "--", "data").split("\0"):
        if said.startswith("@"):
            day = said[1:]
        elif name := said.removeprefix("\n"):
            days.setdefault(name, day)
    return days
