"""What offices really have: each oddity of a spreadsheet is read rightly, or said and held back, and never guessed."""

import datetime
from decimal import Decimal

import pytest
from tests.intake.small import GIVEN, awards, book, office, outcomes, table, taken, wrong

from daylight.intake import reckoning, righting, telling

HEAD = "Recipient|Title|Amount|Award date"


def one(tmp_path, cells, head=HEAD, **more):
    """The award of the first row below the headings, and what is wrong with it."""
    done = taken(tmp_path / "office", table(head, cells), **more)
    return (awards(done) or [None])[0], wrong(done)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        *(
            ("12500", "12500.00"),
            ("£12,500", "12500.00"),
            ("£ 12,500.50", "12500.50"),
            ("12,500.5", "12500.50"),
        ),
        *(("12 500", "12500.00"), ("£12,500*", "12500.00"), ("12,500 [1]", "12500.00"), ("GBP 12,500", "12500.00")),
    ],
)
def test_amounts_are_read_as_people_type_them(tmp_path, typed, amount):
    award, said = one(tmp_path, f"Barchester Club|Roof|{typed}|2023-07-14")
    assert (award["amount"], award["amount_basis"]) == (amount, "exact")
    assert not [line for line in said if "warning" not in line]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("£22.955", "may be thousands or pence"),
        ("12.500,00", "must be an amount"),
        ("£1.2m", "type 1200000.00"),
        ("12k", "type 12000.00"),
        ("up to £5,000", "must be an amount"),
        ("£5,000 - £7,000", "must be an amount"),
        ("1,2345", "must be an amount"),
        ("1" * 40, "must be an amount"),
        ("nil", "must be an amount"),
        ("5,000 CR", "must be an amount"),
        ("1,200.00-", "money that came back is a change of its award"),
        ("(1,200.00)", "money that came back is a change of its award"),
        ("-£500", "money that came back is a change of its award"),
    ],
)
def test_amounts_that_could_be_two_are_said_with_what_to_type(tmp_path, typed, said):
    award, lines = one(tmp_path, f"Barchester Club|Roof|{typed}|2023-07-14")
    assert award is None
    [line] = lines
    assert line.startswith("grants, row 2, column C (Amount): ")
    assert said in line


@pytest.mark.parametrize("typed", ["n/a", "-", "TBC", "", "N/A", "–", "not known"])
def test_what_says_nothing_is_nothing(tmp_path, typed):
    award, _ = one(tmp_path, f"Barchester Club|Roof|{typed}|2023-07-14")
    assert "amount" not in award
    assert award["amount_basis"] == "not_published"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        *(
            ("1st April 2023", "2023-04-01"),
            ("1 Apr 2023", "2023-04-01"),
            ("Saturday 1 April 2023", "2023-04-01"),
            ("45017", "2023-04-01"),
        ),
        *(
            ("25/12/2023", "2023-12-25"),
            ("25/12/23", "2023-12-25"),
            ("2023-04-01T00:00:00", "2023-04-01"),
            ("04/04/2023", "2023-04-04"),
        ),
        *(
            ("April 1, 2023", "2023-04-01"),
            ("25.12.2023", "2023-12-25"),
            ("1-Apr-23", "2023-04-01"),
            ("2nd of May 2023", "2023-05-02"),
            ("2023/04/01", "2023-04-01"),
            ("25/12/2023 2:30 PM", "2023-12-25"),
        ),
    ],
)
def test_days_are_read_as_people_type_them(tmp_path, typed, day):
    award, _ = one(tmp_path, f"Barchester Club|Roof|5|{typed}")
    assert award["award_date"] == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("01/02/2024", "may be day or month first"),
        ("31/02/2024", "a day of the calendar"),
        ("April 2023", "must be a whole day"),
        ("2023", "must be a whole day"),
        ("spring", "must be a whole day"),
    ],
)
def test_days_that_could_be_two_are_said(tmp_path, typed, said):
    rows = (HEAD, f"Barchester Club|Roof|5|{typed}", *(f"Hall {n}|Roof|5|2024-03-20" for n in range(4)))
    done = taken(tmp_path / "office", table(*rows))
    [line] = wrong(done)
    assert line.startswith("grants, row 2, column D (Award date): ")
    assert said in line


def test_a_column_that_shows_its_order_somewhere_settles_it_for_all(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|01/02/2024", "Hall|Roof|5|25/02/2024"))
    assert [award["award_date"] for award in awards(done)] == ["2024-02-01", "2024-02-25"]
    done = taken(tmp_path / "other", table(HEAD, "Club|Roof|5|01/02/2024", "Hall|Roof|5|02/25/2024"))
    assert [award["award_date"] for award in awards(done)] == ["2024-01-02", "2024-02-25"]


def test_a_column_that_shows_both_orders_is_read_only_where_it_is_sure(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|01/02/2024", "Hall|Roof|5|25/02/2024", "Inn|Roof|5|02/25/2024"))
    assert outcomes(done) == [(1, "skipped"), (2, "held"), (3, "record"), (4, "record")]


def test_a_mapping_settles_the_order_of_a_column(tmp_path):
    home = office(tmp_path / "office")
    (home / "imports").mkdir()
    columns = "columns: {Recipient: recipient, Title: title, Amount: amount, Award date: award_date}"
    (home / "imports/a.yml").write_text(f"kind: award\n{columns}\ndates: {{Award date: day first}}\n", "utf-8")
    done = taken(home, table(HEAD, "Club|Roof|5|01/02/2024"))
    assert awards(done)[0]["award_date"] == "2024-02-01"


def test_title_rows_blank_rows_notes_and_repeated_headings_are_no_records(tmp_path):
    def fill(sheet):
        sheet.append(["Community grants of Barsetshire"])
        sheet.append(["As agreed by the panel", None, "2023"])
        sheet.append([])
        sheet.append(["Recipient", "Title", "Amount (£)"])
        sheet.append(["Barchester Club", "Roof", 1200])
        for _ in range(3000):
            sheet.append([])
        sheet.append(["Recipient", "Title", "Amount (£)"])
        sheet.append(["Hiram's Hospital", "Garden", 800.5])
        sheet.append(["Total", None, 2000.5])
        sheet.append([])
        sheet.append(["* Note: paid in two parts"])

    done = taken(tmp_path / "office", book(fill), "grants.xlsx")
    assert [(a["recipient"], a["amount"]) for a in awards(done)] == [
        ("barchester-club", "1200.00"),
        ("hirams-hospital", "800.50"),
    ]
    skipped = {row.row + 1: row.skipped for row in done.rows if row.skipped}
    assert list(skipped) == [1, 2, 4, 3006, 3010, 3008]
    assert "Row 3008 says a total of £2,000.50, which is what its rows come to." in reckoning.result(done)


def test_a_total_that_its_rows_do_not_come_to_is_said(tmp_path):
    done = taken(tmp_path / "office", table("Recipient|Title|Amount", "Club|Roof|£5", "Hall|Roof|£6", "Total||£12"))
    assert "Row 4 says a total of £12.00, and its rows come to £11.00: one of them is wrong." in reckoning.result(done)


def test_subtotals_and_a_grand_total_are_no_records(tmp_path):
    rows = (
        "Recipient|Title|Amount",
        "Club|Roof|5",
        "Hall|Roof|6",
        "Subtotal||11",
        "Inn|Roof|7",
        "Subtotal||7",
        "Grand total||18",
    )
    done = taken(tmp_path / "office", table(*rows))
    assert len(awards(done)) == 3
    assert not [line for line in reckoning.result(done) if "wrong" in line]


def test_a_row_of_numbers_alone_that_adds_up_is_a_total_and_a_body_called_total_is_none(tmp_path):
    rows = ("Recipient|Title|Amount", "Club|Roof|5", "Total Theatre Company|Play|6", "||11")
    done = taken(tmp_path / "office", table(*rows))
    assert [a["recipient"] for a in awards(done)] == ["club", "total-theatre-company"]
    assert [row.skipped for row in done.rows if row.row == 3] == ["it adds up other rows"]


def test_amounts_in_thousands_are_multiplied_exactly_and_it_is_said(tmp_path):
    done = taken(
        tmp_path / "office", table("Recipient|Title|Amount (£000s)", "Club|Roof|551.588", "Hall|Roof|12", "Inn|Roof|0.0001")
    )
    assert [(a["amount"], a["amount_basis"]) for a in awards(done)] == [
        ("551588.00", "rounded"),
        ("12000.00", "rounded"),
        ("0.10", "rounded"),
    ]
    assert "multiplied, like 551.588 for 551588.00" in "\n".join(telling.understood(done))


def test_a_merged_cell_says_the_same_of_all_its_rows_and_a_merged_amount_says_nothing(tmp_path):
    def fill(sheet):
        for row in (["Fund", "Recipient", "Title", "Amount"], ["Youth fund", "Club", "Roof", 5], [None, "Hall", "Bell", 6]):
            sheet.append(row)
        sheet.append(["Crime fund", "Inn", "Door", 7])
        sheet.append([None, "Mill", "Door", None])
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("D4:D5")

    done = taken(tmp_path / "office", book(fill), "grants.xlsx")
    assert [(a["recipient"], a["scheme"]) for a in awards(done)] == [("club", "Youth fund"), ("hall", "Youth fund")]
    assert [line.partition(": ")[0] for line in wrong(done)] == ["Sheet1, rows 4 and 5, column D (Amount)"]


def test_headings_that_are_merged_over_two_rows_are_read_together(tmp_path):
    def fill(sheet):
        sheet.append(["Recipient", "Title", "Amount", "Planned", None])
        sheet.append([None, None, None, "Start date", "End date"])
        sheet.append(["Club", "Roof", 5, datetime.date(2023, 4, 1), datetime.date(2024, 3, 31)])
        for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
            sheet.merge_cells(area)

    done = taken(tmp_path / "office", book(fill), "grants.xlsx")
    assert awards(done)[0]["start_date"] == "2023-04-01"


def test_hidden_rows_are_held_back_hidden_columns_and_sheets_are_skipped_and_said(tmp_path):
    def fill(sheet):
        for row in (["Recipient", "Title", "Amount", "Note"], ["Club", "Roof", 5, "seen"], ["Hall", "Bell", 6, "seen"]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True

    def hide(sheet):
        sheet.append(["Recipient", "Title", "Amount"])
        sheet.append(["Mill", "Roof", 9])
        sheet.sheet_state = "hidden"

    done = taken(tmp_path / "office", book(fill, hide), "grants.xlsx")
    assert [a["recipient"] for a in awards(done)] == ["club"]
    assert "note" not in awards(done)[0]
    said = "\n".join([*wrong(done), *reckoning.result(done)])
    assert "Sheet1, row 3: this row is hidden" in said
    assert "Note: 1 cell, since its column is hidden" in said
    assert "2 since its sheet is hidden" in said


@pytest.mark.parametrize("name", ["Mr Septimus Harding", "John Bold", "Rev. Josiah Crawley", "someone@barchester.example"])
def test_a_private_person_is_held_back_and_not_repeated(tmp_path, name):
    done = taken(tmp_path / "office", table(HEAD, f"{name}|Roof|5|2023-07-14"))
    said = "\n".join([*telling.understood(done), *wrong(done), *reckoning.result(done)])
    assert outcomes(done)[1] == (2, "held")
    assert name not in said
    assert done.proposal.files == {}


def test_a_person_in_a_list_of_organisations_is_held_back_and_a_registered_body_is_none(tmp_path):
    rows = ("Organisation name|Charity number", "Mr J Smith|", "Robin Hood|1101234", "Barchester Club|")
    done = taken(tmp_path / "office", table(*rows), kind="organisation", given={"source": GIVEN["source"]})
    assert [draft.fields["name"] for row in done.rows for draft in row.drafts] == ["Robin Hood", "Barchester Club"]


def test_recipients_that_are_kept_back_or_several_are_no_organisations(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Redacted|Roof|5|2023-07-14", "Various providers|Bell|6|2023-07-14"))
    assert [(a.get("recipient"), a["recipient_as_published"]) for a in awards(done)] == [(None, "Various providers")]
    assert "the recipient must be a body, and this says that its name is kept back" in "".join(wrong(done))


def test_a_person_who_is_not_named_is_taken_without_a_name(tmp_path):
    award, _ = one(tmp_path, "Individual|A course|5|2023-07-14")
    assert award["recipient_individual"] == "yes"
    assert "recipient" not in award


def test_addresses_and_telephone_numbers_are_never_taken(tmp_path):
    done = taken(
        tmp_path / "office", table("Recipient|Title|Amount|Postcode|Contact email", "Club|Roof|5|BA1 1AA|a@b.example")
    )
    assert b"BA1" not in b"".join(done.proposal.files.values())
    assert "Postcode: 1 cell, since it may hold what no record may" in "\n".join(reckoning.result(done))
    assert "BA1" not in "\n".join([*telling.understood(done), *reckoning.result(done)])


def test_one_body_is_one_record_however_its_name_is_written(tmp_path):
    rows = (
        "Recipient|Title|Amount|Charity number",
        "The Barchester Club Ltd|Roof|5|1234567",
        "Barchester Club Limited|Bell|6|",
    )
    done = taken(tmp_path / "office", table(*rows, "Barchester Sports|Ball|7|1234567"))
    assert {a["recipient"] for a in awards(done)} == {"the-barchester-club-ltd"}
    file = done.proposal.files["data/organisations/the-barchester-club-ltd.yml"].decode()
    assert 'charity_number: "1234567"' in file
    assert "name: Barchester Sports" in file


def test_a_recipient_that_has_a_record_is_that_record(tmp_path):
    home = office(tmp_path / "office")
    (home / "data/organisations").mkdir()
    (home / "data/organisations/bbc.yml").write_text(f"name: Barchester Boxing Club\nsource: {GIVEN['source']}\n", "utf-8")
    done = taken(home, table(HEAD, "BARCHESTER BOXING CLUB|Roof|5|2023-07-14"))
    assert awards(done)[0]["recipient"] == "bbc"
    assert [path for path in done.proposal.files if "organisations" in path] == []


def test_two_bodies_of_one_name_are_told_apart_by_number_and_else_not_guessed(tmp_path):
    rows = ("Recipient|Title|Amount|Charity number", "St Mary|Roof|5|1234567", "St Mary|Bell|6|7654321", "St Mary|Door|7|")
    done = taken(tmp_path / "office", table(*rows))
    assert len({a["recipient"] for a in awards(done)}) == 2
    [line] = [line for line in wrong(done) if "row 4" in line]
    assert "several have this name" in line


def test_rows_that_are_the_same_are_one_record_and_a_question(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|2023-07-14", "Club|Roof|5|2023-07-14"))
    assert outcomes(done) == [(1, "skipped"), (2, "record"), (3, "held")]
    assert "row 3: this row is the same as row 2" in wrong(done)[0]


def test_importing_again_changes_nothing_also_with_rows_above(tmp_path):
    rows = ["Club|Roof|5|2023-07-14", "Hall|Roof|6|2023-07-14", "Club|Bell|7|2023-07-14", "Club|Roof|8|2023-07-14"]
    done = taken(tmp_path / "office", table(HEAD, *rows), write=True)
    assert {r.outcome for r in done.proposal.results} == {"added"}
    again = taken(tmp_path / "office", table(HEAD, "Mill|Wheel|9|2023-07-14", *rows), write=True)
    assert sorted(r.outcome for r in again.proposal.results) == ["added", "added", *["same"] * 4]
    assert {r.outcome for r in taken(tmp_path / "office", table(HEAD, *rows)).proposal.results} == {"same"}


def test_a_row_that_exists_is_an_update_shown_field_by_field(tmp_path):
    head = f"Reference|{HEAD}"
    taken(tmp_path / "office", table(head, "B/1|Club|Roof|5|2023-07-14"), write=True)
    done = taken(tmp_path / "office", table(head, "B/1|Club|New roof|5|2023-07-15"))
    assert righting.changes(done) == ["award b-1, title: Roof → New roof", "award b-1, award_date: 2023-07-14 → 2023-07-15"]


def test_a_reference_that_is_used_again_for_something_else_overwrites_nothing(tmp_path):
    head = f"Reference|{HEAD}"
    taken(tmp_path / "office", table(head, "B/1|Club|Roof|5|2023-07-14"), write=True)
    done = taken(tmp_path / "office", table(head, "B/1|Hall|Bell|6|2024-07-14"))
    assert "row 2: each row must have its own reference; the record b-1 has this one" in wrong(done)[0]
    assert done.proposal.files == {}


def test_rows_that_are_numbered_anew_each_year_overwrite_nothing(tmp_path):
    for year in (2023, 2024):
        done = taken(tmp_path / "office", table(f"No|{HEAD}", f"1|Club|Roof|5|{year}-07-14"), write=True)
        assert [r.outcome for r in done.proposal.results if r.draft.kind == "award"] == ["added"]


def test_two_columns_that_mean_one_thing_are_asked_about(tmp_path):
    done = taken(tmp_path / "office", table("Recipient|Title|Award value|Total grant", "Club|Roof|5|6"))
    assert done.account is None
    said = "\n".join(telling.asked(done))
    assert 'which field the column "Award value" is' in said
    assert 'which field the column "Total grant" is' in said


def test_what_every_record_needs_and_nothing_gives_is_asked_for(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|2023-07-14"), given={})
    said = "\n".join(telling.asked(done))
    assert all(f'SET="{name}=' in said for name in ("type", "direction", "source"))
    assert done.proposal is None


def test_answers_at_the_terminal_are_kept_in_the_mapping(tmp_path):
    answers = {"type": "grant", "direction": "out", "source": GIVEN["source"]}
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|2023-07-14"), given={}, ask=lambda q: answers[q.field])
    assert done.mapping.constants == answers
    assert len(awards(done)) == 1


def test_several_tables_on_one_sheet_are_each_read_by_their_own_headings(tmp_path):
    rows = [["Recipient", "Title", "Amount"], ["Club", "Roof", 5], [], ["Organisation", "Award date", "Amount", "Title"]]
    done = taken(tmp_path / "office", book([*rows, ["Hall", datetime.date(2023, 7, 14), 6, "Bell"]]), "grants.xlsx")
    assert [(a["recipient"], a["amount"]) for a in awards(done)] == [("club", "5.00"), ("hall", "6.00")]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ("Recipient|Title|Amount||Recipient|Title|Amount", "Club|Roof|5||Hall|Bell|6"),
            "in each of the columns A and E. Cut",
        ),
        (("Recipient|Title|Amount|Recipient|Title|Amount", "Club|Roof|5|Hall|Bell|6"), "in each of the columns A and D. Cut"),
        (("Recipient|Club|Hall", "Title|Roof|Bell", "Amount|5|6", "Award date|2023-07-14|2023-07-14"), "Transpose"),
    ],
)
def test_tables_that_stand_side_by_side_or_turned_are_refused_with_what_to_do(tmp_path, rows, said):
    done = taken(tmp_path / "office", table(*rows))
    [line] = wrong(done)
    assert said in line
    assert done.proposal is None


def test_two_columns_of_one_name_are_no_tables_side_by_side(tmp_path):
    done = taken(tmp_path / "office", table("Recipient|Title|Amount|Amount", "Club|Roof|5|6"))
    assert 'the column "Amount [column C]"' in "\n".join(telling.asked(done))


def test_a_cell_without_a_heading_is_no_cell_that_is_lost(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|2023-07-14|who knows"))
    assert "column E" in wrong(done)[0]
    assert outcomes(done)[1] == (2, "held")


def test_an_error_of_the_spreadsheet_is_no_value(tmp_path):
    done = taken(tmp_path / "office", book([HEAD.split("|"), ["Club", "Roof", "=1/0", datetime.date(2023, 7, 14)]]), "g.xlsx")
    assert 'the amount must be a value, and the spreadsheet shows the error "#FORMULA" here' in wrong(done)[0]


def test_a_sheet_without_headings_is_said(tmp_path):
    done = taken(tmp_path / "office", book([["some", "words"], ["and", "more"]]), "g.xlsx")
    assert "must have a row of headings" in wrong(done)[0]


def test_company_numbers_that_lost_their_zeros_are_held_back(tmp_path):
    done = taken(
        tmp_path / "office",
        book([["Recipient", "Title", "Amount", "Company number"], ["Club", "Roof", 5, 1234567]]),
        "g.xlsx",
    )
    assert "type 01234567" in wrong(done)[0]


def test_headings_that_drift_from_year_to_year_are_known_again(tmp_path):
    from daylight import taking
    from daylight.intake.importing import Wanted

    home = office(tmp_path / "office")
    for name, head in (
        ("one.csv", "Organisation|Project|Award 2023/24 (£)|Comments"),
        ("two.csv", "Organisation |Project*|Award 2024/25|Comments"),
    ):
        file = tmp_path / name
        file.write_bytes(table(head, f"Club|Roof {name}|5|fine"))
        told = taking.take(home, file, "2026-11-21", Wanted(constants=GIVEN if name == "one.csv" else {}), True)
        assert told.right, told.text
    assert [path.name for path in (home / "imports").iterdir()] == ["one.yml"]


def test_only_the_rows_that_the_mapping_asks_for_are_taken(tmp_path):
    home = office(tmp_path / "office")
    (home / "imports").mkdir()
    columns = "columns: {Recipient: recipient, Title: title, Amount: amount, State: not taken}\nonly: {State: [Approved]}"
    (home / "imports/a.yml").write_text(f"kind: award\n{columns}\n", "utf-8")
    done = taken(home, table("Recipient|Title|Amount|State", "Club|Roof|5|Approved", "Hall|Roof|6|Rejected"))
    assert [a["recipient"] for a in awards(done)] == ["club"]
    assert "1 since the mapping takes only rows whose State is Approved" in "\n".join(reckoning.result(done))
    assert done.account.sums[0].of["skipped"] == Decimal(6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind: [", "a mapping must be a file like"),
        ("kind: grant", "a mapping must be a file like"),
        ("kind: award\ncolumns: {Amount: amout}", "; type amount"),
        ("kind: award\ncolumns: {Amount: amount}\ndates: {Date: dmy}", 'must be "day first"'),
        ("kind: award\ncolumns: [Amount]", "a mapping must be a file like"),
    ],
)
def test_a_mapping_with_a_slip_says_what_must_be(tmp_path, text, said):
    (tmp_path / "m.yml").write_text(text, "utf-8")
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|2023-07-14"), mapping=tmp_path / "m.yml")
    assert said in wrong(done)[0]
