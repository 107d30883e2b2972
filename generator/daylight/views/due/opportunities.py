"""What can be applied for: when it opens and closes, and the invitation to tender that must be there by then (SIO-ITT)."""

from collections.abc import Iterator

from daylight.rules import sio_itt
from daylight.rules.between import enforced
from daylight.site import Record, Site
from daylight.views.closing import hour
from daylight.views.due.task import Task, own_dates
from daylight.words import _


def tasks(site: Site) -> Iterator[Task]:
    for opportunity in site.all("opportunity"):
        if "cancelled_on" not in opportunity.values:
            yield from _of(site, opportunity)


def _of(site: Site, opportunity: Record) -> Iterator[Task]:
    opens, closes = opportunity.get("opens_on", ""), opportunity.get("closes_on", "")
    if opens >= site.today:
        todo = _("It opens. Until then see that the form and all documents can be read.")
        yield Task("opportunity", opens, todo, own_dates(), opportunity, which="opens")
    if closes >= site.today:
        at = opportunity.get("closes_at")
        todo = _("The last day to apply, until {time}.", time=hour(at)) if at else _("The last day to apply.")
        yield Task("opportunity", closes, todo, own_dates(), opportunity, which="closes")
    if opens and sio_itt.wants(opportunity) and not sio_itt.has_invitation(site, opportunity) and enforced(site, opportunity):
        why = _("Specified Information Order 2011, paragraph 4(c)")
        todo = _("Publish the invitation to tender with it.")
        yield Task("opportunity", opens, todo, why, opportunity, which="invitation")
