"""What can be applied for: the state of each opportunity on a day."""

from daylight.record import Record
from daylight.site import Site
from daylight.views.groups import Group
from daylight.words import _

STATES = ("open", "forthcoming", "closed", "unknown", "cancelled")


def state_title(name: str) -> str:
    """What a page calls the state of an opportunity."""
    titles = (_("Open"), _("Opens later"), _("Closed"), _("Closing date not published"), _("Cancelled"))
    return titles[STATES.index(name)]


def by_state(site: Site) -> list[Group]:
    """The opportunities by their state; the next to close or the last to have closed first."""
    groups: dict[str, list[Record]] = {name: [] for name in STATES}
    for record in site.all("opportunity"):
        groups[state(record, site.today)].append(record)
    for name, records in groups.items():
        records.sort(key=lambda r: r.get("closes_on", ""), reverse=name == "closed")
    return [Group(name, state_title(name), records) for name, records in groups.items() if records]


def state(opportunity: Record, today: str) -> str:
    """open, closed, forthcoming, cancelled or unknown, as on the morning of `today`."""
    if opportunity.get("cancelled_on"):
        return "cancelled"
    if (opens := opportunity.get("opens_on")) and opens > today:
        return "forthcoming"
    if closes := opportunity.get("closes_on"):
        return "open" if closes >= today else "closed"
    return "open" if opportunity.get("rolling") else "unknown"


def open_now(site: Site) -> list[Record]:
    """What can be applied for now."""
    return [o for group in by_state(site) if group.id == "open" for o in group.records]
