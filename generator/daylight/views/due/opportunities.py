"""What can be applied for: when it opens and closes, and what a tender must have by then (SIO-ITT, PA-01)."""

from collections.abc import Iterator

from daylight.record import Record
from daylight.rules import pa_01, sio_itt
from daylight.rules.between import enforced
from daylight.site import Site
from daylight.views.closing import hour
from daylight.views.due.task import Task, own_dates
from daylight.words import _


def tasks(site: Site) -> Iterator[Task]:
    """The days of each opportunity that was not called off; once it has closed, only what it still lacks."""
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
    if opens and _lacks_notice(site, opportunity) and enforced(site, opportunity):
        why, todo = _("Procurement Act 2023, section 87"), _("Publish the notice on the national platform by then.")
        day = min(opens, opportunity.get("published_on", opens))
        yield Task("opportunity", day, todo, why, opportunity, which="notice")


def _lacks_notice(site: Site, opportunity: Record) -> bool:
    """Whether a tender must have a notice on the national platform, and names none."""
    there = any(row.get("where") == "national_platform" for row in opportunity.rows("advertised_on"))
    return not there and "platform_notice_on" not in opportunity.values and any(pa_01.check(site, opportunity))
