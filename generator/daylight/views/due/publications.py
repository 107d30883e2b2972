"""The lists that the law wants for each month, quarter or year: what is left out, and the one that comes next."""

import re
from collections.abc import Iterator, Sequence

from daylight.record import Record
from daylight.rules.periods import YEAR, left_out
from daylight.rules.working_days import after
from daylight.site import Site
from daylight.views.due.periods import following, form_of, last_day, said
from daylight.views.due.task import Task, months_after
from daylight.words import _

PAGE = "is-it-all-here/"
CODE = "lgtc-"  # how the duties of the Transparency Code begin
BEFORE = frozenset({"3a", "3e"})  # what the Order wants before the year begins
MOST = 120  # periods without a list; more is a slip of the pen
NAMED = 3


def tasks(site: Site) -> Iterator[Task]:
    """For each duty: what is missing between the first list and today, as one task, and the list that falls due next."""
    duties: dict[str, list[Record]] = {}
    for publication in site.all("publication"):
        if publication.get("period"):
            duties.setdefault(publication.get("duty", ""), []).append(publication)
    for duty, lists in duties.items():
        there = sorted(publication.values["period"] for publication in lists)
        if (form := form_of(there)) and duty:
            missing = [period for period, _following in left_out(site, duty, form)]
            *more, coming = _after(site, duty, there[-1], form)
            if missing := [*missing, *more]:
                yield _task(site, lists, missing, form)
            yield _task(site, lists, [coming], form)


def _after(site: Site, duty: str, period: str, form: re.Pattern) -> list[str]:
    """The periods after the last one that has a list, up to the first that is not overdue."""
    found = [following(period, form)]
    while due(duty, found[-1], form) < site.today and len(found) < MOST:
        found.append(following(found[-1], form))
    return found


def due(duty: str, period: str, form: re.Pattern) -> str:
    """The ISO day by which a list is to be published.

    The Order wants budgets before their year begins, and all else as soon as practicable after the period; the first working
    day after it is taken. The Transparency Code allows a month.
    """
    last = last_day(period, form)
    if _is_before(duty, form):
        return f"{period[:4]}-03-31"
    return months_after(last, 1) if duty.startswith(CODE) else after(last, 1)


def _task(site: Site, lists: Sequence[Record], periods: Sequence[str], form: re.Pattern) -> Task:
    last = max(lists, key=lambda publication: publication.values["period"])
    duty = last.values["duty"]
    titles = ", ".join(said(period, form) for period in periods[:NAMED])
    if (left := len(periods) - NAMED) > 0:
        titles = _("{periods} and {count} more", periods=titles, count=left)
    about = _(site.schemas["publication"].by_name["duty"].labels[duty])
    todo = _("Publish it for {periods}, also where there was nothing.", periods=titles)
    if _is_before(duty, form):
        todo = _("Publish it for {periods}.", periods=titles)
    day, why = due(duty, periods[0], form), _why(duty, form)
    return Task("publication", day, todo, why, about=about, path=PAGE, at=last, which=duty)


def _is_before(duty: str, form: re.Pattern) -> bool:
    """Whether the Order wants it before the period."""
    return duty in BEFORE and form is YEAR


def _why(duty: str, form: re.Pattern) -> str:
    if _is_before(duty, form):
        return _("Specified Information Order 2011: before the year begins")
    if duty.startswith(CODE):
        return _("Transparency Code 2015: within a month")
    return _("Specified Information Order 2011: as soon as practicable after it ends. {day}", day=no_day())


def no_day() -> str:
    """Why a day stands where the law names none."""
    return _("The law names no day; the next working day stands here.")
