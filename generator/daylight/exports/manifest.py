"""The manifest: every download with its size, its rows and its hash, by which `daylight verify` knows that none is altered.

data/SHA256SUMS has the same hashes for `sha256sum --check` in the folder data/. A release has its own list; here stands the
hash of that list, which stands for the whole release.
"""

import json
from collections.abc import Iterator, Sequence

from daylight.exports.file import File, Info, info
from daylight.exports.stamp import stamp
from daylight.releases import FOLDER, SUMS, Release, written_sums
from daylight.site import Site
from daylight.words import N_

TITLE = N_("Manifest")
ABOUT = N_("Every file with its size and its hash, to see that none was altered.")
PATH = "data/manifest.json"


def outputs(site: Site, infos: Sequence[Info]) -> Iterator[File]:
    files = [of for of in infos if not of.path.startswith(f"{FOLDER}/") or of.path.endswith(f"/{SUMS}")]
    about = {
        "address": site.url(""),
        "releases": [_release(release) for release in reversed(site.releases)],
        "files": [{name: value for name, value in of._asdict().items() if value not in (None, "")} for of in files],
    }
    manifest = File(PATH, (json.dumps(stamp(site) | about, ensure_ascii=False, indent=1) + "\n").encode(), len(files))
    yield manifest
    sums = {of.path.removeprefix("data/"): of.sha256 for of in (*files, info(manifest)) if of.path.startswith("data/")}
    yield File(f"data/{SUMS}", written_sums(sums))


def _release(release: Release) -> dict[str, str]:
    return {"release": release.day, "version": release.version, "path": release.path, "sha256": release.seal()}
