"""REL-01: a release never changes."""

from collections.abc import Iterator
from datetime import date

from daylight.findings import Finding, finding
from daylight.releases import FOLDER, MANIFEST, PARTS, SUMS, Release, taken_out, wrong
from daylight.site import Site


def check_site(site: Site) -> Iterator[Finding]:
    """Every file of a release is as its list of sums says, and so is the release before (open data: versioned releases)."""
    for place, release in enumerate(site.releases):
        sums = release.sums()
        if not _is_day(release.day):
            yield _finding("day", release)
        elif lost := [name for name in PARTS if name not in sums] or ([] if release.version else [MANIFEST]):
            yield _finding("missing", release, SUMS if not sums else lost[0])
        else:
            yield from (_finding(what, release, name) for name, what in wrong(release))
            yield from _before(release, site.releases[place - 1] if place else None)


def _before(release: Release, before: Release | None) -> Iterator[Finding]:
    """What is wrong with the release before one, which says which that was, and with what sum."""
    said = release.manifest.get("previous") or {}
    there, named = before.day if before else "", said.get("day", "")
    if there != named and not (named and taken_out(release.folder.with_name(named))):
        if named:
            yield _finding("before", release, MANIFEST, day=named, path=f"{FOLDER}/{named}")
        else:
            yield _finding("first", release, MANIFEST, day=there)
    elif there and there == named and said.get("sha256") != before.seal():
        yield _finding("replaced", before, SUMS, day=release.day, path=before.path.rstrip("/"))


def _is_day(name: str) -> bool:
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def _finding(what: str, release: Release, name: str = "", **facts) -> Finding:
    path = f"{release.path}{name}".rstrip("/")
    return finding("REL-01", what, path, 1, **{"day": release.day, "path": path} | facts)
