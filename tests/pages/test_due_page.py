"""The page What is due: for the public too, so it explains itself, and names nothing that is not public."""

from datetime import date, timedelta
from functools import partial

import pytest
from lxml import html
from tests.built import TODAY, example
from tests.small import policy, small

from daylight.pages.reports import due as report
from daylight.record import Record
from daylight.views import calendars
from daylight.views.due.task import KINDS, STATES
from daylight.words import WELSH, spoken

FROM = {"rules_from": "2020-01-01"}
ENDS = {"award_date": "2026-01-05", "start_date": "2026-02-01", "status": "active"}


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path, today=TODAY)


def ending(*days: str) -> dict:
    return {"awards": {f"x{n}": ENDS | {"end_date": day} for n, day in enumerate(days)}}


def sections(page) -> dict:
    return {section.id: section for section in page.values["sections"]}


def rows(page, state: str) -> list:
    return sections(page)[state].tables[0].rows


def shown(page) -> str:
    said = [page.values["lead"], *(str(text) for s in page.values["sections"] for text in s.texts)]
    return " ".join(said)


def test_each_time_has_its_days_and_the_rest_is_counted(make):
    days = ["2026-11-21", "2026-11-27", "2026-11-28", "2026-12-18", "2026-12-19", "2027-02-20", "2027-02-21"]
    page = report.page(make(FROM, documents=[{"kind": "report", "review_on": "2026-11-20"}], **ending(*days)))
    assert list(sections(page)) == ["", *STATES]
    told = {state: [row[0] for row in rows(page, state)] for state in ("overdue", "week", "month", "quarter")}
    assert told == {
        "overdue": ["20 November 2026"],
        "week": ["21 November 2026", "27 November 2026"],
        "month": ["28 November 2026", "18 December 2026"],
        "quarter": ["19 December 2026", "20 February 2027"],
    }
    assert rows(page, "later") == [["Awards", 1, "21 February 2027"]]
    assert page.values["lead"] == "On 21 November 2026: 1 overdue, 6 due in the next three months."


def test_where_nothing_is_due_it_says_so(make):
    page = report.page(make(FROM))
    assert "Nothing is overdue." in shown(page)
    assert "Nothing is known to be due later." in shown(page)
    assert "calendar" not in shown(page)
    assert not any(section.tables[0].rows for section in page.values["sections"] if section.tables)


@pytest.mark.parametrize("own", [True, False])
def test_it_says_what_overdue_means_and_what_a_demonstration_is(make, own):
    page = report.page(make(FROM | ({"demonstration": None} if own else {}), **ending("2026-11-21")))
    assert "It may have been done and not been written down." in shown(page)
    assert "before 1 January 2020 is not here" in shown(page)
    assert ("This is a demonstration" in shown(page)) != own
    assert "calendar/due.ics" in shown(page)


def test_of_very_many_the_first_are_shown_and_all_are_counted(make):
    page = report.page(make(FROM, **ending(*["2026-11-21"] * (report.SHOWN + 1))))
    assert len(rows(page, "week")) == report.SHOWN
    assert sections(page)["week"].tables[0].caption == f"In the next 7 days: {report.SHOWN + 1}"
    assert f"The first {report.SHOWN} are shown." in shown(page)


def test_a_record_is_linked_and_what_has_none_leads_to_a_page(make):
    page = report.page(make(FROM, publications=[{"duty": "3g", "period": "2026-10"}], **ending("2026-11-21")))
    ((_day, about, _todo, _why),) = rows(page, "week")
    assert isinstance(about, Record)
    ((_day, about, _todo, _why),) = rows(page, "month")
    assert 'is-it-all-here/">Order, paragraph 3(g)' in about


def test_on_a_welsh_page_the_words_of_the_strategy_are_marked_as_english(make):
    rule = {"check": "after-end", "fields": "evaluation", "figure": "1", "title": "An evaluation can be read."}
    site = make(policy(rule, **FROM), awards={"x": ENDS | {"end_date": "2026-11-10"}})
    with spoken(WELSH):
        ((_day, _about, todo, why),) = rows(report.page(site), "month")
    assert why == '<span lang="en-GB">RR-01: An evaluation can be read. (Section 1)</span>'
    assert todo.startswith("Cyhoeddi")


# --- the built page of Barsetshire ---


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return example("barsetshire", tmp_path_factory)


@pytest.mark.parametrize("way", ["", "cy/"])
def test_all_that_it_links_is_there(built, way):
    page = html.fromstring((built / f"{way}due/index.html").read_bytes())
    (main,) = page.xpath("//article | //main[not(.//article)]")
    links = [href for href in main.xpath(".//a/@href") if not href.startswith(("#", "http"))]
    assert len(links) > 20
    for href in links:
        target = (built / way / "due" / href).resolve()
        assert target.is_file() or (target / "index.html").is_file(), href


def test_what_is_withheld_is_named_nowhere_on_it(built):
    said = html.fromstring((built / "due/index.html").read_bytes()).text_content()
    assert "Look again at what is withheld here." in said
    for row in ("FOIA", "safeguarding", "users are in danger"):
        assert row not in said


def test_it_is_in_the_menu(built):
    page = html.fromstring((built / "index.html").read_bytes())
    assert "What is due" in [a.text_content().strip() for a in page.xpath("//a[contains(@href, 'due/')]")]


# --- the calendar ---


def test_a_calendar_has_an_event_for_each_day_and_kind_in_the_next_three_months(make):
    days = ["2026-11-21", "2026-11-21", "2026-12-18", "2027-02-20", "2027-02-21"]
    late = {"documents": [{"kind": "report", "review_on": "2026-11-20"}]}
    events = list(calendars.tasks(make(FROM, **late, **ending(*days))))
    assert [(e.day, e.title) for e in events] == [
        ("2026-11-20", "Documents: Document"),
        ("2026-11-21", "Awards: 2 things are due"),
        ("2026-12-18", "Awards: Sessions"),
        ("2027-02-20", "Awards: Sessions"),
    ]
    assert [e.path for e in events] == ["documents/d0/", "due/", "awards/x2/", "awards/x3/"]
    assert all(e.time == "" and not e.cancelled for e in events)


def test_an_event_keeps_its_uid_when_a_thing_of_its_day_is_done_and_on_the_next_day(tmp_path):
    records = ending("2026-12-01", "2026-12-01")
    one = small(tmp_path / "1", FROM, today=TODAY, **records)
    records["awards"].pop("x1")
    other = small(tmp_path / "2", FROM, today="2026-11-22", **records)
    ((first,), (second,)) = ([*calendars.tasks(one)], [*calendars.tasks(other)])
    assert first.uid == second.uid
    assert first.about.count("\n") == 1
    assert "\n" not in second.about


def test_an_event_of_very_many_tells_some_and_counts_all(make):
    (event,) = calendars.tasks(make(FROM, **ending(*["2026-11-21"] * (calendars.NAMED + 3))))
    assert event.title == f"Awards: {calendars.NAMED + 3} things are due"
    assert event.about.splitlines()[-1] == "and 3 more"
    assert len(event.about.splitlines()) == calendars.NAMED + 1


def test_the_calendar_of_barsetshire_has_the_days_of_its_page(built):
    page = html.fromstring((built / "due/index.html").read_bytes())
    tables = page.xpath("//table")[:-1]  # but for that of what is later
    days = [cell.text_content() for table in tables for cell in table.xpath(".//tbody/tr/th")]
    text = (built / "calendar/due.ics").read_text("utf-8")
    starts = [line.removeprefix("DTSTART;VALUE=DATE:").strip() for line in text.splitlines() if line.startswith("DTSTART")]
    named = {date.fromisoformat(day).strftime("%-d %B %Y") for day in starts}
    assert named == set(days)
    last = date.fromisoformat(TODAY) + timedelta(days=92)
    assert max(starts) < last.strftime("%Y%m%d")
    assert {line.removeprefix("CATEGORIES:").strip() for line in text.splitlines() if line.startswith("CATEGORIES")} <= {
        *KINDS.values()
    }
