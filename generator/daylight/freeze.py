"""Freezes what is published today as a release: a new folder data/releases/<ISO day>/, which is committed like any record."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from daylight import judge
from daylight.build import check, stops
from daylight.changes import VALUES, counts
from daylight.exports import release, since
from daylight.findings import Finding
from daylight.history import uncommitted
from daylight.releases import FOLDER, Release, last_version
from daylight.site import Site

ATTRIBUTES = "# What is released stays the same to the byte, line ends too.\n* -text\n"


@dataclass(frozen=True)
class Frozen:
    """What came of it: what is to be put right first; or why nothing was written, and whether that is as it should be; or
    the folder that was written, its version, and how many records were added, changed and withdrawn."""

    findings: Sequence[Finding] = ()
    why_not: str = ""
    right: bool = True
    folder: str = ""
    version: str = ""
    counts: dict[str, int] = field(default_factory=dict)


def freeze(office: Path, today: str, address: str = "") -> Frozen:
    """Writes the release of an ISO day. It is there whole or not at all."""
    site, found = check(office, today, address)
    if stops(found):
        return Frozen(found, right=False)
    if why := unchanged(site):
        return Frozen(found, why)
    if why := refusal(site, office):
        return Frozen(found, why, right=False)
    new = release.following(site, last_version(office))
    if wrong := _write(site, new, office / new.path):
        return Frozen([*found, *wrong], right=False)
    return Frozen(found, "", True, new.path, new.version, counts(since.unreleased(site)) if site.releases else {})


def unchanged(site: Site) -> str:
    """That there is nothing to release, if that is so. What only grows older, such as a table of gaps, is nothing."""
    changes = since.unreleased(site)
    if not site.releases or any(change.kind != VALUES or change.field for change in changes):
        return ""
    last = site.releases[-1]
    return f"Nothing changed since release {last.version} of {last.day}; nothing was written."


def refusal(site: Site, office: Path) -> str:
    """Why there may be no release of a site on its day, '' if there may be one."""
    if uncommitted(office):
        return "A release says of which commit it is. Commit what you changed in data/ first."
    last = site.releases[-1].day if site.releases else ""
    if (office / FOLDER / site.today).exists():
        later = date.fromisoformat(site.today) + timedelta(days=1)
        return f"There is a release of {site.today} already, and it never changes. The next can be: make release TODAY={later}"
    if last > site.today:
        return f"A release must be later than the last one, which is of {last}, and {site.today} is not."
    return ""


def _write(site: Site, new: Release, folder: Path) -> list[Finding]:
    """Writes the files beside their place, moves them in if the tables are right, and returns what is wrong with them."""
    beside = folder.with_name(f".{folder.name}")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        for file in release.files(site, new):
            path = beside / "data" / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        if wrong := judge.check(beside):
            return wrong
        (folder.parent / ".gitattributes").write_text(ATTRIBUTES, "utf-8")
        (beside / "data").rename(folder)
        return []
    finally:
        shutil.rmtree(beside, ignore_errors=True)
