"""What careless people do to a workbook, and what they are told: by sheet, row and heading, and nothing is lost."""

import pytest
from tests.built import TODAY
from tests.workbook import filled
from tests.workbook.filled import AWARDS, CONDITIONS, ORGANISATIONS, add, column, copy_of, find, made, put
from tests.workbook.test_changed_since import NEW

from daylight.intake import grid
from daylight.intake.correct import PAPER
from daylight.intake.place import Place
from daylight.taking.filled import take
from daylight.workbook.layout import fingerprint
from daylight.workbook.slid import Touch, slid

SOURCE = "https://www.barsetshire-pcc.example/awards"
KINDS = ("award", "organisation")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return copy_of("barsetshire", tmp_path_factory.mktemp("careless"))


def told(office, data: bytes, write: bool = False, name: str = "workbook.xlsx") -> dict[str, list[str]]:
    """What is said, by section; '' has the rest."""
    text, _ = take(office, office / name, data, grid.read(name, data), TODAY, write)
    sections, title = {"": []}, ""
    for line in text.split("\n"):
        title = line.rstrip(":") if line.endswith(":") else title if line.startswith("  ") else ""
        sections.setdefault(title, []).extend([line.strip()] if line.strip() and not line.endswith(":") else [])
    return sections


def done(office, fill, write: bool = False) -> dict[str, list[str]]:
    return told(office, filled.filled(made(office, KINDS), fill), write)


def rewrite(sheet, first: int, order) -> None:
    """Puts rows in another order, from a column on: what sorting does to the columns that were chosen."""
    rows = range(6, filled.free(sheet))
    cells = [[sheet.cell(row, place).value for place in range(first, sheet.max_column + 1)] for row in rows]
    for row, of in zip(rows, sorted(cells, key=order), strict=True):
        for place, value in enumerate(of, first):
            sheet.cell(row, place).value = value


def test_what_is_wrong_is_said_in_the_words_of_the_lists(office):
    rows = {}

    def fill(book):
        for number in range(40):
            add(book[ORGANISATIONS], name=f"Body {number}", company_number=str(number), source=SOURCE)
        for town in ("Barchester", "Plumstead"):
            add(book[ORGANISATIONS], name="Twin Lamps", town=town, source=SOURCE)
        wrong = {"type": "Grand", "recipient": "Allington Primary School", "direction": None}
        rows["choices"] = add(book[AWARDS], **NEW | wrong)
        rows["several"] = add(book[AWARDS], **NEW | {"title": "Two", "recipient": "Twin Lamps"})
        rows["waits"] = add(book[AWARDS], **NEW | {"title": "Three", "recipient": "Body 7"})
        rows["key"] = add(book[AWARDS], **NEW | {"title": "Four", "key": "My Award 1"})
        rows["formula"] = add(book[AWARDS], **NEW | {"title": "Five", "amount": "=600*2"})
        rows["condition"] = add(book[CONDITIONS], award="Lamps for towpaths", text="Lit.")

    wrong = done(office, fill)["To be put right"]
    said = {line.partition(": ")[0]: line.partition(": ")[2] for line in wrong}
    assert len(said) == len(wrong) == 9
    kind = said[f"{AWARDS}, row {rows['choices']}, Kind of award"]
    assert kind.startswith("the type must be chosen from the list (Grant, ")
    assert kind.endswith('and "Grand" is not in it; type Grant')
    assert said[f"{AWARDS}, row {rows['choices']}, Recipient"].endswith("; type Allington Community School [allington-school]")
    assert said[f"{AWARDS}, row {rows['choices']}, Direction"] == "the direction must be chosen from the list"
    assert 'and 2 are called "Twin Lamps"; choose one' in said[f"{AWARDS}, row {rows['several']}, Recipient"]
    assert '"Body 7 [body-7]" is held back' in said[f"{AWARDS}, row {rows['waits']}, Recipient"]
    assert said[f"{AWARDS}, row {rows['key']}, Key"].endswith('not "My Award 1"; type my-award-1')
    assert "a formula that nobody has worked out" in said[f"{AWARDS}, row {rows['formula']}, Amount"]
    assert '"Lamps for towpaths"' in said[f"{CONDITIONS}, row {rows['condition']}, Award"]
    (together,) = (line for line in wrong if line.startswith(f"{ORGANISATIONS}, rows "))  # the same in many rows is one line
    assert ", Company number: " in together and together.endswith("(so the first of them; 39 more are like it)")


def test_what_is_added_and_changed_is_shown_by_row_and_heading(office):
    rows = {}

    def fill(book):
        rows["award"], rows["condition"] = find(book[AWARDS], "ba-a021"), find(book[CONDITIONS], "ba-a021#2")
        put(book[AWARDS], rows["award"], end_date="2028-01-06")
        put(book[CONDITIONS], rows["condition"], text="Published every month.")
        rows["new"] = add(book[ORGANISATIONS], name="Ullathorne Lamps", source=SOURCE)

    said = done(office, fill)
    assert said["Would change"] == [
        f"{AWARDS}, row {rows['award']}, Ends on: 2028-01-05 → 2028-01-06",
        f"{CONDITIONS}, row {rows['condition']}, Condition: "
        "Waiting times are published every quarter. → Published every month.",
    ]
    assert said["Would add"] == [f"{ORGANISATIONS}, row {rows['new']}: organisation ullathorne-lamps: Ullathorne Lamps"]


def test_what_is_gone_from_the_workbook_is_said_and_how_it_goes_from_the_records(office):
    def fill(book):
        for key in ("ba-a003", "ba-a021"):
            book[AWARDS].delete_rows(find(book[AWARDS], key))
        book[AWARDS].delete_cols(column(book[AWARDS], "purpose"))
        book[CONDITIONS].delete_rows(6, 500)
        del book["Award – payments"]

    said = done(office, fill)
    assert "To be put right" not in said and "Would change" not in said
    lines = "\n".join(said["Passed over"])
    assert f"{AWARDS}: 2 rows are no longer on this sheet: ba-a003, ba-a021. The records stay as they are." in lines
    assert "choose “Withdrawn” as its status" in lines
    assert "The column “Purpose” is no longer on this sheet. What the records say in it stays." in lines
    assert f"{CONDITIONS}: 54 rows are no longer on this sheet: row 1 of ba-a001, " in lines and "and 46 more" in lines
    assert "Award – payments: This sheet is no longer in the workbook. Its 100 rows stay in the records." in lines


def test_a_column_that_was_sorted_or_moved_alone_is_refused(office):
    def fill(book):
        sheet = book[AWARDS]
        rows, place = range(6, filled.free(sheet)), column(sheet, "title")
        for row, title in zip(rows, sorted(sheet.cell(row, place).value for row in rows), strict=True):
            sheet.cell(row, place).value = title
        sheet = book[ORGANISATIONS]
        place = column(sheet, "name")
        for row in range(8, filled.free(sheet)):  # a cell was deleted, and those below it moved up
            sheet.cell(row, place).value = sheet.cell(row + 1, place).value

    said = done(office, fill)
    assert "Would change" not in said
    titles, names = said["To be put right"]
    assert titles.startswith(f'{AWARDS}, rows 6 to 58, Title: the cells of the column "Title" must stand with their rows')
    assert names.startswith(f"{ORGANISATIONS}, rows 8 to 29, Name: the cells of the column")


def test_columns_sorted_without_the_others_are_no_changes_of_other_records(office):
    def fill(book):
        sheet = book[AWARDS]
        rows, last = range(6, filled.free(sheet)), column(sheet, "amount")
        half = sorted([sheet.cell(row, place).value for place in range(3, last + 1)] for row in rows)
        for row, values in zip(rows, half[1:] + half[:1], strict=True):
            for place, value in enumerate(values, 3):
                sheet.cell(row, place).value = value

    said = done(office, fill)
    assert "Would change" not in said
    (key,) = said["To be put right"]
    assert key.startswith(f'{AWARDS}, rows 6 to 58, Key: the key of a record must stay "')


def test_rows_sorted_without_the_hidden_column_are_known_by_what_they_say(office):
    def fill(book):
        put(book[CONDITIONS], find(book[CONDITIONS], "ba-a021#2"), text="Always published.")
        rewrite(book[CONDITIONS], 3, lambda cells: str(cells[1]))
        rewrite(book[AWARDS], 3, lambda cells: str(cells[1]))

    said = done(office, fill)
    assert "To be put right" not in said
    (line,) = said["Would change"]
    assert line.endswith("Waiting times are published every quarter. → Always published.")


def test_days_that_a_program_wrote_anew_as_texts_are_the_same_days(office):
    def fill(book):
        sheet = book[AWARDS]
        place = column(sheet, "award_date")
        for row in range(6, filled.free(sheet)):
            if day := sheet.cell(row, place).value:
                sheet.cell(row, place).value = day.strftime("%d/%m/%Y")
        put(sheet, find(sheet, "ba-a021"), end_date="25/01/2028")
        put(sheet, find(sheet, "ba-a022"), award_date="01/02/2024")

    said = done(office, fill)
    (change,), (wrong,) = said["Would change"], said["To be put right"]
    assert change.endswith("Ends on: 2028-01-05 → 2028-01-25")
    assert wrong.endswith('not "01/02/2024", which could be either of two days')


def test_two_cells_that_change_places_are_a_correction():
    def rows(*pairs):
        place = {"title": 4}
        return [
            (Place("Awards", n, place), [Touch("title", now, fingerprint(then))]) for n, (then, now) in enumerate(pairs, 6)
        ]

    title = filled.SCHEMAS["award"]
    assert slid(title, rows(("a", "b"), ("b", "a"))) == {}
    assert list(slid(title, rows(("a", "b"), ("b", "c"), ("c", "a")))) == [6, 7, 8]
    assert list(slid(title, rows(("a", "b"), ("b", "c"), ("c", "d"), ("d", "")))) == [6, 7, 8, 9]
    assert slid(title, rows(("a", "x"), ("b", "x"), ("c", "x"), ("d", "x"))) == {}


def test_a_workbook_of_another_office_is_not_read(office, tmp_path):
    said = told(office, made(copy_of("small", tmp_path), KINDS))
    assert "To be put right" not in said  # the cases have the same office
    data = filled.filled(made(office, KINDS), lambda book: book["Daylight"].__setitem__("C1", "loamshire"))
    (line,) = told(office, data)["To be put right"]
    assert line.startswith('Start here: this workbook must be of this office ("barsetshire"), and it was made for "loamshire"')


@pytest.fixture
def own(tmp_path):
    return copy_of("barsetshire", tmp_path)


def test_what_is_wrong_with_a_sheet_is_coloured_in_the_copy_too(own):
    def fill(book):
        book.copy_worksheet(book[AWARDS])
        for cell in book[ORGANISATIONS][3]:
            cell.value = None

    data = filled.filled(made(own, KINDS), fill)
    assert len(told(own, data, write=True)["To be put right"]) == 2
    copy = filled.opened((own / "workbook-to-correct.xlsx").read_bytes())
    assert any("must stand on one sheet" in str(cell.value) for cell in copy["Awards Copy"][1])


def test_a_copy_that_was_corrected_in_part_has_only_what_is_still_wrong(own):
    rows = {}

    def fill(book):
        for name, number in (("Hogglestock Lamps", "12"), ("Ullathorne Lamps", "13")):
            rows[name] = add(book[ORGANISATIONS], name=name, company_number=number, source=SOURCE)
        put(book[AWARDS], find(book[AWARDS], "ba-a021"), amount="=540000+0")  # nobody worked it out

    def correct(book):
        put(book[ORGANISATIONS], rows["Ullathorne Lamps"], company_number="00000013")

    told(own, filled.filled(made(own, KINDS), fill), write=True)
    first = (own / "workbook-to-correct.xlsx").read_bytes()
    said = told(own, filled.filled(first, correct), write=True, name="workbook-to-correct.xlsx")
    assert len(said["To be put right"]) == 2 and len(said["Added"]) == 1
    assert not any("What to put right" in line for line in said["Passed over"])
    book = filled.opened((own / "workbook-to-correct-2.xlsx").read_bytes())
    sheet = book[ORGANISATIONS]
    place = column(sheet, "company_number")
    coloured = {name: sheet.cell(row, place).fill.start_color.rgb == PAPER for name, row in rows.items()}
    assert coloured == {"Hogglestock Lamps": True, "Ullathorne Lamps": False}
    assert sheet.cell(rows["Ullathorne Lamps"], place).comment is None
    amount = book[AWARDS].cell(find(book[AWARDS], "ba-a021"), column(book[AWARDS], "amount"))
    assert amount.value == "=540000+0" and amount.fill.start_color.rgb == PAPER
    assert any(cell.data_type == "f" for row in book["Lists"].iter_rows() for cell in row)  # what is added can still be chosen


def test_a_row_of_a_list_is_taken_away_by_emptying_it_and_stays_away(own):
    data = filled.filled(made(own, KINDS), lambda book: put(book[CONDITIONS], find(book[CONDITIONS], "ba-a021#2"), text=None))
    assert told(own, data, write=True)["Changed"][0].endswith("Waiting times are published every quarter. → nothing")
    assert "published every quarter" not in (own / "data/awards/2024-25/ba-a021.yml").read_text("utf-8")
    again = told(own, data, write=True)
    assert "To be put right" not in again and "Changed" not in again


def test_a_row_of_a_list_in_a_table_goes_with_its_line(own):
    payments = own / "data/awards/payments/payments.csv"
    before = payments.read_bytes().splitlines(keepends=True)

    def fill(book):
        put(book["Award – payments"], 6, amount=None, date=None, kind=None, **{"for": None})

    assert len(told(own, filled.filled(made(own, KINDS), fill), write=True)["Changed"]) == 4
    assert payments.read_bytes().splitlines(keepends=True) == [before[0], *before[2:]]
