"""Monitoring returns, meetings and final reports of awards. Days only: what they say is never published."""

from collections.abc import Iterator

from daylight.rules.between import enforced
from daylight.rules.strategy.returns_in import FORMS
from daylight.site import Site
from daylight.views.due import rules
from daylight.views.due.task import Task, horizon, own_dates
from daylight.views.returns import Return, returns
from daylight.words import N_, _

COMING = {
    "return": N_("A monitoring return is due."),
    "meeting": N_("A monitoring meeting is due."),
    "final_report": N_("The final report is due."),
}
PAST = {
    "return": N_("A monitoring return was due. Ask for it, or write down that it came."),
    "meeting": N_("A monitoring meeting was due. Hold it, or write down that it was held."),
    "final_report": N_("The final report was due. Ask for it, or write down that it came."),
}


def tasks(site: Site) -> Iterator[Task]:
    """What is due in the next three months, and else the next of each kind for each award; and what has not come in.

    A day that only follows from how often something is due is never overdue: nobody says whether it came. Who had to give the
    money back is asked for nothing more.
    """
    shown, last = set(), horizon(site.today)
    for of in returns(site):
        if of.award.get("status") == "clawed_back":
            continue
        if of.day < site.today:
            if of.stated and not of.received and _is_missed(of) and enforced(site, of.award):
                yield _task(site, of, PAST)
        elif not of.received and (of.day < last or (of.award.key, of.kind) not in shown):
            shown.add((of.award.key, of.kind))
            yield _task(site, of, COMING)


def _is_missed(of: Return) -> bool:
    """Whether something is missed that is not known to have come: of a meeting somebody must have said so."""
    return of.kind in FORMS or of.received is False


def _task(site: Site, of: Return, words: dict[str, str]) -> Task:
    rule = next(rules.of_record(site, of.award, "returns-in"), None) if of.kind in FORMS else None
    return Task("monitoring", of.day, _(words[of.kind]), "" if rule else own_dates(), of.award, rule, at=of.row, which=of.kind)
