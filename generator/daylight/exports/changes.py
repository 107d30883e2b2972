"""Changes since: what somebody must read who comes back.

data/changes.json has the changes since the last release, which are in no release yet, and every release, newest first. A
release has its changes here while all together are at most `INLINE`, and always in the file at its `address`. Who remembers
the version that was read last takes the releases before it in the list, and nothing is missed. data/changes.csv is all of it.
"""

import json
from collections.abc import Iterator, Sequence

from daylight.changes import Change, counts, of_release
from daylight.exports import since
from daylight.exports.file import File
from daylight.exports.stamp import stamp
from daylight.releases import CHANGES, Release
from daylight.site import Site
from daylight.words import N_

TITLE = N_("Changes")
ABOUT = N_("What was added, changed field by field, and withdrawn: since the last release, and in each release.")
INLINE = 1000
READ = (
    "Newest first. Remember the version of the first release here. Next time, read what is unreleased, and the releases above"
    f" the one that you remember. A release has its changes here while all together are at most {INLINE:,}; the file at its"
    " address always has them. What went is named by its key alone, and what was taken away or withheld is not repeated."
)


def outputs(site: Site) -> Iterator[File]:
    new = since.unreleased(site)
    kept = [(release, of_release(release)) for release in reversed(site.releases)]
    rows = len(new) + sum(len(changes) for _, changes in kept)
    about = {"how_to_read": READ, "unreleased": _unreleased(site, new), "releases": list(_released(site, new, kept))}
    yield File("data/changes.json", (json.dumps(stamp(site) | about, ensure_ascii=False, indent=1) + "\n").encode(), rows)
    table = since.listed([("", "", new), *((release.day, release.version, changes) for release, changes in kept)])
    yield File(table.path, table.data, table.count)


def _unreleased(site: Site, changes: Sequence[Change]) -> dict:
    last = {"since": site.releases[-1].version} if site.releases else {}
    return last | {"counts": counts(changes), "changes": [since.entry(change) for change in changes]}


def _released(site: Site, new: Sequence[Change], kept: list[tuple[Release, list[Change]]]) -> Iterator[dict]:
    room = INLINE - len(new)
    for release, changes in kept:
        room -= len(changes)
        about = {"release": release.day, "version": release.version, "time": release.manifest.get("time", "")}
        about |= {"address": site.url(f"{release.path}{CHANGES}"), "counts": counts(changes)}
        yield about | ({"changes": [since.entry(change) for change in changes]} if room >= 0 else {})
