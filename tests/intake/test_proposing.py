"""What is proposed for the columns of a spreadsheet that nobody has seen before, and what is asked."""

import datetime

import openpyxl
import pytest
from tests.intake.small import GIVEN, awards, book, table, taken, wrong

from daylight.intake import telling


def proposed(tmp_path, *rows: str, **more) -> dict[str, str]:
    """Which field each heading is proposed for."""
    return taken(tmp_path / "office", table(*rows), **more).mapping.columns


def asked(done) -> str:
    return "\n".join(telling.asked(done))


SPENDING = (
    "Supplier No|Supplier Name|Date Paid|Net Amount (£)|VAT|Purpose of expenditure",
    "1000|Barchester Halls Ltd|2024-01-05|512.50|102.50|Room hire",
    "1001|Barchester Law LLP|2024-01-06|1,024.70|204.94|Legal advice",
)


def test_a_list_of_spending_is_understood(tmp_path):
    assert proposed(tmp_path, *SPENDING) == {
        "Supplier No": "not taken",
        "Supplier Name": "recipient",
        "Date Paid": "?",
        "Net Amount (£)": "amount",
        "VAT": "not taken",
        "Purpose of expenditure": "purpose",
    }


def test_the_day_of_a_payment_is_no_day_of_an_award_until_somebody_says_so(tmp_path):
    done = taken(tmp_path / "office", table(*SPENDING))
    assert 'which field the column "Date Paid" is. One of: award_date, not taken.' in asked(done)


def test_a_choice_is_told_from_money_by_the_cells(tmp_path):
    head = "Recipient|Title|Amount|VAT"
    assert proposed(tmp_path, head, "Club|Roof|5|1.00", "Hall|Bell|6|1.20")["VAT"] == "not taken"
    assert proposed(tmp_path / "b", head, "Club|Roof|5|Amount without VAT", "Hall|Bell|6|net")["VAT"] == "vat_basis"
    assert proposed(tmp_path / "c", head, "Club|Roof|5|without")["VAT"] == "vat_basis", "it is to be put right"


def test_net_and_gross_are_both_asked_about(tmp_path):
    found = proposed(tmp_path, "Recipient|Title|Net amount|Gross amount", "Club|Roof|5|6")
    assert (found["Net amount"], found["Gross amount"]) == ("?", "?")


ODD = ("Recipient|Title|Outlay|Ledger no|Mood", "Club|Roof|£512.50|77001|good", "Hall|Bell|£20|77002|fair")


def test_a_needed_field_without_a_column_is_asked_for_by_column(tmp_path):
    done = taken(tmp_path / "office", table(*ODD))
    [line] = [line for line in telling.asked(done) if "the amount" in line]
    assert 'which column is it, "Outlay" or "Ledger no"? Write it in imports/grants.yml, below columns:' in line
    assert "like Outlay: amount" in line
    assert "constants" not in line, "no amount is the same in every row"


def test_what_is_to_be_written_is_right_as_it_stands(tmp_path):
    import yaml

    done = taken(tmp_path / "office", table("Recipient|Title|Outlay: all", "Club|Roof|£5", "Hall|Bell|£6"))
    [line] = [line for line in telling.asked(done) if "the amount" in line]
    assert yaml.safe_load(line.partition(", like ")[2]) == {"Outlay: all": "amount"}


def test_where_no_column_is_like_it_the_heading_is_asked_for(tmp_path):
    done = taken(tmp_path / "office", table("Recipient|Title|Mood", "Club|Roof|good", "Hall|Bell|fair"))
    [line] = [line for line in telling.asked(done) if "the amount" in line]
    assert "which column is it? Write in imports/grants.yml, below columns:, its heading and amount" in line


def test_a_heading_is_an_answer_too(tmp_path):
    done = taken(tmp_path / "office", table(*ODD), ask=lambda question: "Outlay" if question.field == "amount" else "")
    assert [award["amount"] for award in awards(done)] == ["512.50", "20.00"]
    assert "amount" not in done.mapping.constants


def test_addresses_are_never_named_as_what_a_field_may_be(tmp_path):
    done = taken(tmp_path / "office", table("Recipient|Amount|Contact name|Mood", "Club|5|A Body|good"))
    [line] = [line for line in telling.asked(done) if "the title" in line]
    assert 'which column is it, "Mood"?' in line


def test_a_name_beside_an_amount_is_asked_about_and_never_left_out(tmp_path):
    rows = ("Name|Amount|Date", "A Club|100|2024-01-01", "B Club|200|2024-01-02")
    done = taken(tmp_path / "office", table(*rows))
    assert 'which field the column "Name" is. One of: recipient, title, not taken.' in asked(done)


def test_a_name_beside_a_recipient_and_a_title_is_not_asked_about(tmp_path):
    assert proposed(tmp_path, "Recipient|Title|Amount|Name", "Club|Roof|5|x")["Name"] == "not taken"


def test_a_list_of_names_and_numbers_is_still_one_of_organisations(tmp_path):
    done = taken(
        tmp_path / "office",
        table("Name|Town|Charity number", "Barchester Club|Barchester|1234567"),
        given={"source": GIVEN["source"]},
    )
    assert done.mapping.kind == "organisation"


@pytest.mark.parametrize(("given", "kind"), [(GIVEN, "award"), ({}, "award")])
def test_one_heading_does_not_make_a_decision(tmp_path, given, kind):
    done = taken(tmp_path / "office", table("Subject|Colour|Size", "Roof|red|5", "Bell|blue|6"), given=given)
    assert done.mapping.kind == kind


def test_a_kind_without_the_fields_that_are_given_is_not_guessed(tmp_path):
    rows = ("Decision number|Decision title|Date taken", "7|Roof|2024-01-02")
    assert taken(tmp_path / "office", table(*rows), given={}).mapping.kind == "decision"
    assert taken(tmp_path / "b", table(*rows)).mapping.kind == "award"


def test_days_of_a_spreadsheet_that_counts_from_1904_come_out_right(tmp_path):
    def fill(sheet):
        sheet.parent.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        sheet.append(["Body", "Sum", "When"])
        sheet.append(["Barchester Club", 5, datetime.date(2024, 5, 1)])

    done = taken(tmp_path / "office", book(fill), "g.xlsx", given=GIVEN | {"title": "Roof"})
    [award] = awards(done)
    assert (award["recipient"], award["amount"], award["award_date"]) == ("barchester-club", "5.00", "2024-05-01")


def test_whether_something_was_paid_is_no_amount(tmp_path):
    head = "Recipient|Title|Amount|Paid?"
    assert proposed(tmp_path, head, "Club|Roof|5|Yes", "Hall|Bell|6|No")["Paid?"] == "not taken"
    assert proposed(tmp_path / "b", head, "Club|Roof|5|5", "Hall|Bell|6|No")["Paid?"] == "amount_disbursed"


def test_a_table_without_titles_beside_one_with_them_takes_the_purpose(tmp_path):
    one = [["Organisation", "Project", "Amount"], ["Club", "Roof", 5], ["Hall", None, 6]]
    two = [["Organisation", "Purpose", "Amount"], ["Inn", "A new door", 7]]
    done = taken(tmp_path / "office", book(one, two), "g.xlsx")
    assert [award["title"] for award in awards(done)] == ["Roof", "A new door"]
    assert wrong(done) == ["Sheet1, row 3: the title must be given, like Evening boxing sessions for young people"]
