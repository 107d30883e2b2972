"""Calendars: three readers, one of them strict, read the same days and moments as the downloads have, and a change is seen."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from tests.built import example
from tests.cases import home_of
from tests.small import small
from tests.typed import OFFICES, record, site_of, site_with

from daylight.exports import calendars
from daylight.releases import releases
from daylight.views.following import CALENDAR, feeds_of

LONDON = ZoneInfo("Europe/London")
HOST = {"address": "https://money.barsetshire.example/"}
ROUND = {"title": "Chest", "kind": "grant_round", "opens_on": "2026-04-01", "closes_on": "2026-07-31", "closes_at": "12:00"}


@pytest.fixture(scope="module", params=OFFICES)
def office(request, tmp_path_factory):
    """The address of an office's site, and its folder."""
    return site_of(request.param).url(""), example(request.param, tmp_path_factory)


def paths(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.ics"))


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"data/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known(at: date | datetime) -> str:
    """A day, or a moment in UTC, as text."""
    return at.astimezone(UTC).isoformat() if isinstance(at, datetime) else at.isoformat()


def by_icalendar(data: bytes) -> dict[str, tuple]:
    (calendar,) = icalendar.Calendar.from_ical(data, multiple=True)
    assert not calendar.errors
    return {
        str(e["UID"]): (known(e.start), str(e["SUMMARY"]), e.get("SEQUENCE"), str(e["STATUS"]), str(e["URL"]))
        for e in calendar.events
        if not e.errors
    }


def by_vobject(data: bytes) -> dict[str, tuple]:
    calendar = vobject.readOne(io.StringIO(data.decode(), newline=""))
    assert calendar.validate(raiseException=True)
    events = calendar.vevent_list
    assert all(e.validate(raiseException=True) for e in events)
    return {
        e.uid.value: (known(e.dtstart.value), e.summary.value, int(e.sequence.value), e.status.value, e.url.value)
        for e in events
    }


def by_ical(data: bytes) -> dict[str, tuple]:
    events = IcsCalendarStream.calendar_from_ics(data.decode()).events
    return {e.uid: (known(e.dtstart), e.summary, e.sequence, e.status.value, str(e.url)) for e in events}


READERS = [by_icalendar, by_vobject, by_ical]


def lines(data: bytes) -> list[bytes]:
    """The lines of a file as they stand, folded."""
    assert data.endswith(b"\r\n")
    return data.removesuffix(b"\r\n").split(b"\r\n")


def unfolded(data: bytes) -> str:
    return re.sub("\r\n[ \t]", "", data.decode())


def closing(site, key: str) -> dict[str, str]:
    """The properties of the closing of an opportunity, by name with parameters."""
    ((_path, data),) = calendars.record_outputs(site, site.get("opportunity", key))
    event = unfolded(data).partition("BEGIN:VEVENT\r\n")[2].partition("END:VEVENT")[0]
    return dict(line.split(":", 1) for line in event.splitlines())


def test_three_readers_read_the_same(office):
    _address, folder = office
    for path in paths(folder):
        read = [reader(path.read_bytes()) for reader in READERS]
        assert read[0]
        assert read[0] == read[1] == read[2], path


def test_the_calendar_has_every_day_and_moment_of_the_downloads(office):
    """The column `closes` has each moment with its offset."""
    address, folder = office
    expected = {}
    for row in rows(folder, "opportunities"):
        off, page = "CANCELLED" if row["cancelled_on"] else "CONFIRMED", address + row["page"]
        if row["opens_on"]:
            expected["opens", page] = row["opens_on"], off
        if row["closes_on"]:
            moment = datetime.fromisoformat(row["closes"]) if row["closes_at"] else date.fromisoformat(row["closes_on"])
            expected["closes", page] = known(moment), off
    file = folder / "calendar/opportunities.ics"
    said = by_ical(file.read_bytes()) if file.is_file() else {}
    assert {
        (uid.partition("@")[0].rpartition("-")[2], page): (at, off) for uid, (at, _s, _n, off, page) in said.items()
    } == expected
    file = folder / "calendar/panels.ics"
    said = by_ical(file.read_bytes()) if file.is_file() else {}
    met = sorted((row["met_on"], address + row["page"]) for row in rows(folder, "rounds") if row["met_on"])
    assert sorted((at, page) for at, _s, _n, _off, page in said.values()) == met


def test_each_opportunity_that_says_when_it_closes_has_a_calendar_of_its_own(office):
    _address, folder = office
    there = {path.parent.name: by_ical(path.read_bytes()) for path in folder.glob("opportunities/*/closing.ics")}
    assert there.keys() == {row["key"] for row in rows(folder, "opportunities") if row["closes_on"]}
    file = folder / "calendar/opportunities.ics"
    every = by_ical(file.read_bytes()) if file.is_file() else {}
    for events in there.values():
        assert len(events) == 1
        assert events.items() <= every.items()


def test_each_file_is_as_the_standard_asks(office):
    """RFC 5545: lines, DTSTAMP, UID, METHOD, and a time zone where one is named. No place and no person."""
    _address, folder = office
    for path in paths(folder):
        data, text = path.read_bytes(), unfolded(path.read_bytes())
        assert all(len(line) <= 75 for line in lines(data))
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
        assert text.startswith("BEGIN:VCALENDAR\r\n")
        for once in ("VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"):
            assert text.count(f"\r\n{once}\r\n") == 1
        assert len(re.findall(r"\r\nPRODID:-//\S.*//EN\r\n", text)) == 1
        assert "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in text
        assert "\r\nX-WR-CALNAME:" in text
        events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
        for name in ("DTSTAMP:", "UID:", "SUMMARY:", "SEQUENCE:", "STATUS:", "URL:", "DTSTART"):
            assert all(len(re.findall(f"^{name}", event, re.MULTILINE)) == 1 for event in events), name
        assert all("DTSTAMP:20261121T000000Z" in event for event in events)
        uids = re.findall(r"^UID:(.*)\r$", text, re.MULTILINE)
        assert len(set(uids)) == len(uids) == len(events) + 1
        assert ("TZID=Europe/London" in text) == ("BEGIN:VTIMEZONE" in text)
        assert not re.search(r"^(LOCATION|GEO|ATTENDEE|ORGANIZER|CONTACT|ATTACH)\b", text, re.MULTILINE)


def test_its_own_addresses_lead_to_files(office):
    address, folder = office
    for path in paths(folder):
        found = re.findall(r"^(?:URL|SOURCE;VALUE=URI):(.*)\r$", unfolded(path.read_bytes()), re.MULTILINE)
        assert found[0] == address + path.relative_to(folder).as_posix()
        for one in found[1:]:
            assert one.startswith(address)
            assert (folder / one.removeprefix(address) / "index.html").is_file()


def test_a_page_can_link_each_calendar_and_no_other(office, request):
    _address, folder = office
    site = site_of(request.node.callspec.params["office"])
    site.releases = releases(home_of(request.node.callspec.params["office"]))
    named = [*feeds_of(site), *(file for o in site.all("opportunity") for file in feeds_of(site, o))]
    assert {of.path for of in named if of.type == CALENDAR} == {p.relative_to(folder).as_posix() for p in paths(folder)}


def test_noon_is_eleven_by_the_clock_of_the_world_in_summer_and_twelve_in_winter(tmp_path):
    site = small(tmp_path, HOST, opportunities={"o0": ROUND, "o1": ROUND | {"closes_on": "2026-12-18"}})
    read = {}
    for key in ("o0", "o1"):
        ((_path, data),) = calendars.record_outputs(site, site.get("opportunity", key))
        read[key] = [of[0] for reader in READERS for of in reader(data).values()]
        assert closing(site, key)["DTSTART;TZID=Europe/London"].endswith("T120000")
    assert read == {"o0": ["2026-07-31T11:00:00+00:00"] * 3, "o1": ["2026-12-18T12:00:00+00:00"] * 3}


def test_where_no_time_is_known_it_is_all_day(tmp_path):
    site = small(tmp_path, HOST, opportunities={"o0": ROUND | {"closes_at": None}})
    assert closing(site, "o0")["DTSTART;VALUE=DATE"] == "20260731"


def test_a_later_closing_date_keeps_the_uid_and_raises_the_sequence(tmp_path):
    change = {
        "date": "2026-07-01",
        "field": "closes_on",
        "before": "2026-07-31",
        "after": "2026-08-31",
        "reason": "Asked for.",
    }
    before = closing(small(tmp_path / "1", HOST, opportunities={"o0": ROUND}), "o0")
    later = ROUND | {"closes_on": "2026-08-31", "changes": [change]}
    after = closing(small(tmp_path / "2", HOST, opportunities={"o0": later}), "o0")
    assert before["UID"] == after["UID"] == "barsetshire-opportunity-o0-closes@money.barsetshire.example"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert after["DTSTART;TZID=Europe/London"] == "20260831T120000"
    assert "Asked for." in after["DESCRIPTION"]


def test_what_was_called_off_is_cancelled_and_of_another_sequence(tmp_path):
    said = {"date": "2026-06-01", "field": "cancelled_on", "after": "2026-06-01", "reason": "No money."}
    off = ROUND | {"cancelled_on": "2026-06-01"}
    site = small(tmp_path, HOST, opportunities={"o0": off, "o1": off | {"changes": [said]}})
    for key in ("o0", "o1"):
        assert closing(site, key)["STATUS"] == "CANCELLED"
        assert closing(site, key)["SEQUENCE"] == "1"


def test_the_last_change_is_said_where_it_is_known(tmp_path):
    site = small(tmp_path, HOST, opportunities={"o0": ROUND, "o1": ROUND | {"modified": "2026-05-04"}})
    assert "LAST-MODIFIED" not in closing(site, "o0")
    assert closing(site, "o1")["LAST-MODIFIED"] == "20260504T000000Z"


def test_the_time_zone_is_that_of_the_united_kingdom():
    """Each rule of the zone turns the clock when the time zone database does."""
    turns = {
        "DAYLIGHT": [(3, timedelta(0), timedelta(hours=1), 1)],
        "STANDARD": [(10, timedelta(hours=1), timedelta(0), 2)],
    }
    for part in calendars.ZONE.subcomponents:
        ((month, before, after, hour),) = turns[part.name]
        assert (before, after) == (part.TZOFFSETFROM, part.TZOFFSETTO)
        assert dict(part["RRULE"]) == {"FREQ": ["YEARLY"], "BYMONTH": [month], "BYDAY": ["-1SU"]}
        assert part.DTSTART.hour == hour
        for year in range(part.DTSTART.year, 2040):
            last = max(d for day in range(1, 32) if (d := datetime(year, month, day)).weekday() == 6)
            turn = (last + timedelta(hours=hour) - before).replace(tzinfo=UTC)
            assert turn.astimezone(LONDON).utcoffset() == after
            assert (turn - timedelta(seconds=1)).astimezone(LONDON).utcoffset() == before


def test_without_anything_that_has_a_day_there_is_no_file():
    site = site_with(record("opportunity", "o", title="Chest", rolling=True), record("round", "r", title="R"))
    assert list(calendars.outputs(site)) == []
    assert list(calendars.record_outputs(site, site.get("opportunity", "o"))) == []


def test_hostile_text_stays_text(tmp_path):
    bad = 'x;y,z\\n\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:a@b.example\x07 "é😀" ' + "long " * 60
    site = site_with(
        record("publisher", "bar", name="Office", short_name="B\r\nX:y", **HOST),
        record("opportunity", "o", title=bad, description=bad, closes_on="2026-07-31"),
    )
    ((_path, data),) = calendars.record_outputs(site, site.get("opportunity", "o"))
    assert all(len(line) <= 75 for line in lines(data))
    assert len(by_ical(data)) == len(by_vobject(data)) == len(by_icalendar(data)) == 1
    assert not re.search("^(ATTENDEE|X:y)", unfolded(data), re.MULTILINE)
    ((_at, title, *_rest),) = by_icalendar(data).values()
    assert title == "Closes: " + " ".join(bad.replace("\x07", "").split())


def test_the_same_bytes_twice():
    assert list(calendars.outputs(site_of("barsetshire"))) == list(calendars.outputs(site_of("barsetshire")))
