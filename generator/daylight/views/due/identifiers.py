"""Numbers of charities and companies, to be compared with the registers again: a habit, which no law asks for."""

from collections.abc import Iterator

from daylight.site import Site
from daylight.views.due.task import Task, months_after
from daylight.words import _, ngettext

PAGE = "organisations/"


def tasks(site: Site) -> Iterator[Task]:
    """A year after the oldest comparison, for all organisations of which it is then nearly a year."""
    days = sorted(o.values["identifier_checked_on"] for o in site.all("organisation") if "identifier_checked_on" in o.values)
    if not days:
        return
    count = sum(day <= months_after(days[0], 3) for day in days)
    todo = ngettext(
        "Compare the identifier of {count} organisation with the registers, and write down the day.",
        "Compare the identifiers of {count} organisations with the registers, and write down the day.",
        count,
    )
    why = _("A good habit, not a duty: charities and companies report once a year")
    yield Task("identifier", months_after(days[0], 12), todo, why, about=_("Organisations"), path=PAGE)
