"""Changes since: what somebody must read who comes back.

data/changes.json has the changes since the last release, which are in no release yet, and every release, newest first. A
release has its changes here while all together are at most `INLINE`, and always in the file at its `address`: there as it said
them on its day, here without what was taken away since (views/changed). Who remembers the version that was read last takes
the releases before it in the list, and nothing is missed. data/changes.csv is all of it.
"""

import json
from collections.abc import Iterator, Sequence

from daylight.exports import since
from daylight.exports.file import File
from daylight.exports.stamp import stamp
from daylight.releases import CHANGES
from daylight.site import Site
from daylight.views import changed
from daylight.views.changed import Part
from daylight.words import N_

TITLE = N_("Changes")
ABOUT = N_("What was added, changed field by field, and withdrawn: since the last release, and in each release.")
INLINE = 1000
READ = (
    "Newest first. Remember the version of the first release here. Next time, read what is unreleased, and the releases above"
    f" the one that you remember. A release has its changes here while all together are at most {INLINE:,}; the file at its"
    " address always has them. What went is named by its key alone or not at all, a record has the title that it has now, and"
    " what was taken away or withheld, also after a release, is not repeated."
)


def outputs(site: Site) -> Iterator[File]:
    new, *released = parts = list(changed.parts(site, since.unreleased(site)))
    about = {"how_to_read": READ, "unreleased": _unreleased(site, new), "releases": list(_released(site, new, released))}
    rows = sum(part.total for part in parts)
    yield File("data/changes.json", (json.dumps(stamp(site) | about, ensure_ascii=False, indent=1) + "\n").encode(), rows)
    table = since.listed([("", "", new.said), *((of.release.day, of.release.version, of.said) for of in released)])
    yield File(table.path, table.data, table.count)


def _unreleased(site: Site, new: Part) -> dict:
    last = {"since": site.releases[-1].version} if site.releases else {}
    return last | {"counts": new.counts, "changes": [since.entry(change) for change in new.said]}


def _released(site: Site, new: Part, released: Sequence[Part]) -> Iterator[dict]:
    room = INLINE - new.total
    for part in released:
        room -= part.total
        release = part.release
        about = {"release": release.day, "version": release.version, "time": release.manifest.get("time", "")}
        about |= {"address": site.url(f"{release.path}{CHANGES}"), "counts": part.counts}
        yield about | ({"changes": [since.entry(change) for change in part.said]} if room >= 0 else {})
