"""Which findings a change brings, which were there before, and which it puts right."""

from tests.review.repository import CSV_AWARDS, award, lines

WRONG = award(title="Wrong", type="present")
ROW = "{key},Evening sessions,present,out,100.00,exact,safety,club,2025-05-01,https://barsetshire.example/all\r\n"


def told(report) -> list[tuple[str, int, str]]:
    return [(f.path, f.line, f.rule) for f in report.findings]


def test_a_new_error_is_of_this_change(repository):
    report = repository.change({"data/awards/two.yml": WRONG})
    assert told(report) == [("data/awards/two.yml", 2, "CONSTRAINT")]
    assert (report.found.before, report.found.gone) == (0, 0)


def test_errors_come_before_warnings(repository):
    report = repository.change(
        {"data/awards/an.yml": award(end_date="2099-05-01", start_date="2098-01-01"), "data/awards/two.yml": WRONG}
    )
    assert [f.severity for f in report.findings] == ["error", "warning", "warning"]


def test_what_was_there_before_is_counted_apart(repository):
    repository.commit({"data/awards/two.yml": WRONG})
    report = repository.change({"data/awards/three.yml": award()})
    assert (told(report), report.found.before, report.found.gone) == ([], 1, 0)
    assert "1 finding was there before, not of this change." in repository.comment()


def test_what_was_there_before_is_the_same_on_another_line_and_in_another_file(repository):
    repository.commit({"data/awards/two.yml": WRONG})
    report = repository.change({"data/awards/two.yml": "note: First\n" + WRONG})
    assert (told(report), report.found.before, report.found.gone) == ([], 1, 0)
    report = repository.change({"data/awards/two.yml": None, "data/awards/2025-26/two.yml": "note: First\n" + WRONG})
    assert (told(report), report.found.before, report.found.gone) == ([], 1, 0)


def test_a_row_that_is_put_before_others_moves_no_finding(repository):
    table = CSV_AWARDS + ROW.format(key="two")
    repository.commit({"data/awards/many.csv": table})
    report = repository.change({"data/awards/many.csv": table + ROW.format(key="three").replace("present", "grant")})
    assert (told(report), report.found.gone) == ([], 0)
    report = repository.change({"data/awards/many.csv": CSV_AWARDS + ROW.format(key="four") + table[len(CSV_AWARDS) :]})
    assert told(report) == [("data/awards/many.csv", 2, "CONSTRAINT")]


def test_what_is_put_right_is_counted(repository):
    repository.commit({"data/awards/two.yml": WRONG})
    report = repository.change({"data/awards/two.yml": award(title="Right")})
    assert (told(report), report.found.before, report.found.gone) == ([], 0, 1)
    assert "This change puts right 1 earlier finding." in repository.comment()


def test_another_mistake_in_the_place_of_one_puts_nothing_right(repository):
    repository.commit({"data/awards/two.yml": WRONG})
    report = repository.change({"data/awards/two.yml": award(title="Wrong", type="gift")})
    assert (len(told(report)), report.found.gone) == (1, 0)


def test_a_mistake_that_shows_in_another_record_is_of_this_change(repository):
    report = repository.change({"data/organisations/club.yml": None})
    assert ("data/awards/one.yml", 7, "REF-01") in told(report)


def test_what_is_wrong_in_the_prose_is_no_finding_of_another_change(repository):
    repository.commit({"content/contact.md": "# Contact\n\n[to fill in: the telephone number]\n"})
    report = repository.change({"data/awards/two.yml": award()})
    assert told(report) == []
    assert lines(report)[0].startswith("Adds the award two")


def test_annotations_are_of_the_new_findings_alone(repository):
    from click.testing import CliRunner

    from daylight.cli.review import command

    repository.commit({"data/awards/two.yml": WRONG})
    repository.commit({"data/awards/three.yml": WRONG})
    done = CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office), "--format", "github"])
    assert done.exit_code == 1
    (line,) = done.output.splitlines()
    assert line.startswith("::error file=data/awards/three.yml,line=2,title=CONSTRAINT::the type must be one of ")
