"""Decisions that were taken and are still to be published, at once or when a deferral ends (SIO-04, DEC-STUB)."""

from collections.abc import Iterator

from daylight.record import Record
from daylight.rules.between import enforced
from daylight.rules.dec_stub import SUBSTANCE
from daylight.rules.working_days import after
from daylight.site import Site
from daylight.views.due.task import Task, own_dates
from daylight.words import _, ngettext


def tasks(site: Site) -> Iterator[Task]:
    """One for each of the office's own decisions that is not published, or of which only a stub is.

    Where the office has not said in how many days it publishes, no day can be named, but for a deferral.
    """
    for decision in site.all("decision"):
        if decision.get("own") and "withdrawn_on" not in decision.values and enforced(site, decision):
            yield from _of(site, decision)


def _of(site: Site, decision: Record) -> Iterator[Task]:
    days, v = site.publisher.get("decision_days"), decision.values
    signed, until = v.get("signed_on") or v.get("taken_on"), v.get("deferred_until")
    if "published_on" not in v and days is not None and signed:
        law = _("Specified Information Order 2011, paragraph 5(d)")
        promise = ngettext("the office undertakes {count} working day", "the office undertakes {count} working days", days)
        todo = _("Publish this decision, and write the day into its record.")
        yield Task("decision", after(max(signed, until or signed), days), todo, f"{law}: {promise}", decision)
    elif until and SUBSTANCE.isdisjoint(v) and not v.get("part_two"):
        todo = _("Publish the whole decision: it was put off until this day.")
        yield Task("decision", until, todo, own_dates(), decision)
