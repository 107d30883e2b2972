"""What is due in the terminal, in an issue and for programs: nothing left out, nothing private, and text stays text."""

import json
import re
from datetime import date, timedelta
from functools import partial

import pytest
from click.testing import CliRunner

from daylight import agenda
from daylight.cli import main
from daylight.views import due
from tests.cases import OFFICE, home_of
from tests.small import small

FROM = {"rules_from": "2020-01-01", "address": "https://money.barsetshire.example/"}
ENDS = {"award_date": "2026-01-05", "start_date": "2026-02-01"}
TODAY = "2026-11-21"
HOSTILE = "@mayor <img src=x onerror=alert(1)> [x](https://evil.example) #12 | *a* `b` & www.evil.example\n## Now"


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path, FROM, today=TODAY)


def ending(*days: str, **fields) -> dict:
    return {"awards": {f"x{n}": ENDS | {"end_date": day} | fields for n, day in enumerate(days)}}


def run(*words: str):
    return CliRunner().invoke(main, ["due", *words])


@pytest.mark.parametrize(("within", "told"), [(0, ["2026-11-21"]), (1, ["2026-11-21", "2026-11-22"])])
def test_the_last_day_of_the_time_is_told(make, within, told):
    site = make(**ending("2026-11-21", "2026-11-22", "2026-11-23"))
    assert [task.day for task in agenda.coming(site, within)] == told


def test_what_is_overdue_is_always_told(make):
    site = make(documents=[{"kind": "report", "review_on": "2021-01-05"}])
    assert [task.state(TODAY) for task in agenda.coming(site, 0)] == ["overdue"]


def test_text_says_how_soon_what_who_asks_and_where(make):
    site = make(**ending("2026-11-21"), documents={"d": {"kind": "report", "title": "Old", "review_on": "2026-11-20"}})
    assert agenda.as_text(site).splitlines() == [
        "Overdue: 1",
        "  20 November 2026: Old",
        "    Review the document. Then move its review date on, or replace it.",
        "    The dates of the record itself",
        "    data/documents/d.yml:1",
        "",
        "In the next 7 days: 1",
        "  21 November 2026: Sessions",
        "    The award ends. If it is to go on, that is decided before.",
        "    Specified Information Order 2011, paragraph 5(d): an extension has a decision of its own",
        "    data/awards/x0.yml:1",
    ]


def test_where_nothing_is_due_text_says_so_and_an_issue_has_no_body(make):
    site = make(**ending("2027-11-21"))
    assert agenda.as_text(site) == "Nothing is overdue, and nothing is due within 28 days.\n"
    assert agenda.as_markdown(site) == ""
    assert json.loads(agenda.as_json(site))["tasks"] == []


def test_markdown_is_a_list_to_tick_off_with_links_to_the_site_and_no_title(make):
    said = agenda.as_markdown(make(**ending("2026-11-21"))).splitlines()
    assert said[:2] == ["## In the next 7 days: 1", ""]
    about = "[Sessions](<https://money.barsetshire.example/awards/x0/>)"
    assert said[2].startswith(f"- [ ] **21 November 2026**: {about}. The award ends.")
    assert len(said) == 3


def test_what_records_say_stays_text_in_an_issue(make):
    said = agenda.as_markdown(make(**ending("2026-11-21", title=HOSTILE)))
    assert len(said.splitlines()) == 3
    for live in ("@mayor", "<img", "](https://evil", "#12", "://evil", "www.evil", "\n## Now", "`b`", " *a*"):
        assert live not in said, live
    assert len(re.findall(r"(?<!\\)\]\(", said)) == 1  # the link to the page of the record
    assert "Now" in said


def test_an_issue_is_never_longer_than_github_takes(make):
    days = ["2026-11-21"] * 150 + ["2026-12-10"] * 2
    said = agenda.as_markdown(make(**ending(*days, title="&<>" * 46)))
    assert 50_000 < len(said) < 65_536
    told = said.count("- [ ] ")
    assert 50 < told < 150
    assert said.endswith(f"\nand {152 - told} more, which `daylight due` names.\n")
    assert "4 weeks" not in said


def test_without_an_address_an_issue_has_no_links(tmp_path):
    site = small(tmp_path, {"rules_from": "2020-01-01"}, today=TODAY, **ending("2026-11-21"))
    assert "](" not in agenda.as_markdown(site)
    assert "Sessions" in agenda.as_markdown(site)


@pytest.mark.parametrize("form", agenda.FORMATS)
def test_what_looks_private_is_hidden(make, form):
    site = make(**ending("2026-11-21", title="Write to jane.roe@example.org or 07700 900123"))
    said = agenda.FORMATS[form](site, 28)
    assert "Write to" in said
    assert "jane" not in said
    assert "900123" not in said


def test_every_task_of_barsetshire_is_in_all_formats():
    site, wrong = agenda.read(home_of("barsetshire"), TODAY)
    assert not wrong
    last = (date.fromisoformat(TODAY) + timedelta(days=3000)).isoformat()
    tasks = [task for task in due.every(site) if task.day <= last]
    assert len(tasks) > 50
    found = json.loads(agenda.as_json(site, 3000))
    assert [(row["due_on"], row["kind"], row["todo"]) for row in found["tasks"]] == [(t.day, t.kind, t.todo) for t in tasks]
    assert agenda.as_markdown(site, 3000).count("- [ ] ") == len(tasks)
    assert agenda.as_text(site, 3000).count("\n  ") - 3 * len(tasks) <= len(tasks)
    for row in found["tasks"]:
        path, _, line = row["place"].rpartition(":")
        assert not path or ((home_of("barsetshire") / path).is_file() and int(line) > 0)


def test_the_command_prints_each_format_and_ends_well():
    office = str(home_of("barsetshire"))
    for form in agenda.FORMATS:
        done = run(office, "--format", form, "--today", TODAY, "--within", "30")
        assert done.exit_code == 0
        assert "Bright Ideas: sitting of December 2026" in done.stdout
    assert "sitting of December" not in run(office, "--today", TODAY, "--within", "15").stdout


def test_without_a_day_it_is_the_real_one():
    found = json.loads(run(str(home_of("barsetshire")), "--format", "json").stdout)
    assert found["today"] == date.today().isoformat()


def test_where_nothing_is_due_the_command_prints_no_markdown_and_ends_well(tmp_path):
    done = run(str(OFFICE), "--format", "markdown", "--today", "2019-01-05")
    assert (done.exit_code, done.stdout) == (0, "")


def test_a_file_that_cannot_be_read_is_said_beside_what_is_due(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/publisher.yml").write_text("name: [", "utf-8")
    done = run(str(tmp_path), "--format", "markdown")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "make check" in done.stderr


@pytest.mark.parametrize("words", [("--today", "1 April"), ("--within", "-1"), ("--format", "pdf"), ("no-such-folder",)])
def test_wrong_use_is_said(words):
    assert run(*words).exit_code == 2
