"""What calendars say: when one can apply, when panels sit, and what is due. Days and times: never a place, never a person."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from daylight.record import Record
from daylight.site import Site
from daylight.views import amended, due, told, worded
from daylight.views.citation import origin
from daylight.views.due.task import KINDS, Task, horizon
from daylight.views.permanent import uid
from daylight.words import _

NAMED = 20  # tasks that one event tells


class Event(NamedTuple):
    """Something on an ISO day, at a time in the United Kingdom like "12:00", or '' for all day. `path` is that of its page,
    `sequence` how often it was changed, and `changed` the ISO day of the last change of its record, or ''."""

    uid: str
    title: str
    about: str
    path: str
    day: str
    time: str
    cancelled: bool
    sequence: int
    changed: str
    tags: tuple[str, ...]


class Calendar(NamedTuple):
    """A calendar: its path, its UID, what it is called and about, and its events, the earliest first."""

    path: str
    uid: str
    title: str
    about: str
    events: list[Event]


def of_site(site: Site) -> Iterator[Calendar]:
    """The calendars of the whole site that have an event: RFC 5545, section 3.6, knows no empty ones."""
    of = (event for o in site.all("opportunity") for event in (opens(site, o), closes(site, o)))
    yield from _calendar(site, "calendar/opportunities.ics", _("When one can apply for money"), of)
    panels = (sitting(site, r) for r in site.all("round"))
    yield from _calendar(site, "calendar/panels.ics", _("When grants panels sit"), panels)
    yield from _calendar(site, "calendar/due.ics", _("What is due"), tasks(site))


def of_record(site: Site, record: Record) -> Iterator[Calendar]:
    """The calendar with the closing of an opportunity that says on which day it closes."""
    if record.kind == "opportunity" and (event := closes(site, record)):
        path = f"{site.schemas[record.kind].folder}/{record.key}/closing.ics"
        yield from _calendar(site, path, told.plain(site.label(record)), [event])


def opens(site: Site, opportunity: Record) -> Event | None:
    """The day of opening."""
    if day := opportunity.get("opens_on"):
        return _of_opportunity(site, opportunity, "opens", _("Opens: {title}", title=site.label(opportunity)), day, "")
    return None


def closes(site: Site, opportunity: Record) -> Event | None:
    """The moment of closing; all day where only the day is known."""
    if day := opportunity.get("closes_on"):
        title, time = _("Closes: {title}", title=site.label(opportunity)), opportunity.get("closes_at", "")
        return _of_opportunity(site, opportunity, "closes", title, day, time)
    return None


def sitting(site: Site, round: Record) -> Event | None:
    """The sitting of a panel."""
    if day := round.get("met_on"):
        title = told.plain(_("Panel: {title}", title=site.label(round)))
        return _event(site, round, "sits", title, "", day)
    return None


def tasks(site: Site) -> Iterator[Event]:
    """What is overdue, or due in the next three months: an event for each day and kind, for one day may bring hundreds."""
    last, days = horizon(site.today), {}
    for task in due.every(site):
        if task.day < last:
            days.setdefault((task.day, task.kind), []).append(task)
    for (day, kind), of in days.items():
        yield _of_tasks(site, day, _(KINDS[kind]), kind, of)


def _of_tasks(site: Site, day: str, title: str, kind: str, of: list[Task]) -> Event:
    """What one kind brings on one day. Its UID names both, so that it stays the same event when one thing of it is done."""
    said = [f"{task.of(site)}: {task.todo} ({task.authority})" for task in of[:NAMED]]
    said += [_("and {count} more", count=len(of) - NAMED)] if len(of) > NAMED else []
    what = of[0].of(site) if len(of) == 1 else _("{count} things are due", count=len(of))
    path = of[0].page(site) if len(of) == 1 else due.PAGE
    about = "\n".join(map(told.plain, said))
    return Event(uid(site, f"due/{kind}/{day}"), told.plain(f"{title}: {what}"), about, path, day, "", False, 0, "", (title,))


def _of_opportunity(site: Site, opportunity: Record, what: str, title: str, day: str, time: str) -> Event:
    """An event of an opportunity. Each change that its record lists raises its sequence (RFC 5545, section 3.8.7.4), and so
    does being called off, where no change says it."""
    rows, off = opportunity.rows("changes"), bool(opportunity.get("cancelled_on"))
    unsaid = off and all(row.get("field") != "cancelled_on" for row in rows)
    said = [told.of_record(site, opportunity).summary, *(change.summary for change in amended.told(site, opportunity))]
    event = _event(site, opportunity, what, told.plain(title), "\n".join(said), day)
    return event._replace(time=time, cancelled=off, sequence=len(rows) + unsaid)


def _event(site: Site, record: Record, what: str, title: str, about: str, day: str) -> Event:
    page, changed = f"{site.schemas[record.kind].folder}/{record.key}/", min(site.last_change(record), site.time[:10])
    own = uid(site, f"{record.kind}/{record.key}/{what}")
    return Event(own, title, about, page, day, "", False, 0, changed, told.tags(site, record))


def _calendar(site: Site, path: str, title: str, events: Iterable[Event | None]) -> Iterator[Calendar]:
    if found := sorted(filter(None, events), key=lambda event: (event.day, event.time, event.uid)):
        title = ": ".join(filter(None, (worded(site.publisher, "short_name"), title)))
        about = " · ".join(filter(None, (site.publisher.get("demonstration"), origin(site))))
        yield Calendar(path, uid(site, path), told.plain(title), told.plain(about), found)
