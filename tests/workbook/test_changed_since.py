"""What a person does to a workbook, and what is made of it: only what they changed, and never over what others changed."""

import re

import pytest
import yaml
from tests.workbook import filled
from tests.workbook.filled import (
    AWARDS,
    CONDITIONS,
    ORGANISATIONS,
    add,
    column,
    drafted,
    find,
    imported,
    made,
    put,
    said,
    taken,
)

PAYMENTS, DECISIONS, FUNDS = "Award – payments", "Decisions", "Funds"
NEW = {
    "title": "Lamps for the towpath",
    "type": "Grant",
    "direction": "Paid by the office",
    "amount": 1200,
    "amount_basis": "Exact",
    "recipient": "Allington School [allington-school]",
    "award_date": "2019-05-04",
    "purpose": "Twelve lamps along the towpath, which were asked for at a public meeting.",
    "priority": "Streets and homes where people feel safe [safe-streets]",
    "legal_power": "Police Reform and Social Responsibility Act 2011, section 9",
    "cdr_reasons": "People are less often robbed where they can be seen, and the path was dark.",
    "unconditional": "Yes",
    "source": "https://www.barsetshire-pcc.example/awards",
}


@pytest.fixture
def office(tmp_path):
    return filled.copy_of("barsetshire", tmp_path)


def done(office, fill, **options):
    """What is read of a workbook that somebody filled in."""
    return taken(office, filled.filled(made(office, **options), fill))


def record(office, kind: str, key: str) -> dict:
    (path,) = (office / "data" / kind).rglob(f"{key}.yml")
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506


def edit(office, kind: str, key: str, old: str, new: str) -> None:
    """Corrects a record as somebody does who has its file."""
    (path,) = (office / "data" / kind).rglob(f"{key}.yml")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_only_the_cells_that_were_changed_are_said(office):
    def fill(book):
        row = find(book[AWARDS], "ba-a021")
        put(book[AWARDS], row, amount=541000.5, status="Complete", is_pilot="Yes", end_date="2028-01-06", theme=None)

    wanted = {"amount": "541000.50", "status": "complete", "is_pilot": "yes", "end_date": "2028-01-06", "theme": None}
    assert drafted(done(office, fill)) == {("award", "ba-a021"): wanted}


def test_a_change_becomes_one_line_of_one_file(office):
    before = record(office, "awards", "ba-a021")
    data = filled.filled(made(office), lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), title="The Hub"))
    proposal = imported(office, data)
    assert list(proposal.files) == ["data/awards/2024-25/ba-a021.yml"]
    assert record(office, "awards", "ba-a021") == before | {"title": "The Hub"}
    assert imported(office, data).files == {}


def test_a_new_row_is_a_new_record_with_a_key_that_stays(office):
    data = filled.filled(made(office), lambda book: add(book[AWARDS], **NEW))
    (key,) = (key for kind, key in drafted(taken(office, data)))
    assert key.startswith("allington-school-lamps-for-the-towpath")
    proposal = imported(office, data)
    assert [r.said for r in proposal.results if r.outcome == "held"] == []
    assert record(office, "awards", key) == {
        "title": "Lamps for the towpath",
        "type": "grant",
        "direction": "out",
        "amount": "1200.00",
        "amount_basis": "exact",
        "recipient": "allington-school",
        "award_date": "2019-05-04",
        "purpose": NEW["purpose"],
        "priority": "safe-streets",
        "legal_power": "PRSRA2011-s9",
        "cdr_reasons": NEW["cdr_reasons"],
        "unconditional": "yes",
        "source": "https://www.barsetshire-pcc.example/awards",
    }
    again = imported(office, data)
    assert again.files == {} and {r.outcome for r in again.results} == {"same"}


def test_a_new_organisation_can_be_named_by_its_title_in_the_same_workbook(office):
    def fill(book):
        add(book[ORGANISATIONS], name="Ullathorne Lamps", source="https://www.barsetshire-pcc.example/awards")
        add(book[AWARDS], **NEW | {"recipient": "Ullathorne Lamps"})
        add(book[CONDITIONS], award=NEW["title"], text="The lamps are lit.")

    found = drafted(done(office, fill))
    assert found["organisation", "ullathorne-lamps"]["name"] == "Ullathorne Lamps"
    (award,) = (of for (kind, _), of in found.items() if kind == "award")
    assert award["recipient"] == "ullathorne-lamps"
    assert award["conditions"] == [(None, {"text": "The lamps are lit."})]


def test_rows_of_lists_are_changed_and_added_where_they_stand(office):
    data = filled.filled(made(office), lambda book: _lists(book))
    wanted = [(2, {"text": "Waiting times are published every month."}), (None, {"text": "The hub has a garden."})]
    assert drafted(taken(office, data)) == {("award", "ba-a021"): {"conditions": wanted}}
    before = record(office, "awards", "ba-a021")["conditions"]
    imported(office, data)
    after = record(office, "awards", "ba-a021")["conditions"]
    texts = [row if isinstance(row, str) else row["text"] for row in after]
    assert texts == [before[0], "Waiting times are published every month.", "The hub has a garden."]
    assert imported(office, data).files == {}


def _lists(book):
    put(book[CONDITIONS], find(book[CONDITIONS], "ba-a021#2"), text="Waiting times are published every month.")
    add(book[CONDITIONS], award="The Victims' Hub [ba-a021]", text="The hub has a garden.")


def test_a_row_of_a_list_is_found_again_where_others_were_put_before_it(office):
    data = filled.filled(made(office), lambda book: put(book[CONDITIONS], find(book[CONDITIONS], "ba-a021#2"), text="New."))
    edit(office, "awards", "ba-a021", "conditions:\n", "conditions:\n  - One that came since.\n")
    assert drafted(taken(office, data)) == {("award", "ba-a021"): {"conditions": [(3, {"text": "New."})]}}


# what others changed meanwhile


def test_what_others_corrected_since_is_not_undone(office):
    data = filled.filled(made(office), lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), theme="Hubs"))
    edit(office, "awards", "ba-a021", "title: The Victims' Hub", "title: A corrected title")
    imported(office, data)
    now = record(office, "awards", "ba-a021")
    assert (now["title"], now["theme"]) == ("A corrected title", "Hubs")


def test_what_was_changed_on_both_sides_is_shown_and_not_decided(office):
    data = filled.filled(
        made(office), lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), title="Ours", theme="Hubs")
    )
    edit(office, "awards", "ba-a021", "title: The Victims' Hub", "title: Theirs")
    result = taken(office, data)
    assert ("award", "ba-a021") not in drafted(result)
    row = find(filled.opened(data)[AWARDS], "ba-a021")
    (line,) = said(result)
    assert line.startswith(f"{AWARDS}, row {row}, title: ") and '"Theirs"' in line and '"Ours"' in line
    imported(office, data)
    assert record(office, "awards", "ba-a021")["title"] == "Theirs"


def test_the_same_correction_on_both_sides_is_no_change(office):
    data = filled.filled(made(office), lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), title="Ours"))
    edit(office, "awards", "ba-a021", "title: The Victims' Hub", "title: Ours")
    result = taken(office, data)
    assert (said(result), drafted(result)) == ([], {})


def test_a_row_of_a_list_that_changed_on_both_sides_is_left_to_a_person(office):
    data = filled.filled(made(office), lambda book: put(book[CONDITIONS], find(book[CONDITIONS], "ba-a021#2"), text="Ours."))
    edit(office, "awards", "ba-a021", "Waiting times are published every quarter.", "Theirs.")
    result = taken(office, data)
    assert [re.sub(r"\d+", "N", line).partition(":")[0] for line in said(result)] == ["Award – conditions, row N, "]
    assert ("award", "ba-a021") not in drafted(result)


def test_a_record_that_was_taken_out_does_not_come_back(office):
    plain = made(office)
    data = filled.filled(plain, lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a003"), title="Ours"))
    (office / "data/awards/2022-23/ba-a003.yml").unlink()
    assert any("taken out since" in line for line in said(taken(office, data)))
    result = taken(office, plain)
    assert not [draft for draft in result.drafts if draft.key == "ba-a003"]
    assert any("“ba-a003” was taken out" in skip.why for skip in result.skips)


def test_a_record_that_came_meanwhile_is_not_written_over(office):
    data = filled.filled(made(office), lambda book: add(book[AWARDS], key="ba-new", **NEW))
    filled.imported(office, data)
    edit(office, "awards", "ba-new", "amount: 1200.00", "amount: 1300.00")
    (line,) = said(taken(office, data))
    assert '"1300.00"' in line and '"1200.00"' in line


# what can go wrong with rows and keys


def test_a_row_that_was_copied_is_a_new_record_and_the_first_stays(office):
    def fill(book):
        sheet = book[AWARDS]
        source, row = find(sheet, "ba-a021"), filled.free(sheet)
        for place in range(1, sheet.max_column + 1):
            sheet.cell(row, place).value = sheet.cell(source, place).value
        put(sheet, row, key="ba-copy", title="Another hub")

    found = drafted(done(office, fill))
    assert list(found) == [("award", "ba-copy")]
    assert found["award", "ba-copy"]["title"] == "Another hub" and found["award", "ba-copy"]["amount"] == "540000.00"


def test_a_row_of_a_list_that_was_copied_is_a_new_row(office):
    def fill(book):
        sheet = book[CONDITIONS]
        source, row = find(sheet, "ba-a021#2"), filled.free(sheet)
        for place in range(1, sheet.max_column + 1):
            sheet.cell(row, place).value = sheet.cell(source, place).value
        put(sheet, row, text="A third.")

    assert drafted(done(office, fill)) == {("award", "ba-a021"): {"conditions": [(None, {"text": "A third."})]}}


WRONG = {
    "key-changed": (AWARDS, lambda s: put(s, find(s, "ba-a021"), key="ba-other"), "the key of a record must stay"),
    "key-taken-away": (AWARDS, lambda s: put(s, find(s, "ba-a021"), key=None), "the key of a record must stay"),
    "key-twice": (AWARDS, lambda s: add(s, key="ba-a021", title="Again"), "stands in row"),
    "same-row": (AWARDS, lambda s: (add(s, **NEW), add(s, **NEW)), "each new row must be another record"),
    "same-record": (ORGANISATIONS, lambda s: add(s, name="Hiram trust"), "each record must have one row"),
    "same-reference": (AWARDS, lambda s: add(s, reference="con/2024/03", **NEW), '"con/2024/03" is that of "ba-a021"'),
    "nameless": (ORGANISATIONS, lambda s: add(s, town="Barchester"), "the name must be given, so that"),
    "error": (AWARDS, lambda s: put(s, find(s, "ba-a021"), title="#REF!"), "the title must be a value"),
    "no-record": (CONDITIONS, lambda s: add(s, text="Of nobody"), "the award must be given"),
    "unknown-record": (CONDITIONS, lambda s: add(s, award="Nobody [no-award]", text="Of nobody"), 'none called "no-award"'),
    "moved": (CONDITIONS, lambda s: put(s, find(s, "ba-a021#2"), award="A hall [ba-a022]"), "this row must stay with"),
    "example": (AWARDS, lambda s: put(s, 5, key="ba-mine", amount=5), "the example must be replaced altogether"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_known_is_said_and_holds_only_its_own_record(office, name):
    sheet, fill, words = WRONG[name]
    result = done(office, lambda book: fill(book[sheet]))
    lines = said(result)
    assert len(lines) == 1 and words in lines[0] and lines[0].startswith(f"{sheet}, row ")
    assert drafted(result) == {} or name == "same-row"
    assert len(result.drafts) > 280


def test_a_record_whose_key_has_spaces_is_known_again(office):
    (table,) = (office / "data/awards").glob("*.csv")
    table.write_text(table.read_text("utf-8").replace("\nba-a001,", "\nba a001 x,", 1), "utf-8")
    result = taken(office, made(office, kinds=["award"]))
    assert (said(result), drafted(result)) == ([], {})


def test_a_text_too_long_for_a_cell_stays_whole(office):
    long = "word " * 10_000
    edit(office, "awards", "ba-a021", "theme: Victims", f"theme: Victims\nnote: {long}")
    data = made(office)
    assert drafted(taken(office, data)) == {}

    def fill(book):
        sheet = book[AWARDS]
        cell = sheet.cell(find(sheet, "ba-a021"), column(sheet, "note"))
        cell.value = "More " + cell.value[5:]

    (line,) = said(taken(office, filled.filled(data, fill)))
    assert "must be changed in the record itself" in line


def test_a_value_that_check_refuses_is_there_to_be_put_right(office):
    edit(office, "awards", "ba-a021", "amount: 540000.00", 'amount: "£540.000"')
    data = made(office)
    sheet = filled.opened(data)[AWARDS]
    assert sheet.cell(find(sheet, "ba-a021"), column(sheet, "amount")).value == "£540.000"
    assert drafted(taken(office, data)) == {}
    data = filled.filled(data, lambda book: put(book[AWARDS], find(book[AWARDS], "ba-a021"), amount=540000))
    assert drafted(taken(office, data)) == {("award", "ba-a021"): {"amount": "540000.00"}}


def test_what_is_not_on_a_sheet_any_more_stays_in_the_records_and_is_said(office):
    def fill(book):
        book[AWARDS].delete_rows(find(book[AWARDS], "ba-a021"))
        book[CONDITIONS].delete_rows(find(book[CONDITIONS], "ba-a021#1"))

    result = done(office, fill)
    assert (drafted(result), said(result)) == ({}, [])
    left = [skip for skip in result.skips if "no longer on this sheet" in skip.why]
    assert [(skip.place.sheet, "ba-a021" in skip.why) for skip in left] == [(AWARDS, True), (CONDITIONS, True)]


# the empty workbook


def test_an_empty_workbook_adds_and_corrects_without_the_rows(office):
    def fill(book):
        assert filled.free(book[AWARDS]) == 6
        add(book[AWARDS], key="ba-a021", title="The Hub")
        add(book[ORGANISATIONS], name="Ullathorne Lamps")

    found = drafted(done(office, fill, empty=True))
    assert found == {
        ("award", "ba-a021"): {"title": "The Hub"},
        ("organisation", "ullathorne-lamps"): {"name": "Ullathorne Lamps"},
    }


def test_an_empty_workbook_does_not_undo_what_came_since(office):
    data = filled.filled(made(office, empty=True), lambda book: add(book[AWARDS], key="ba-a021", title="The Hub"))
    edit(office, "awards", "ba-a021", "title: The Victims' Hub", "title: Theirs")
    (line,) = said(taken(office, data))
    assert '"Theirs"' in line and '"The Hub"' in line


def test_only_some_kinds(office):
    book = filled.opened(made(office, kinds=["organisation"]))
    visible = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert visible == ["Start here", "Organisations", "Organisation – other names", "Organisation – identifiers"]
    data = filled.filled(made(office, kinds=["organisation"]), lambda book: add(book[ORGANISATIONS], name="Ullathorne Lamps"))
    assert list(drafted(taken(office, data))) == [("organisation", "ullathorne-lamps")]


def test_records_of_tables_and_the_publisher_are_corrected_where_they_stand(office):
    def fill(book):
        put(book["Areas"], 7, note="A note.")
        put(book["Publisher"], find(book["Publisher"], "barsetshire"), short_name="Barset")

    data = filled.filled(made(office), fill)
    (area,) = (key for kind, key in drafted(taken(office, data)) if kind == "area")
    proposal = imported(office, data)
    assert sorted(proposal.files) == ["data/areas/areas.csv", "data/publisher.yml"]
    assert "short_name: Barset\n" in (office / "data/publisher.yml").read_text("utf-8")
    assert f"{area}," in (office / "data/areas/areas.csv").read_text("utf-8")
    assert (drafted(taken(office, data)), imported(office, data).files) == (
        {},
        {},
    )
