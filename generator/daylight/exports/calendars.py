"""iCalendar (RFC 5545): when one can apply, when panels sit and what is due, for the calendar on a telephone or a desk.

None rings: whoever follows one sets that in their own program, and most programs pass over the alarms of a calendar.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar as Written
from icalendar import Event, Timezone, vDuration, vUri

from daylight import __version__
from daylight.days import moment
from daylight.exports.file import File
from daylight.record import Record
from daylight.site import Site
from daylight.views import calendars
from daylight.words import N_

TITLE = N_("Calendars")
ABOUT = N_("Closing dates, sittings of panels and what is due, to follow in a calendar.")
EVERY = vDuration(timedelta(days=1))  # how often programs look again
ZONE = Timezone.from_ical(  # the Summer Time Order 2002, and what was the law since 1996
    "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:19960331T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZNAME:BST\r\n"
    "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nDTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZNAME:GMT\r\n"
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def outputs(site: Site) -> Iterator[File]:
    for calendar in calendars.of_site(site):
        yield File(calendar.path, written(site, calendar), len(calendar.events))


def record_outputs(site: Site, record: Record) -> Iterator[tuple[str, bytes]]:
    """The closing of an opportunity."""
    for calendar in calendars.of_record(site, record):
        yield calendar.path, written(site, calendar)


def written(site: Site, calendar: calendars.Calendar) -> bytes:
    """A calendar."""
    made = Written.new(
        prodid=f"-//Daylight//Daylight {__version__}//EN",
        method="PUBLISH",
        calscale="GREGORIAN",
        name=calendar.title,
        description=calendar.about,
        uid=calendar.uid,
    )
    made.add("REFRESH-INTERVAL", EVERY, {"VALUE": "DURATION"})  # RFC 7986, section 5.7: the type has no default
    made.add("X-PUBLISHED-TTL", EVERY.to_ical().decode())
    if address := _address(site, calendar.path):
        made.add("SOURCE", vUri(address), {"VALUE": "URI"})
    if any(event.time for event in calendar.events):
        made.add_component(ZONE)
    for event in calendar.events:
        made.add_component(_event(site, event))
    return made.to_ical()


def _event(site: Site, event: calendars.Event) -> Event:
    """An event that leaves the day free. A moment has no end: by section 3.6.1 it ends as it begins."""
    start = date.fromisoformat(event.day)
    if event.time:
        start = moment(event.day, event.time)
    changed = datetime.fromisoformat(event.changed).replace(tzinfo=UTC) if event.changed else None
    return Event.new(
        uid=event.uid,
        stamp=datetime.fromisoformat(site.time),
        last_modified=changed,
        sequence=event.sequence,
        start=start,
        summary=event.title,
        description=event.about or None,
        url=_address(site, event.path),
        categories=event.tags,
        status="CANCELLED" if event.cancelled else "CONFIRMED",
        transparency="TRANSPARENT",
    )


def _address(site: Site, path: str) -> str | None:
    whole = site.url(path)
    return whole if whole != path else None
