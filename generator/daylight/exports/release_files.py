"""The releases: each as it was committed, byte for byte, and the newest once more in data/releases/latest/."""

from collections.abc import Iterator

from daylight.exports.file import File
from daylight.releases import FOLDER, SUMS, Release
from daylight.site import Site
from daylight.words import N_

TITLE = N_("Releases")
ABOUT = N_("What was published on a day: a folder that never changes, for whoever must cite it.")
SHOWN = "/README.txt"  # on the data page: it says what else is in the folder


def outputs(site: Site) -> Iterator[File]:
    """Nothing is published of a release that its own list of files does not name."""
    for release in site.releases:
        yield from _files(release, release.path)
    for release in site.releases[-1:]:
        yield from _files(release, f"{FOLDER}/latest/")


def _files(release: Release, place: str) -> Iterator[File]:
    rows = {file["path"]: file.get("rows") for file in release.manifest.get("files", ())}
    for name in (*release.sums(), SUMS):
        yield File(f"{place}{name}", release.read(name), rows.get(name))
