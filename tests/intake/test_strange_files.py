"""Files as strangers have them: of another form than their name says, put together of several, or going on for ever."""

import datetime
import gzip
import io
import re
import zipfile

import pytest
from openpyxl import Workbook
from tests.intake.small import GIVEN, awards, book, office, table, taken, wrong

from daylight.intake import reckoning, telling
from daylight.intake.grid import Unreadable, read
from daylight.intake.importing import Wanted, run

HEAD = "Recipient|Title|Amount"
TEXT = table(HEAD, "Club|Roof|5")


def packed(files: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, text in files.items():
            made.writestr(name, text)
    return held.getvalue()


def changed(data: bytes, change) -> bytes:
    """An .xlsx whose first sheet was written otherwise."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()).encode() if name == "xl/worksheets/sheet1.xml" else part)
    return held.getvalue()


def opendocument(kind: str, shown: str, more: str) -> bytes:
    """An .ods of one award, with the attributes of the cell of its amount."""
    texts = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    paragraph, is_of = f"<text:p>{shown}</text:p>" * bool(shown), f'office:value-type="{kind}"' * bool(kind)
    amount = f"<table:table-cell {is_of} {more}>{paragraph}"
    rows = [
        "".join(map(texts.format, HEAD.split("|"))),
        "".join(map(texts.format, ("Club", "Roof"))) + f"{amount}</table:table-cell>",
    ]
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f'<office:body><office:spreadsheet><table:table table:name="G">{body}</table:table></office:spreadsheet></office:body>'
    )
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{mime}"/>'
    return packed(
        {
            "mimetype": mime,
            "content.xml": f"<office:document-content {spaces}>{content}</office:document-content>",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}">{entry}</m:manifest>',
        }
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xls", TEXT.replace(b",", b"\t")),
        ("a.xlsx", TEXT),
        ("a", TEXT + b"\x1a"),
        ("a.csv", TEXT.replace(b'"Title"', b' "Title"')),
        ("a.csv", TEXT.replace(b"Roof", b"Ro\x00of")),
        ("a.csv", TEXT.replace(b"Roof", "Ro\u200bo\u00adf".encode())),
        ("a.csv", TEXT.replace(b'"Roof"', b'="Roof"').replace(b'"5"', b'="5"')),
    ],
)
def test_a_text_is_read_whatever_it_is_called_and_without_what_nobody_sees(tmp_path, name, data):
    done = taken(tmp_path / "office", data, name)
    assert [(a["recipient"], a["title"], a["amount"]) for a in awards(done)] == [("club", "Roof", "5.00")]
    assert sum(done.account.rows.values()) == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xls", b"<html><table><tr><td>Recipient</td></tr></table></html>", "is a web page or XML"),
        ("a.xml", b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "is a web page or XML"),
        ("a.csv.gz", gzip.compress(TEXT, mtime=0), "unpack it"),
        ("a.zip", packed({"a.csv": "Recipient"}), "unpack it"),
        ("a.xlsx", packed({"[Content_Types].xml": "", "word/document.xml": ""}), "must be a spreadsheet (.xlsx"),
        ("a.xlsb", packed({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "save it as .xlsx, not .xlsb"),
        ("a.csv", b"\xff\xd8\xff\xe0" + bytes(range(256)), "must be a spreadsheet (.xlsx"),
    ],
)
def test_what_is_no_spreadsheet_is_said_with_what_to_do(name, data, said):
    with pytest.raises(Unreadable) as e:
        read(name, data)
    assert said in e.value.finding.message


def test_a_text_that_was_put_together_of_several_is_read_line_by_line(tmp_path):
    data = table(HEAD, "Club|Café – “Roof”|£5") + "Hall,The bell’s tower,£6\r\n".encode("cp1252")
    assert [a["title"] for a in awards(taken(tmp_path / "office", data))] == ["Café – “Roof”", "The bell’s tower"]


def test_the_encoding_of_the_kept_mapping_counts(tmp_path):
    home, data = office(tmp_path / "office"), table(HEAD, "Club|Roof|£5").decode().encode("cp850")
    assert run(home, "a.csv", data, "2026-07-01", Wanted(constants=GIVEN)).rows[1].wrong
    (home / "imports").mkdir()
    (home / "imports/a.yml").write_text("kind: award\nencoding: cp850\n", "utf-8")
    assert awards(taken(home, data, "a.csv"))[0]["amount"] == "5.00"


@pytest.mark.parametrize("corner", [(1_048_576, 16_384), (20_000, 16_384)])
def test_a_cell_at_the_end_of_the_world_is_said_and_does_not_fill_the_memory(corner):
    made, held = Workbook(), io.BytesIO()
    made.active.append(["Recipient", "Amount"])
    made.active.cell(*corner, " ")
    made.save(held)
    with pytest.raises(Unreadable) as e:
        read("a.xlsx", held.getvalue())
    assert f"it has a cell at XFD{corner[0]} with nothing near it" in e.value.finding.message


@pytest.mark.parametrize(
    ("typed", "shown", "said"),
    [
        (500, "[$€-2] #,##0.00", 'not "€500"'),
        (500, '"$"#,##0', 'not "$500"'),
        (0.25, "0%", 'not "25%"'),
        (500, "[$£-809]#,##0.00", ""),
        (500, '"£"#,##0;[Red]-"£"#,##0', ""),
        (500, "#,##0.00_ ;[Red]-#,##0.00 ", ""),
    ],
)
def test_an_amount_is_what_is_shown_and_not_its_number_alone(tmp_path, typed, shown, said):
    def fill(sheet):
        for row in (HEAD.split("|"), ["Club", "Roof", typed]):
            sheet.append(row)
        sheet["C2"].number_format = shown

    done = taken(tmp_path / "office", book(fill), "a.xlsx")
    assert said in "".join(wrong(done))
    assert bool(awards(done)) != bool(said)


def test_a_month_that_is_shown_is_no_day_unless_the_cell_holds_another_day_than_the_first(tmp_path):
    def fill(sheet):
        sheet.append([*HEAD.split("|"), "Award date"])
        for number, day in enumerate((1, 13), 2):
            sheet.append(["Club", f"Roof {day}", 5, datetime.date(2023, 5, day)])
            sheet.cell(number, 4).number_format = "mmm-yy"

    done = taken(tmp_path / "office", book(fill), "a.xlsx")
    assert [a["award_date"] for a in awards(done)] == ["2023-05-13"]
    assert 'must be a whole day, like 2024-05-01 or 1 May 2024, not "May 2023"' in "".join(wrong(done))


@pytest.mark.parametrize(
    ("kind", "shown", "more", "amounts"),
    [
        ("", "", 'table:formula="of:=2*3"', []),
        ("currency", "€5", 'office:currency="EUR" office:value="5"', []),
        ("percentage", "50%", 'office:value="0.5"', []),
        ("currency", "£5", 'office:currency="GBP" office:value="5"', ["5.00"]),
    ],
)
def test_opendocument_cells_without_a_result_or_not_in_pounds_are_no_amounts(tmp_path, kind, shown, more, amounts):
    done = taken(tmp_path / "office", opendocument(kind, shown, more), "a.ods")
    assert [a["amount"] for a in awards(done)] == amounts
    assert done.account.rows["held"] == 1 - len(amounts)


def test_a_formula_that_comes_to_an_empty_text_is_blank(tmp_path):
    rows = (
        '<row r="3"><c r="A3" t="str"><f>IF(B3="","",B3)</f><v></v></c><c r="C3" t="str"><f>""</f><v/></c></row></sheetData>'
    )
    data = changed(book([HEAD.split("|"), ["Club", "Roof", 5]]), lambda text: text.replace("</sheetData>", rows))
    done = taken(tmp_path / "office", data, "a.xlsx")
    assert len(awards(done)) == 1
    assert wrong(done) == []


def test_a_table_on_a_hidden_sheet_alone_is_said(tmp_path):
    def hide(sheet):
        for row in (HEAD.split("|"), ["Club", "Roof", 5]):
            sheet.append(row)
        sheet.sheet_state = "hidden"

    [line] = wrong(taken(tmp_path / "office", book([["See inside"]], Secret=hide), "a.xlsx"))
    assert "the sheet Secret is hidden; show it" in line


def test_an_amount_in_a_hidden_column_does_not_come_out_as_none(tmp_path):
    def fill(sheet):
        for row in (HEAD.split("|"), ["Club", "Roof", 5]):
            sheet.append(row)
        sheet.column_dimensions["C"].hidden = True

    done = taken(tmp_path / "office", book(fill), "a.xlsx")
    assert awards(done) == []
    assert "the amount must be shown, and its column is hidden" in "".join(wrong(done))


def test_titles_above_headings_that_come_again_are_no_records(tmp_path):
    rows = [HEAD, "Club|Roof|5", "Page 2||", HEAD, "Hall|Bell|6", "Other grants||", "Title|Amount|Organisation", "Door|7|Mill"]
    done = taken(tmp_path / "office", table(*rows))
    assert [a["recipient"] for a in awards(done)] == ["club", "hall", "mill"]
    assert [row.skipped for row in sorted(done.rows, key=lambda r: r.row)][2] == "it stands above the headings"


@pytest.mark.parametrize("row", ["Safer streets||", "|and the hall|"])
def test_a_row_of_texts_alone_is_held_with_what_it_may_be(tmp_path, row):
    done = taken(tmp_path / "office", table("Title|Purpose|Amount", "Roof|A roof|5", row, "Bell|A bell|6"))
    assert [a["title"] for a in awards(done)] == ["Roof", "Bell"]
    assert "row 3: this row must say who got it, how much or when. If it goes on from the row above" in "".join(wrong(done))


def test_a_budget_or_balance_beside_the_awards_is_held(tmp_path):
    done = taken(tmp_path / "office", table("Title|Recipient|Amount", "Roof|Club|5", "Budget||20", "Left||15", "Bell|n/a|6"))
    assert [(a["title"], a["amount"]) for a in awards(done)] == [("Roof", "5.00"), ("Bell", "6.00")]
    assert "rows 3 and 4: each row must be an award, and this one says neither who got it nor when" in "".join(wrong(done))


@pytest.mark.parametrize(
    "other",
    [
        [["Decision number", "Title", "Date of decision"], ["D/1", "To award", "2023-07-14"]],
        [["Grant", "Project", "Amount"], ["Recipient", "Title", "Awarded"], ["Hall", "Bell", 6]],  # headings in two rows
    ],
)
def test_rows_of_a_table_without_amounts_are_held_where_another_table_has_them(tmp_path, other):
    done = taken(tmp_path / "office", book([HEAD.split("|"), ["Club", "Roof", 5]], other), "a.xlsx")
    assert [a["title"] for a in awards(done)] == ["Roof"]
    assert f"Sheet2, row {len(other)}: each table must have the amount of its awards" in "".join(wrong(done))


def test_a_column_that_the_kept_mapping_knows_and_this_file_calls_otherwise_is_asked_for(tmp_path):
    home = office(tmp_path / "office")
    (home / "imports").mkdir()
    kept = "kind: award\ncolumns: {Recipient: recipient, Title: title, Date: award_date, Amount: amount}\n"
    (home / "imports/last-year.yml").write_text(kept, "utf-8")
    done = taken(home, table("Recipient|Title|Date|Agreed by panel", "Club|Roof|2023-07-14|5"))
    assert 'which column is it, "Agreed by panel"?' in "".join(telling.asked(done))


def test_a_table_without_recipients_beside_one_with_them_is_held(tmp_path):
    rows = [["Title", "Amount"], ["Bell", 6]]
    done = taken(tmp_path / "office", book([HEAD.split("|"), ["Club", "Roof", 5]], rows), "a.xlsx")
    assert "Sheet2, row 2: each table must have the recipient of its awards" in "".join(wrong(done))


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            "Successful organisation|Title|Amount",
            'which field the column "Successful organisation" is. One of: recipient, not taken',
        ),
        ("Recipient|Title|Amount (€)", 'the amount (the amount awarded, in pounds): which column is it, "Amount (€)"?'),
    ],
)
def test_a_heading_that_may_mean_it_is_asked_about(tmp_path, head, said):
    assert said in "".join(telling.asked(taken(tmp_path / "office", table(head, "Club|Roof|5", "Hall|Bell|6"))))


def test_headings_of_programs_are_read_as_words(tmp_path):
    done = taken(tmp_path / "office", table("RecipientName|ProjectTitle|AmountAwarded", "Club|Roof|5"))
    assert [(a["recipient"], a["amount"]) for a in awards(done)] == [("club", "5.00")]


def test_several_recipients_in_one_cell_are_no_organisation(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club; Hall|Roof|5"))
    assert "the recipient must be one body, and this names several" in "".join(wrong(done))


def test_a_total_above_its_rows_is_compared_with_all_of_them(tmp_path):
    done = taken(tmp_path / "office", table("Title|Recipient|Amount", "Total||11", "Roof|Club|5", "Bell|Hall|6"))
    assert len(awards(done)) == 2
    assert "Row 2 says a total of £11.00, which is what its rows come to." in reckoning.result(done)


def test_an_application_that_was_turned_down_is_no_award_until_the_mapping_says_which_are(tmp_path):
    home, rows = tmp_path / "office", table(f"{HEAD}|Outcome", "Club|Roof|5|Approved", "Hall|Bell|6|Declined")
    done = taken(home, rows)
    assert [a["recipient"] for a in awards(done)] == ["club"]
    assert 'below only, "Outcome" with the words of the rows to be taken' in "".join(wrong(done))
    (home / "imports").mkdir()
    kept = "kind: award\ncolumns: {Recipient: recipient, Title: title, Amount: amount, Outcome: not taken}\n"
    (home / "imports/grants.yml").write_text(f"{kept}only: {{Outcome: [Approved]}}\n", "utf-8")
    assert not wrong(taken(home, rows))


def test_a_total_that_does_not_add_up_is_no_award_by_its_place_in_the_column_of_titles(tmp_path):
    done = taken(
        tmp_path / "office", table("Title|Amount|Award date", "Roof|5|2023-07-14", "Bell|x|2023-07-14", "Youth fund total|11|")
    )
    assert [a["title"] for a in awards(done)] == ["Roof"]
    assert {row.row: row.skipped for row in done.rows}[3] == "it adds up other rows"


def test_dates_that_a_spreadsheet_may_have_turned_are_held_until_somebody_says_that_they_are_right(tmp_path):
    rows = [
        [*HEAD.split("|"), "Award date"],
        ["Club", "Roof", 5, datetime.date(2023, 1, 2)],
        ["Hall", "Bell", 6, "13/02/2023"],
    ]
    home, data = tmp_path / "office", book(rows)
    done = taken(home, data, "a.xlsx")
    assert [a["recipient"] for a in awards(done)] == ["hall"]
    assert "may have changed day and month" in "\n".join(telling.understood(done))
    (home / "imports").mkdir()
    kept = "kind: award\ncolumns: {Recipient: recipient, Title: title, Amount: amount, Award date: award_date}\n"
    (home / "imports/a.yml").write_text(f"{kept}dates: {{Award date: day first}}\n", "utf-8")
    assert [a["award_date"] for a in awards(taken(home, data, "a.xlsx"))] == ["2023-01-02", "2023-02-13"]


def test_a_date_above_12_that_is_a_date_of_the_spreadsheet_shows_that_nothing_was_turned(tmp_path):
    days = (datetime.date(2023, 1, 2), datetime.date(2023, 1, 20), "13/02/2023")
    rows = [[*HEAD.split("|"), "Award date"], *(["Club", f"Roof {n}", 5, day] for n, day in enumerate(days))]
    assert len(awards(taken(tmp_path / "office", book(rows), "a.xlsx"))) == 3


@pytest.mark.parametrize(
    ("head", "typed", "said"),
    [
        ("Company number", "1.23E+07", "format the column as text, and type all of it"),
        ("Ref", "5.1E+06", "format the column as text, and type all of it"),
        ("Charity number", "1101234", ""),
    ],
)
def test_numbers_that_a_spreadsheet_shortened_are_held(tmp_path, head, typed, said):
    done = taken(tmp_path / "office", table(f"{HEAD}|{head}", f"Club|Roof|5|{typed}"))
    assert said in "".join(wrong(done))
    assert bool(awards(done)) != bool(said)


@pytest.mark.parametrize("typed", ["1250 2400", "5000\n10000", "12 50", "1 2345"])
def test_two_amounts_in_one_cell_are_none(tmp_path, typed):
    done = taken(tmp_path / "office", table(HEAD, f"Club|Roof|{typed}"))
    assert "must be an amount" in "".join(wrong(done))


def test_an_amount_that_was_worked_out_beyond_the_penny_is_said_with_what_to_type(tmp_path):
    done = taken(tmp_path / "office", book([HEAD.split("|"), ["Club", "Roof", 1000 / 3]]), "a.xlsx")
    assert re.search(r"must be in whole pence.*type 333\.33$", "".join(wrong(done)))


def test_no_instalment_is_taken_for_the_award(tmp_path):
    done = taken(tmp_path / "office", table(f"{HEAD}|Ref", "Club|Roof|5|A/1", "Club|Roof|6|A/1", "Hall|Bell|7|A/2"))
    assert [a["amount"] for a in awards(done)] == ["7.00"]
    assert "add up what was paid for one award in one row" in "".join(wrong(done))
