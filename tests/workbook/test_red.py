"""What turns red: LibreOffice works out the formulas. They call wrong what check refuses, and never what it takes."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.workbook.filled import ORGANISATIONS, SCHEMAS, add, converted, copy_of, filled, made
from xlsxwriter import Workbook

from daylight.exports.xlsx import OPTIONS
from daylight.schema import Field
from daylight.values import parse
from daylight.workbook import wrong
from daylight.workbook.patterns import FORMULAS

TEXT = Field("field", "Field", "string", "A field.", constraints={})
DAY = replace(TEXT, type="date")
MONEY = replace(TEXT, type="number", unit="GBP", constraints={"minimum": 0, "maximum": 1000000})
NUMBER = replace(TEXT, type="number", constraints={"minimum": 0, "maximum": 100})
WHOLE = replace(TEXT, type="integer", constraints={"minimum": 1})
TRUTH = replace(TEXT, type="boolean")
TIME = replace(TEXT, type="time")
ADDRESS = replace(TEXT, format="uri")
SHORT = replace(TEXT, constraints={"maxLength": 5})

# the field, what is typed, and whether it is wrong
CASES = [
    (DAY, date(2024, 5, 1), False),
    (DAY, "1st of May", True),
    (DAY, "2024-05-01", False),
    (DAY, "01/05/2024", True),
    (DAY, Decimal("45413.5"), True),
    (MONEY, Decimal("12500"), False),
    (MONEY, Decimal("12500.05"), False),
    (MONEY, Decimal("12500.005"), True),
    (MONEY, Decimal("-1"), True),
    (MONEY, Decimal("1000000.01"), True),
    (MONEY, "£12,500", True),
    (MONEY, "about 5", True),
    (MONEY, "99999999999999.99", False),
    (NUMBER, Decimal("12.125"), False),
    (NUMBER, Decimal("101"), True),
    (NUMBER, "12,5", True),
    (WHOLE, Decimal("3"), False),
    (WHOLE, Decimal("3.5"), True),
    (WHOLE, Decimal("0"), True),
    (TRUTH, "Yes", False),
    (TRUTH, "no", False),
    (TRUTH, "perhaps", True),
    (TRUTH, Decimal("1"), True),
    (TIME, "12:00", False),
    (TIME, "noon", True),
    (ADDRESS, "https://example.org/", False),
    (ADDRESS, "on the website", True),
    (SHORT, "12345", False),
    (SHORT, "123456", True),
]
PATTERNS = sorted({f.constraints["pattern"] for s in SCHEMAS.values() for f in s.fields if "pattern" in f.constraints})
TEXTS = (
    *("sy-2023-041", "Sy-2023", "-a", "a-", "a--b", "a b", "é-1", "a", "9", "a_b"),
    *("360G-barset-1", "360G-", "361G-a", "360g-a", "360G-a b", "ocds-h6vhtk-0123ab", "ocds-h6vhtk", "ocds-h6vhtk_1"),
    *("2023-24", "2023/24", "23-24", "2023-2024", "2023-Q1", "2023-Q5", "123456", "1234567", "12345", "12345678"),
    *("E23000099", "W15000001", "E2300009", "e23000099", "X23000099", "E10000001", "OC123456", "oc123456", "OC12345X"),
    *("RR-01", "RULES-10", "R-01", "rr-01", "GB-CHC-1", "GB-CHC", "LONGER-1", "GB", "12324d", "#12324D", "12324g", "123"),
    *("crest.svg", "crest.png", "crest.gif", "a b.svg", "20-23-4"),
)


def verdicts(folder, rows: list[tuple]) -> list[bool]:
    """What LibreOffice says of each formula and the value of its cell."""
    data = io.BytesIO()
    with Workbook(data, OPTIONS) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for number, (formula, value) in enumerate(rows):
            if isinstance(value, Decimal):
                sheet.write_number(number, 0, float(value))
            elif isinstance(value, date):
                sheet.write_datetime(number, 0, value, day)
            else:
                sheet.write_string(number, 0, value)
            sheet.write_formula(number, 1, f'=IF({formula.format(x=f"A{number + 1}")},"wrong","right")', None, "?")
    (folder / "red.xlsx").write_bytes(data.getvalue())
    saved = converted(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1", folder / "red.xlsx") / "red.csv"
    with saved.open(encoding="utf-8", newline="") as lines:
        found = [row[1] for row in csv.reader(lines)]
    assert set(found) == {"wrong", "right"}
    return [word == "wrong" for word in found]


def test_a_cell_is_red_where_its_form_is_wrong(tmp_path):
    found = verdicts(tmp_path, [(wrong.of_form(field), value) for field, value, _ in CASES])
    assert [case for case, is_wrong in zip(CASES, found, strict=True) if case[2] != is_wrong] == []


def test_every_pattern_of_the_schemas_has_a_formula():
    assert set(PATTERNS) == set(FORMULAS)


def test_a_pattern_is_never_called_wrong_where_it_is_right(tmp_path):
    rows = [(pattern, text) for pattern in PATTERNS for text in TEXTS]
    found = verdicts(tmp_path, [(f"NOT({FORMULAS[pattern]})", text) for pattern, text in rows])
    right = [bool(re.fullmatch(pattern, text, re.ASCII)) for pattern, text in rows]
    assert [row for row, red, fits in zip(rows, found, right, strict=True) if red and fits] == []
    missed = [row for row, red, fits in zip(rows, found, right, strict=True) if not red and not fits]
    assert len(missed) < len(rows) / 50, missed
    assert all(pattern in {p for (p, _), fits in zip(rows, right, strict=True) if fits} for pattern in PATTERNS)


@pytest.mark.parametrize(("field", "value", "is_wrong"), [c for c in CASES if isinstance(c[1], str) and c[0] not in (MONEY,)])
def test_the_cases_are_what_check_says(field, value, is_wrong):
    text = {"Yes": "yes"}.get(value, value)
    assert bool(parse(field, text, "", 1)[1]) == is_wrong


def test_what_is_added_on_a_sheet_can_be_chosen_everywhere_at_once(tmp_path):
    choices = {
        "Ullathorne Lamps": False,
        "Ullathorne Lamps [ullathorne]": True,
        "Hogglestock Lamps [hogglestock]": False,
        "Barchester Boxing Club [club]": False,
        "barchester boxing club [CLUB]": False,
        "club": False,
        "lub": True,
        "Nobody [nobody]": True,
        "Barchester*": True,
        "Barchester Boxing Club [barchester-example]": True,
    }
    office = copy_of("small", tmp_path / "office")

    def fill(book):
        add(book[ORGANISATIONS], name="Ullathorne Lamps")
        add(book[ORGANISATIONS], name="Hogglestock Lamps", key="hogglestock")
        sheet = book.create_sheet("Judged", 0)
        for number, text in enumerate(choices, 1):
            sheet.cell(number, 1).value = text
            formula = wrong.not_there("records_organisation").format(x=f"A{number}")
            sheet.cell(number, 2).value = f'=IF({formula},"wrong","right")'
        for number, text in enumerate(("Grant", "grant", "Present"), len(choices) + 1):
            formula = wrong.not_in_list("list_award_type_or_value").format(x=f"A{number}")
            sheet.cell(number, 1).value, sheet.cell(number, 2).value = text, f'=IF({formula},"wrong","right")'
        sheet.cell(30, 1).value = "=ROWS(records_organisation)"

    (tmp_path / "chosen.xlsx").write_bytes(filled(made(office), fill))
    first = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    saved = converted(tmp_path, first, tmp_path / "chosen.xlsx")
    with next(saved.glob("*.csv")).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert {row[0]: row[1] == "wrong" for row in rows[: len(choices)]} == choices
    assert [row[1] for row in rows[len(choices) : len(choices) + 3]] == ["right", "right", "wrong"]
    assert rows[29][0] == "4"
