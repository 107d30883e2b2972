"""Every kind of spreadsheet is read into the same cells, and nothing in it is lost."""

import datetime
import io

import pytest
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st
from tests.built import ROOT

from daylight.intake.cells import BLANK, decimal
from daylight.intake.delimited import between, encoding_of
from daylight.intake.grid import Cell, Unreadable, read

SHARED = ROOT.parent / "shared"
TABLE = [["Recipient", "Amount"], ["Barchester’s “Café”", "£500 – paid"], ["Hiram's Hospital", "£12"]]


def texts(sheet):
    return [[cell.text for cell in row] for row in sheet.rows]


def written(rows, comma=",", end="\r\n"):
    def cell(text):
        return f'"{text}"' if comma in text or "\n" in text else text

    return end.join(comma.join(map(cell, row)) for row in rows) + end


def book(write, **options):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, **options}) as made:
        write(made, made.add_worksheet("Grants"))
    return held.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("comma", [",", ";", "\t", "|"])
def test_a_text_is_read_however_it_was_saved(encoding, end, comma):
    [sheet] = read("grants.csv", written(TABLE, comma, end).encode(encoding))
    assert (sheet.name, texts(sheet)) == ("grants", TABLE)
    assert {cell.kind for row in sheet.rows for cell in row} == {"text"}


def test_a_pound_sign_alone_reads_the_same_on_windows_and_macintosh():
    [sheet] = read("grants.csv", b"Amount (\xa3)\r5\r")
    assert texts(sheet) == [["Amount (£)"], ["5"]]


def test_letters_that_could_be_written_in_two_ways_are_asked_for_and_not_guessed():
    data = b"Name\nCaf\xd8\n"
    with pytest.raises(Unreadable) as e:
        read("grants.csv", data)
    assert "CSV UTF-8" in e.value.finding.message
    assert texts(read("grants.csv", data, "cp1252")[0]) == [["Name"], ["CafØ"]]


def test_a_comma_in_a_sentence_is_no_new_column():
    assert between("Name;Purpose\nClub;Boxing, football, chess\nHall;A roof\n") == ";"
    assert between("Name\nClub\n") == ","


def test_a_cell_may_hold_line_ends_and_rows_are_counted_as_a_spreadsheet_counts_them():
    [sheet] = read("grants.csv", b'Name,Purpose\n"Club","Two\nlines"\nHall,Roof\n\n\n')
    assert texts(sheet) == [["Name", "Purpose"], ["Club", "Two\nlines"], ["Hall", "Roof"]]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("grants.csv", b'Name,Purpose\nClub,"A "fine" hall"\n', "row 2 cannot be read"),
        ("grants.csv", b'Name,Purpose\nClub,Hall\nHall,"never closed\n', "row 3 cannot be read"),
        ("grants.csv", b" \r\n", "empty"),
        ("grants.pdf", b"%PDF-1.7", "must be a spreadsheet"),
        ("grants.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "must"),
        ("grants.xlsx", b"PK\x03\x04 nothing more", "must be whole"),
        ("grants.xls", b"\xd0\xcf\x11\xe0 nothing more", "must be whole"),
    ],
)
def test_what_cannot_be_read_is_said(name, data, said):
    with pytest.raises(Unreadable) as e:
        read(name, data)
    assert said in e.value.finding.message
    assert e.value.finding.path == name


def test_a_workbook_gives_each_cell_as_what_it_is():
    def write(made, sheet):
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(2, 1, ["Hall", 12500, 0.1 + 0.2, 12500.5, True, " \xa0 "])
        sheet.write_datetime(3, 1, datetime.datetime(2023, 4, 1), day)
        sheet.write_datetime(3, 2, datetime.datetime(2023, 4, 1, 12, 30), day)
        sheet.write_formula(3, 3, "=1/0", value="#DIV/0!")
        sheet.write_formula(3, 4, "=1+1", value=2)
        sheet.write_string(3, 5, "00123")

    [sheet] = read("grants.xlsx", book(write))
    assert sheet.rows[:2] == [[], []]
    assert sheet.rows[2] == [
        Cell("", BLANK),
        *(
            Cell(*c)
            for c in (("Hall", "text"), ("12500", "number"), ("0.3", "number"), ("12500.5", "number"), ("yes", "bool"))
        ),
    ]
    assert [tuple(c) for c in sheet.rows[3]] == [
        *(("", "blank"), ("2023-04-01", "date"), ("2023-04-01T12:30:00", "date"), ("#DIV/0!", "error"), ("2", "number")),
        ("00123", "text"),
    ]


def test_days_counted_from_1904_are_the_same_days():
    def write(made, sheet):
        sheet.write_datetime(0, 0, datetime.datetime(2023, 4, 1), made.add_format({"num_format": "d mmm yy"}))

    assert read("a.xlsx", book(write))[0].rows == read("a.xlsx", book(write, date_1904=True))[0].rows


def test_what_is_hidden_or_merged_is_known():
    def write(made, sheet):
        sheet.merge_range("A1:C1", "Grants")
        sheet.write_row(1, 0, ["a", "b", "c"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("B:C", None, None, {"hidden": True})
        more = made.add_worksheet("Old")
        more.write(0, 0, "x")
        more.hide()

    sheet, old = read("a.xlsx", book(write))
    assert (sheet.merged, sheet.hidden_rows, sheet.hidden_columns) == (((0, 0, 0, 2),), {1}, {1, 2})
    assert (sheet.hidden, old.hidden, old.name) == (False, True, "Old")


def test_a_formula_that_was_never_worked_out_is_not_a_blank_cell():
    import openpyxl

    made, held = openpyxl.Workbook(), io.BytesIO()
    made.active.append(["Total", "=SUM(A1:A9)"])
    made.save(held)
    assert read("a.xlsx", held.getvalue())[0].rows == [[Cell("Total", "text"), Cell("#FORMULA", "error")]]


def test_rows_far_below_are_read_and_thousands_of_blank_ones_are_blank():
    [sheet] = read("a.xlsx", book(lambda made, sheet: (sheet.write(0, 0, "a"), sheet.write(60_000, 2, "z"))))
    assert (len(sheet.rows), sheet.rows[60_000][2].text, sum(map(bool, sheet.rows))) == (60_001, "z", 2)


@given(st.decimals(0, 10**10, places=2, allow_nan=False))
def test_a_number_of_pounds_and_pence_is_read_to_the_penny(amount):
    from decimal import Decimal

    assert Decimal(decimal(float(amount))) == amount


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=9), min_size=2, max_size=4), min_size=1
    )
)
@example([["", "", ";"], ["", "0"]])
def test_no_cell_of_a_text_is_lost(rows):
    import csv

    held = io.StringIO()
    csv.writer(held, quoting=csv.QUOTE_ALL).writerows(rows)
    if not held.getvalue().strip():
        return
    try:
        [sheet] = read("a.csv", held.getvalue().encode())
    except Unreadable:
        pytest.fail("a text written by a program must be readable")
    said = [cell.text for row in sheet.rows for cell in row if cell.text]
    if between(held.getvalue()) == ",":
        assert said == [text.strip() for row in rows for text in row if text.strip()]


@pytest.mark.parametrize("year", ["2013-14", "2015-16"])
def test_real_files_are_read(year):
    path = SHARED / "data" / "messy" / f"government-grant-schemes-{year}.csv"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    [sheet] = read(path.name, path.read_bytes())
    assert len({len(row) for row in sheet.rows[:20]}) <= 3
    assert not any("\ufffd" in cell.text for row in sheet.rows for cell in row)
    assert encoding_of(path.name, path.read_bytes()) in ("utf-8", "mac_roman")
