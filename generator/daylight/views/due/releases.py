"""The next release of the data: a habit, which no law asks for."""

from collections.abc import Iterator

from daylight.site import Site
from daylight.views.due.task import Task, months_after
from daylight.words import _

PAGE = "data/changes/"


def tasks(site: Site) -> Iterator[Task]:
    """A month after the last release, unless it is known that nothing changed since."""
    if not site.releases:
        return
    last = site.releases[-1].day
    changed = max((site.last_change(record) for of in site.records.values() for record in of.values()), default="")
    if site.past.changed and changed <= last:
        return
    why = _("A good habit, not a duty: a release once a month")
    todo = _("Make a release, so that people can cite the data and see what changed.")
    yield Task("release", months_after(last, 1), todo, why, about=_("Releases"), path=PAGE)
