"""The crime and disorder reduction grants of each month, which the law wants to be published when it has ended (SIO-01)."""

from collections.abc import Iterator

from daylight.record import Record
from daylight.rules.between import enforced
from daylight.rules.law import paragraph
from daylight.rules.periods import MONTH
from daylight.rules.working_days import after
from daylight.site import Site
from daylight.views.due.periods import last_day, said
from daylight.views.due.publications import PAGE, no_day
from daylight.views.due.task import Task
from daylight.words import _, ngettext


def tasks(site: Site) -> Iterator[Task]:
    """One for each month with grants of which some name no day of publication, unless a list is published."""
    lists = {p.get("period", "") for p in site.all("publication") if p.get("duty") == "3f"}
    if "" in lists:
        return
    months: dict[str, list[Record]] = {}
    for award in site.all("award"):
        if paragraph(award) == "3f" and "published_on" not in award.values and enforced(site, award):
            months.setdefault(award.get("award_date", "")[:7], []).append(award)
    for month, awards in months.items():
        if month and month not in lists:
            yield _task(month, awards)


def _task(month: str, awards: list[Record]) -> Task:
    todo = ngettext(
        "Publish {count} grant of {month}, and write the day into its record.",
        "Publish {count} grants of {month}, and write the day into their records.",
        len(awards),
        month=said(month, MONTH),
    )
    why = _("Specified Information Order 2011, paragraph 3(f): as soon as practicable after the month. {day}", day=no_day())
    about = _("Crime and disorder reduction grants")
    return Task("publication", after(last_day(month, MONTH), 1), todo, why, about=about, path=PAGE, which="grants")
