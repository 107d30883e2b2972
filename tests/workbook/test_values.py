"""Any value that a field allows goes into a cell and comes out of it again."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.typed import HOSTILE, record, site_with
from tests.workbook.filled import SCHEMAS, drafted

from daylight import workbook
from daylight.drafts.present import Present
from daylight.intake import grid
from daylight.schema import Field
from daylight.values import parse
from daylight.workbook.cells import canonical, shown
from daylight.workbook.meanings import Meanings
from daylight.workbook.records import Records
from daylight.workbook.writing import write

EVERY = [f for s in SCHEMAS.values() for f in s.fields if not f.derived]
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co", "Cf", "Zl", "Zp"]) | st.sampled_from("\n\t'=<>&_x"),
    min_size=1,
)
MONEY = st.decimals(0, 9_999_999_999_999, places=2).map(str) | st.sampled_from(["0.00", "0.01", "99999999999999.99", "12500"])
NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, places=6).map(lambda d: f"{d:f}")
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31)).map(str)


class Alone(Present):
    """An office that is only a site, without files."""

    def __init__(self, site):
        self.site, self.schemas = site, site.schemas


def back(records: list) -> tuple:
    """What is said to have changed when a workbook of records comes back as it was made."""
    for one in records:
        one.path = "data/x.yml"
    office = Records(Alone(site_with(*records)))
    data = write(office, [records[0].kind])
    from daylight.workbook.drafting import drafts

    found = drafts(office, grid.read("workbook.xlsx", data))
    return found.remarks, drafted(found)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS.map(str.strip).filter(bool), min_size=1, max_size=20))
def test_any_text_survives(texts):
    assert back([record("area", f"a{n:02}", name=text, note=text) for n, text in enumerate((*texts, *HOSTILE))]) == ([], {})


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(MONEY, DAYS), min_size=1, max_size=20))
def test_any_money_and_any_day_survives(pairs):
    awards = [record("award", f"a{n}", title="A", amount=Decimal(m), award_date=day) for n, (m, day) in enumerate(pairs)]
    assert back(awards) == ([], {})


def cell_of(field: Field, text: str) -> str:
    """What a grid reads of the cell that shows a text."""
    value = shown(field, text, {})
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


@settings(deadline=None)
@given(st.sampled_from(EVERY), st.data())
def test_a_cell_means_what_it_shows(field, data):
    by_type = {"number": MONEY if field.unit else NUMBERS, "integer": st.integers(0, 10**9).map(str), "date": DAYS}
    texts = by_type.get(field.type, TEXTS.map(str.strip).filter(bool))
    text = data.draw(st.sampled_from(list(field.labels)) if field.categories else texts)
    text = data.draw(st.sampled_from(["yes", "no", "true", "false"])) if field.type == "boolean" else text
    meant = Meanings({}).text(field, cell_of(field, text))
    if not field.refers:
        assert meant == canonical(field, text)
    value, wrong = parse(field, canonical(field, text), "", 1)  # without the spaces that nobody tells from others
    assert wrong or parse(field, meant, "", 1) == (value, None)


MONEY_CELLS = {
    "£12,500.00": "12500.00",
    "12500": "12500.00",
    "12500.5": "12500.50",
    "12500.005": "12500.005",
    "£22.955": "22.955",
    "-5": "-5",
    "12,50": "12,50",
    "about 5": "about 5",
    "99999999999999.99": "99999999999999.99",
}


def test_money_is_never_rounded_and_never_guessed():
    amount = SCHEMAS["award"].by_name["amount"]
    assert {cell: Meanings({}).text(amount, cell) for cell in MONEY_CELLS} == MONEY_CELLS


def test_what_excel_makes_of_days_and_times_is_understood():
    day, time = SCHEMAS["award"].by_name["award_date"], SCHEMAS["opportunity"].by_name["closes_at"]
    texts = ("45413", "25/12/2024", "1st May 2024", "2024-05-01T10:30:00", "01/05/2024", "soon")
    meant = ["2024-05-01", "2024-12-25", "2024-05-01", "2024-05-01", "01/05/2024", "soon"]
    assert [Meanings({}).text(day, text) for text in texts] == meant
    assert [Meanings({}).text(time, cell) for cell in ("12:00", "0.5", "12:00:00", "noon")] == [
        "12:00",
        "12:00",
        "12:00",
        "noon",
    ]


def test_yes_and_no_are_understood_in_one_letter_too():
    pilot = SCHEMAS["award"].by_name["is_pilot"]
    assert [Meanings({}).text(pilot, text) for text in ("Y", "no", "TRUE", "0", "maybe")] == [
        "yes",
        "no",
        "yes",
        "no",
        "maybe",
    ]


def test_what_nobody_sees_in_a_pasted_text_does_not_stay():
    title = SCHEMAS["award"].by_name["title"]
    assert Meanings({}).text(title, "Lamps\u00a0for\u202fthe\u200b tow\u00adpath\u2028lit") == "Lamps for the towpath\nlit"


def test_labels_values_and_their_case_mean_the_value():
    status = SCHEMAS["award"].by_name["type"]
    cells = ("Paid invoice", "paid  INVOICE", "invoice", "co_commissioning", "A present")
    assert [Meanings({}).text(status, cell) for cell in cells] == [
        "invoice",
        "invoice",
        "invoice",
        "co_commissioning",
        "A present",
    ]


def test_a_record_is_meant_by_its_name_its_key_or_a_title_that_only_one_has():
    names = {"fund": {"a": "Fund for roads [a]", "b": "Small fund [b]", "c": "Small fund [c]", "roads": "Roads [roads]"}}
    of = Meanings(names, {"fund": [("New fund", "new-fund"), ("Late [roads]", "late")]})
    field = SCHEMAS["award"].by_name["fund"]
    cells = {
        "Fund for roads [a]": "a",
        "fund  for Roads": "a",
        "b": "b",
        "Small fund [c]": "c",
        "Small fund": "Small fund",
        "Renamed since [b]": "b",
        "New fund": "new-fund",
        "Late [roads]": "late",
        "Nothing like it": "Nothing like it",
    }
    assert {cell: of.text(field, cell) for cell in cells} == cells


def test_a_workbook_of_nothing_is_a_workbook():
    office = Records(Alone(site_with()))
    sheets = grid.read("workbook.xlsx", write(office))
    assert workbook.is_workbook(sheets)
    assert BytesIO(write(office)).getvalue() == write(office)
