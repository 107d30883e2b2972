"""Every row, every cell and every pound of a source ends as a record, held back or skipped, whatever the source is."""

import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.built import ROOT
from tests.intake.small import GIVEN, book, table, taken

from daylight.intake.account import MoneyColumn, Unbalanced, account
from daylight.intake.cells import Sheet, cell
from daylight.intake.taken import Taken

SHARED = ROOT.parent / "shared/data"
HEADINGS = [
    *(
        "Recipient",
        "Organisation",
        "Amount",
        "Amount (£000s)",
        "Grant awarded",
        "Award date",
        "Start",
        "End date",
        "Title",
        "Purpose",
    ),
    *("Charity number", "Reference", "Postcode", "Notes", "Year", "What is this", "What to put right", "Amount", "Fund", ""),
]
CELLS = [
    *(
        "Barchester Club",
        "Hiram’s Hospital",
        "Mr Septimus Harding",
        "Individual",
        "£1,200",
        "1,200.00-",
        "(45.50)",
        "£22.955",
        "12k",
    ),
    *(
        "£1.2m",
        "1st April 2023",
        "45017",
        "01/09/15",
        "25/12/2023",
        "01/02/2024",
        "31/02/2024",
        "n/a",
        "-",
        "TBC",
        "Total",
        "Subtotal",
    ),
    *(
        "Grand total",
        "1245.50",
        "2023/24",
        "yes",
        "SW1A 1AA",
        "Notes: see below",
        "* provisional",
        "£5,000*",
        "1234567",
        "Roof",
        "",
        "",
    ),
    *("BAR/1", "BAR/2", "=1+1", "a\nb", "x" * 200, "Recipient", "Amount", "007", "1e5", "#REF!", "0"),
]
VALUES = st.one_of(
    st.sampled_from(CELLS),
    st.sampled_from(CELLS),
    st.integers(-5, 99_999),
    st.decimals(0, 9999, places=3).map(float),
    st.dates().filter(lambda day: day.year > 1900),
    st.booleans(),
    st.none(),
    st.text(st.characters(exclude_categories=["C"]), max_size=8),
)
GRIDS = st.tuples(
    st.lists(st.lists(VALUES, max_size=3), max_size=3),
    st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=7),
    st.lists(st.lists(VALUES, max_size=8), max_size=12),
)


def read_apart(data: bytes) -> Counter:
    """The cells of a workbook as openpyxl sees them, by sheet and row: another reader than the program's."""
    from io import BytesIO

    from openpyxl import load_workbook

    found: Counter = Counter()
    for sheet in load_workbook(BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            found[sheet.title, row[0].row] += sum(c.value is not None and bool(str(c.value).strip()) for c in row)
    return +found


def answer(question) -> str:
    """What a person says who wants to go on: a column that could be two things is not taken."""
    return "not taken" if question.heading else {"title": "A grant", "amount": "5.00"}.get(question.field, "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(GRIDS, st.booleans())
def test_no_cell_of_whatever_somebody_typed_is_silently_dropped(grid, twice):
    above, headings, below = grid
    rows = [*above, headings, *below, *([headings, *below[:2]] if twice else [])]
    data = book([["" if v is None else v for v in row] for row in rows], [["Recipient", "Amount"], ["Barchester Club", 5]])
    with tempfile.TemporaryDirectory() as folder:
        done = taken(Path(folder) / "office", data, "grants.xlsx", given=GIVEN, ask=answer)
        if done.account is None:
            assert done.asked or done.findings, "where nothing is taken, it is said why"
            return
        apart = read_apart(data)
        assert Counter({(row.sheet, row.row + 1): 1 for row in done.rows}) == Counter(dict.fromkeys(apart, 1))
        assert sum(done.account.cells.values()) == apart.total()
        for row in done.rows:
            if row.outcome == "record":
                assert len(row.into) + len(row.left) == apart[row.sheet, row.row + 1]
            else:
                assert row.skipped or row.problems
        for one in done.account.sums:
            assert one.total == sum(one.of.values())
        if "amount" in done.mapping.constants:
            return
        made = [draft for row in done.rows if row.outcome == "record" for draft in row.drafts]
        said = sum((Decimal(draft.fields.get("amount") or 0) for draft in made), Decimal())
        assert said == sum((one.of["record"] for one in done.account.sums if one.field == "amount"), Decimal())


REAL = {  # of each real file: rows, records, held back, skipped, and the sum of the amounts
    "messy/government-grant-schemes-2013-14.csv": (1020, 1011, 8, 1, "146828100380.67"),
    "messy/government-grant-schemes-2015-16.csv": (1350, 1338, 11, 1, "109037558971.00"),
    "360giving/abct.json": (784, 769, 14, 1, "12785625.00"),
    "360giving/abct.xlsx": (784, 769, 14, 1, "12785625.00"),
    "360giving/trafford_grants.csv": (555, 548, 6, 1, "1290936.54"),
    "360giving/trafford_grants.json": (555, 548, 6, 1, "1290936.54"),
    "ocds/contracts_finder_redacted.json": (59, 44, 2, 13, "839042798.31"),
}


@pytest.mark.parametrize("name", REAL)
def test_the_account_of_each_real_file_adds_up(name, tmp_path):
    if not (path := SHARED / name).exists():
        pytest.skip(f"{path} is not there")
    given = {"source": "https://www.gov.uk/"} | ({"type": "grant", "direction": "out"} if "messy" in name else {})
    done = taken(tmp_path / "office", path.read_bytes(), path.name, given=given)
    found = done.account.rows
    assert (sum(found.values()), found["record"], found["held"], found["skipped"]) == REAL[name][:4]
    assert sum((one.total for one in done.account.sums), Decimal()) == Decimal(REAL[name][4])
    assert all(one.total == sum(one.of.values()) for one in done.account.sums)
    assert all(result.outcome in ("added", "held") for result in done.proposal.results)


def one_sheet(*rows):
    return Sheet("Grants", [[cell(value) for value in row] for row in rows])


def test_a_row_that_nobody_accounts_for_stops_the_import():
    sheet = one_sheet(["Recipient"], ["Club"])
    with pytest.raises(Unbalanced, match="2 rows"):
        account([sheet], [Taken("Grants", 0, skipped="headings")], [])


def test_a_cell_that_goes_nowhere_stops_the_import():
    sheet = one_sheet(["Club", "lost"])
    row = Taken("Grants", 0, into={0: "award.title"}, drafts=[object()])
    with pytest.raises(Unbalanced, match="row 1"):
        account([sheet], [row], [])


def test_an_amount_that_is_another_in_the_record_stops_the_import():
    from daylight.drafts import Draft

    sheet = one_sheet(["5.00"])
    row = Taken("Grants", 0, into={0: "award.amount"}, drafts=[Draft("award", "a", {"amount": "5.01"})])
    with pytest.raises(Unbalanced, match="amount"):
        account([sheet], [row], [MoneyColumn("Grants", 0, 0, 1, "Amount", "amount", 1)])


def test_sums_are_told_by_what_became_of_their_rows(tmp_path):
    rows = ("Recipient|Title|Amount", "Barchester Club|Roof|£1,200", "Mr Septimus Harding|Book|£300.50", "Total||1,500.50")
    done = taken(tmp_path / "office", table(*rows))
    [found] = done.account.sums
    assert found.of == {"record": Decimal(1200), "held": Decimal("300.50"), "skipped": Decimal("1500.50")}
    assert found.total == Decimal(3001)
