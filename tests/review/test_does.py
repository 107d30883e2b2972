"""What a change does, in words."""

import sys

import pytest

from tests.review.repository import CSV_AWARDS, award, lines

PAID = "payments:\n  - date: 2025-06-01\n    amount: 40.00\n"


def test_an_award_that_is_added(repository):
    report = repository.change({"data/awards/two.yml": award(title="Boxing", amount="1200.00")})
    assert lines(report) == ["Adds the award two (Boxing), £1,200.00, to Community Safety Fund of 2025-26."]


def test_awards_that_are_added_are_grouped_by_fund_and_year(repository):
    report = repository.change(
        {
            "data/awards/two.yml": award(title="Boxing", amount="1200.00"),
            "data/awards/three.yml": award(title="Judo", amount="300.50"),
            "data/awards/four.yml": award(title="Chess", amount=None, amount_basis="not_published"),
            "data/awards/old.yml": award(title="Old", award_date="2024-05-01", fund=None),
            "data/awards/road.yml": award(title="Signs", fund="roads"),
        }
    )
    assert lines(report) == [
        "Adds the award old (Old), £100.00, of 2024-25.",
        "Adds 3 awards, £1,500.50 and 1 with no amount that can be added up, to Community Safety Fund of 2025-26.\n"
        "  four (Chess): with no amount that can be added up\n  three (Judo): £300.50\n  two (Boxing): £1,200.00",
        "Adds the award road (Signs), £100.00, to Road Safety Fund of 2025-26.",
    ]


def test_a_correction(repository):
    repository.commit({"data/awards/one.yml": award(end_date="2024-03-31")})
    report = repository.change({"data/awards/one.yml": award(end_date="2025-03-31")})
    assert lines(report) == ["Corrects the end date of one (Evening sessions) from 31 March 2024 to 31 March 2025."]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {"end_date": "2025-09-30"}, "Adds the end date to one (Evening sessions): 30 September 2025."),
        ({"end_date": "2025-09-30"}, {}, "Takes the end date away from one (Evening sessions)."),
        ({}, {"fund": "roads"}, "Corrects the fund of one (Evening sessions) from Community Safety Fund to Road Safety Fund."),
        ({}, {"type": "contract"}, "Corrects “Kind of award” of one (Evening sessions) from Grant to Contract."),
        ({}, {"title": "Sessions"}, "Corrects the title of one from “Evening sessions” to “Sessions”."),
        (
            {"end_date": "2025-09-30"},
            {"end_date": "2025-10-31", "amount": "90.00"},
            "Changes one (Evening sessions) in 2 places: corrects the amount from £100.00 to £90.00; "
            "corrects the end date from 30 September 2025 to 31 October 2025.",
        ),
        ({}, {"amount": "ninety"}, "Changes the amount of one (Evening sessions) to something that cannot be read."),
    ],
)
def test_each_way_to_change_a_field(repository, before, after, said):
    repository.commit({"data/awards/one.yml": award(**before)})
    assert lines(repository.change({"data/awards/one.yml": award(**after)})) == [said]


def test_a_long_text_is_not_told_whole(repository):
    repository.commit({"data/awards/one.yml": award(purpose="Boxing " * 20)})
    report = repository.change({"data/awards/one.yml": award(purpose="Chess " * 20)})
    assert lines(report) == ["Corrects the purpose of one (Evening sessions)."]


def test_a_row_of_a_list(repository):
    report = repository.change({"data/awards/one.yml": award() + PAID})
    assert lines(report) == ["Adds a payment to one (Evening sessions) (Date: 1 June 2025; Amount: £40.00)."]
    report = repository.change({"data/awards/one.yml": award() + PAID.replace("40", "50")})
    assert lines(report) == ["Corrects the amount in row 1 of the payments of one (Evening sessions) from £40.00 to £50.00."]
    report = repository.change({"data/awards/one.yml": award()})
    assert lines(report) == ["Takes a payment away from one (Evening sessions)."]


def test_many_rows_of_a_list_are_told_together(repository):
    paid = "payments:\n" + "".join(f"  - date: 2025-06-{n:02d}\n    amount: 1.00\n" for n in range(1, 6))
    report = repository.change({"data/awards/one.yml": award() + paid})
    assert lines(report) == ["Adds 5 payments to one (Evening sessions)."]
    report = repository.change({"data/awards/one.yml": award(title="Late") + paid.replace("1.00", "2.00")})
    both = "corrects the title from “Evening sessions” to “Late”; corrects the amount in 5 payments"
    assert lines(report) == [f"Changes one (Late) in 6 places: {both}."]
    report = repository.change({"data/awards/one.yml": award(title="Late")})
    assert lines(report) == ["Takes 5 payments away from one (Late)."]
    report = repository.change({"data/awards/one.yml": award(title="Late") + "conditions:\n  - Keep the hall tidy.\n"})
    assert lines(report) == ["Adds a condition to one (Late) (Keep the hall tidy.)"]


def test_what_is_corrected_in_many_records_is_one_line(repository):
    def many(**fields) -> dict[str, str]:
        return {f"data/awards/a{n}.yml": award(title=f"Night {n}", **fields) for n in range(6)}

    repository.commit(many())
    report = repository.change(many(amount="90.00", end_date="2025-09-30") | {"data/awards/a0.yml": award(amount="90.00")})
    assert lines(report)[1:] == [
        "Changes 5 awards alike: corrects the amount; adds the end date.\n"
        + "\n".join(f"  a{n} (Night {n})" for n in range(1, 6))
    ]
    report = repository.change(many(amount="80.00", end_date="2025-09-30"))
    first, others = report.lines
    assert first.text.startswith("Changes a0 (Night 0) in 3 places")
    assert (others.text, others.each[0]) == ("Corrects the amount of 5 awards.", "a1 (Night 1) from £90.00 to £80.00")
    assert len(others.each) == 5
    report = repository.change(many(amount="80.00", end_date="2025-09-30", start_date="2025-05-01"))
    assert [line.text for line in report.lines] == ["Adds the start date to 6 awards."]
    assert report.lines[0].each[5] == "a5 (Night 5): 1 May 2025"


def test_rows_that_are_corrected_in_many_records_are_one_line(repository):
    def paid(amount: str) -> dict[str, str]:
        rows = "payments:\n" + "".join(f"  - date: 2025-06-{n:02d}\n    amount: {amount}\n" for n in (1, 2))
        return {f"data/awards/a{n}.yml": award(title=f"Night {n}") + rows for n in range(5)}

    repository.commit(paid("1.00"))
    (line,) = repository.change(paid("2.00")).lines
    assert (line.text, line.each[0]) == ("Corrects the amount in the payments of 5 awards.", "a0 (Night 0): 2 payments")


def test_a_field_whose_name_is_no_word_is_called_as_on_its_page(repository):
    spring = (repository.office / "data/opportunities/spring.yml").read_text("utf-8")
    report = repository.change({"data/opportunities/spring.yml": spring + "closes_on: 2025-09-30\n"})
    assert lines(report) == ["Adds “Closes on” to spring (Spring round): 30 September 2025."]


def test_a_row_of_a_list_in_a_table(repository):
    report = repository.change({"data/awards/payments/all.csv": "award,date,amount\r\none,2025-06-01,40.00\r\n"})
    assert lines(report) == ["Adds a payment to one (Evening sessions) (Date: 1 June 2025; Amount: £40.00)."]


@pytest.mark.parametrize("cores", [1, 4])
def test_what_is_withdrawn_is_named_by_its_key_alone(repository, monkeypatch, cores):
    monkeypatch.setattr(sys.modules["daylight.review.beside"], "cores", lambda: cores)
    report = repository.change({"data/awards/one.yml": None})
    assert lines(report) == ["Withdraws the award one, £100.00. Its page goes, and links to it break."]


def test_the_record_of_the_office_has_no_page_that_goes(repository):
    report = repository.change({"data/publisher.yml": None})
    assert lines(report) == ["Withdraws the office's own record."]


def test_other_records(repository):
    club = (repository.office / "data/organisations/club.yml").read_text("utf-8")
    new = {f"data/organisations/{key}.yml": f"name: {key.title()}\nsource: https://example.org/\n" for key in ("east", "west")}
    report = repository.change({**new, "data/organisations/club.yml": club.replace("name: ", "name: The ")})
    first, second = lines(report)
    assert first == "Adds 2 organisations.\n  east (East)\n  west (West)"
    assert second.startswith("Corrects the name of club from ")


def test_a_renamed_file_gives_the_record_another_key(repository):
    report = repository.change({"data/awards/one.yml": None, "data/awards/first.yml": award()})
    assert lines(report) == ["Gives the award one the key first: its page moves, and links to the old one break."]
    assert report.totals == []


@pytest.mark.parametrize("path", ["data/awards/2025-26/one.yml", "data/awards/many.csv"])
def test_a_record_that_only_moves_is_no_change(repository, path):
    row = "one,Evening sessions,grant,out,100.00,exact,safety,club,2025-05-01,https://barsetshire.example/all\r\n"
    text = CSV_AWARDS + row if path.endswith("csv") else award()
    report = repository.change({"data/awards/one.yml": None, path: text})
    said = "Moves or rewrites 2 files of records, and what they say stays the same."
    assert lines(report) == ["\n  ".join([said, *sorted([path, "data/awards/one.yml"])])]
    assert (report.steps, report.totals, report.limits) == ([], [], [])


def test_a_row_of_a_list_that_only_moves_is_no_change(repository):
    table = "award,date,amount\r\none,2025-06-01,40.00\r\n"
    repository.commit({"data/awards/payments/all.csv": table})
    report = repository.change({"data/awards/payments/all.csv": None, "data/awards/payments/some.csv": table})
    (said,) = lines(report)
    assert said.startswith("Moves or rewrites 2 files of records, and what they say stays the same.")


def test_prose_the_menu_and_the_program(repository):
    config = (repository.office / "mkdocs.yml").read_text("utf-8")
    report = repository.change(
        {
            "content/about.md": "# About\n\nWho we are now.\n",
            "content/contact.md": "# Contact\n",
            "mkdocs.yml": config.replace("Where the money", "Where all the money"),
            "generator/x.py": "",
            "Makefile": "",
            ".github/workflows/x.yml": "",
            "notes.txt": "",
            "data/notes.txt": "Ours.",
        }
    )
    assert lines(report) == [
        "Changes the page content/about.md.",
        "Adds the page content/contact.md.",
        "Changes the menu or the settings of the site (mkdocs.yml).",
        "Changes 2 files of the program.\n  Makefile\n  generator/x.py",
        "Changes 1 file of the workflows.\n  .github/workflows/x.yml",
        "Changes 2 files beside these.\n  data/notes.txt\n  notes.txt",
    ]
    assert [page.path for page in report.pages] == ["about/", "contact/"]


def test_a_file_that_cannot_be_read_is_no_withdrawal(repository):
    report = repository.change({"data/awards/one.yml": "title: [\n"})
    assert lines(report) == ["Holds 1 file that cannot be read yet.\n  data/awards/one.yml"]


def test_an_empty_change(repository):
    repository.commit()
    assert "- Changes nothing that is published.\n" in repository.comment()
    assert "Nothing to fix." in repository.comment()


def test_a_rule_of_the_strategy(repository):
    rule = (
        'strategies:\n  - strategy: "now"\n    title: Strategy\n    from: 2020-04-01\nrules:\n  - rule: BA-01\n'
        '    strategy: "now"\n    topic: funds\n    title: A limit.\n    words: limit\n    place: Part 1\n'
        "    check: amount-limit\n    maximum: 5000.00\n"
    )
    publisher = (repository.office / "data/publisher.yml").read_text("utf-8")
    repository.commit({"data/publisher.yml": publisher + rule})
    report = repository.change({"data/publisher.yml": publisher + rule.replace("5000", "7500")})
    assert lines(report) == ["Corrects “At most” of rule BA-01 of the office's own record from £5,000.00 to £7,500.00."]
