"""People move, sort, hide, rename and add: the sheets are known again, and what cannot be read is said."""

import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from tests.workbook import filled
from tests.workbook.filled import (
    AWARDS,
    CONDITIONS,
    ORGANISATIONS,
    SCHEMAS,
    column,
    copy_of,
    drafted,
    find,
    made,
    put,
    said,
    taken,
)

from daylight import workbook
from daylight.intake import grid
from daylight.workbook.layout import EXAMPLE, FIRST, HEADINGS, MARK, NAMES

TITLE = {("award", "ba-a021"): {"title": "The Hub"}}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return copy_of("barsetshire", tmp_path_factory.mktemp("moved"))


@pytest.fixture(scope="module")
def plain(office):
    """A workbook in which one cell was changed, to see that everything is still read."""
    return filled.filled(made(office), lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), title="The Hub"))


def read(office, data, fill):
    return taken(office, filled.filled(data, fill))


def rewrite(sheet: Worksheet, rows: list[list]) -> None:
    """Puts other rows of cells, with how they show numbers, in the place of those of a sheet."""
    for row in sheet.iter_rows():
        for cell in row:
            cell.value = None
    for number, row in enumerate(rows, 1):
        for place, (value, form) in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.value, cell.number_format = value, form


def rows_of(sheet: Worksheet) -> list[list]:
    return [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]


def sort(book):
    sheet = book[AWARDS]
    rows, place = rows_of(sheet), column(sheet, "title") - 1
    head, below = rows[:EXAMPLE], [row for row in rows[EXAMPLE:] if any(value for value, _ in row)]
    rewrite(sheet, head + sorted(below, key=lambda row: str(row[place][0])))


def reorder(book):
    sheet = book[AWARDS]
    rewrite(sheet, [row[::-1] for row in rows_of(sheet)])


def insert_rows(book):
    book[AWARDS].insert_rows(1, 2)
    book[AWARDS].insert_rows(FIRST + 10, 3)


def hide(book):
    for sheet in book:
        sheet.sheet_state = "visible"
        for dimension in (*sheet.column_dimensions.values(), *sheet.row_dimensions.values()):
            dimension.hidden = False


def rename(book):
    for number, sheet in enumerate(list(book)):
        sheet.title = f"Sheet{number}"


def move(book):
    book.move_sheet(AWARDS, 30)
    book.move_sheet("Daylight", -40)


def spaces(book):
    sheet = book[AWARDS]
    for row in sheet.iter_rows(min_row=FIRST + 1):
        for cell in row:
            if isinstance(cell.value, str) and cell.column > MARK + 1:
                cell.value = f"  {cell.value}\u00a0"


def fonts(book):
    for row in book[AWARDS].iter_rows(max_row=FIRST + 5):
        for cell in row:
            cell.font = Font(bold=True)


@pytest.mark.parametrize("fill", [sort, reorder, insert_rows, hide, rename, move, spaces, fonts], ids=lambda f: f.__name__)
def test_everything_is_read_all_the_same(office, plain, fill):
    result = read(office, plain, fill)
    assert (said(result), drafted(result)) == ([], TITLE)
    assert len(result.drafts) == len(taken(office, plain).drafts)


def test_own_columns_rows_and_sheets_are_stated(office, plain):
    def fill(book):
        sheet = book[AWARDS]
        sheet.insert_cols(column(sheet, "purpose"))
        place = column(sheet, "purpose") - 1
        sheet.cell(HEADINGS + 1, place).value = "To ask"
        sheet.cell(FIRST + 3, place).value = "Ask the treasurer"
        sheet.insert_rows(1)
        sheet.cell(1, 5).value = "Draft of May"
        book[ORGANISATIONS].cell(FIRST + 4, 1).value = "checked"
        book.create_sheet("Own sums").cell(1, 1).value = 5

    result = read(office, plain, fill)
    assert (said(result), drafted(result)) == ([], TITLE)
    told = {(skip.place.sheet, skip.place.row, skip.why) for skip in result.skips}
    assert (AWARDS, HEADINGS + 2, "The column “To ask” is your own, and was not read (1 cell).") in told
    assert (AWARDS, 1, "This row stands above the headings, and was not read.") in told
    assert ("Own sums", 0, "This sheet is not one of the workbook, and was not read.") in told
    assert (ORGANISATIONS, FIRST + 4) in {(sheet, row) for sheet, row, _ in told}


def test_without_the_hidden_column_rows_are_known_by_their_keys(office, plain):
    def fill(book):
        book[AWARDS].delete_cols(MARK + 1)
        book[CONDITIONS].delete_cols(MARK + 1)

    result = read(office, plain, fill)
    assert (said(result), drafted(result)["award", "ba-a021"]["title"]) == ([], "The Hub")
    proposal = filled.drafts.propose(office, result.drafts, filled.TODAY)
    assert list(proposal.files) == ["data/awards/2024-25/ba-a021.yml"]


def test_without_the_hidden_row_nothing_is_read_and_it_says_what_to_do(office, plain):
    result = read(office, plain, lambda book: book[AWARDS].delete_rows(NAMES + 1))
    assert result.drafts == []
    (line,) = said(result)
    assert line.startswith("Awards, row 0") and 'make a new workbook with "make workbook"' in line


def test_a_second_sheet_of_a_kind_or_a_second_column_of_a_field_is_refused(office, plain):
    (line,) = said(read(office, plain, lambda book: book.copy_worksheet(book[AWARDS])))
    assert line.startswith("Awards Copy, row 0") and "must stand on one sheet" in line

    def fill(book):
        sheet = book[AWARDS]
        sheet.cell(NAMES + 1, sheet.max_column + 1).value = sheet.cell(NAMES + 1, column(sheet, "title")).value

    (line,) = said(read(office, plain, fill))
    assert 'the column "Title" must stand once' in line


def test_the_example_is_never_read_however_it_is_moved(office, plain):
    def fill(book):
        sheet = book[AWARDS]
        row = filled.free(sheet)
        for place in range(MARK + 2, sheet.max_column + 1):  # its cells, without the mark
            sheet.cell(row, place).value = sheet.cell(EXAMPLE + 1, place).value

    result = read(office, plain, fill)
    assert (said(result), drafted(result)) == ([], TITLE)
    assert [skip.why for skip in result.skips] == ["54 rows on 53 sheets are examples, and never read."]


def test_an_example_that_was_replaced_altogether_is_a_record(office, plain):
    def fill(book):
        sheet = book[ORGANISATIONS]
        for place in range(MARK + 2, sheet.max_column + 1):
            sheet.cell(EXAMPLE + 1, place).value = None
        put(sheet, EXAMPLE + 1, name="Ullathorne Lamps")

    assert drafted(read(office, plain, fill))["organisation", "ullathorne-lamps"] == {"name": "Ullathorne Lamps"}


def test_only_our_workbooks_are_known(office, plain, tmp_path):
    assert workbook.is_workbook(grid.read("x.xlsx", plain))
    assert not workbook.is_workbook(grid.read("x.csv", b"title,amount\nLamps,5\n"))


# versions


def older(office, monkeypatch, change) -> bytes:
    """A workbook that was made when the schema of awards was another."""
    from dataclasses import replace

    from daylight.drafts import present

    award = SCHEMAS["award"]
    then = dict(SCHEMAS) | {"award": replace(award, fields=change(award.fields))}
    with monkeypatch.context() as patch:
        patch.setattr(present, "load_schemas", lambda: then)
        return workbook.write(filled.present(office), ["award"])


def test_a_workbook_from_before_a_field_came_is_read(office, monkeypatch):
    data = older(office, monkeypatch, lambda fields: tuple(f for f in fields if f.name != "needs"))
    data = filled.filled(data, lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), title="The Hub"))
    assert (said(taken(office, data)), drafted(taken(office, data))) == ([], TITLE)


def a_field(fields, of, /, **change):
    from dataclasses import replace

    return tuple(replace(f, **change) if f.name == of else f for f in fields)


GONE = {
    "gone": ({"name": "topic", "title": "Topic"}, 'awards have no field "Topic" any more'),
    "meaning": ({"type": "integer", "constraints": {}}, 'the field "Theme" means something else now'),
}


@pytest.mark.parametrize("word", GONE)
def test_a_field_that_went_or_changed_is_refused_where_somebody_wrote_in_it(office, monkeypatch, word):
    change, words = GONE[word]
    data = older(office, monkeypatch, lambda fields: a_field(fields, "theme", **change))
    name = change.get("name", "theme")
    result = taken(office, filled.filled(data, lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), **{name: "5"})))
    assert result.drafts == []
    (line,) = said(result)
    assert words in line and 'make a new one with "make workbook", and copy your rows' in line
    untouched = taken(office, data)
    assert (said(untouched), drafted(untouched)) == ([], {})
    assert any("of an older version" in skip.why for skip in untouched.skips)


def test_labels_are_read_as_they_were_when_the_workbook_was_made(office, monkeypatch):
    def relabelled(fields):
        status = next(f for f in fields if f.name == "status")
        return a_field(
            fields, "status", categories=tuple({**of, "label": f"Stands as {of['value']}"} for of in status.categories)
        )

    data = older(office, monkeypatch, relabelled)
    assert (said(taken(office, data)), drafted(taken(office, data))) == ([], {})
    data = filled.filled(data, lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), status="Stands as varied"))
    assert drafted(taken(office, data)) == {("award", "ba-a021"): {"status": "varied"}}
