"""The workbook as staff find it: titles, marks of what is required, notes, lists to choose from, and an example."""

import re
import zipfile
from io import BytesIO

import pytest
from tests.workbook import filled
from tests.workbook.filled import AWARDS, OFFICES, SCHEMAS, column, copy_of, find, made, opened, present, sheet_of

from daylight.workbook import example, rules, wrong
from daylight.workbook.column import width
from daylight.workbook.layout import EXAMPLE, EXAMPLE_MARK, FIRST, HEADINGS, LEFT, MARK, NAMES, needed, version
from daylight.workbook.looks import REQUIRED


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return copy_of("barsetshire", tmp_path_factory.mktemp("sheets"))


@pytest.fixture(scope="module")
def book(office):
    return opened(made(office))


def fields(schema):
    return [f for f in schema.fields if not f.derived]


def test_there_is_a_sheet_for_every_kind_and_every_list(book):
    visible = [page.title for page in book if page.sheet_state == "visible"]
    assert visible == ["Start here", *(sheet_of(name) for name in SCHEMAS)]
    assert {page.title for page in book if page.sheet_state != "visible"} == {"Lists", "Daylight"}
    assert len({name.casefold() for name in visible}) == len(visible) and max(map(len, visible)) <= 31
    assert {"Awards", "Award – yearly amounts", "Decision – options considered", "Opportunity – advertised on"} <= set(visible)
    assert {name for name in visible if re.search(r"[\[\]:*?/\\]", name)} == set()


def test_a_column_is_called_by_its_title_and_known_by_its_name(book):
    for name, schema in SCHEMAS.items():
        page = book[sheet_of(name)]
        names = [cell.value.partition(":")[0] for cell in page[NAMES + 1][LEFT:]]
        assert sorted(names) == sorted(f.name for f in fields(schema))
        assert page.row_dimensions[NAMES + 1].hidden and page.column_dimensions["B"].hidden
        heads = dict(zip(names, page[HEADINGS + 1][LEFT:], strict=True))
        for field in fields(schema):
            cell = heads[field.name]
            assert cell.value == field.title + (" *" if needed(field) else "")
            assert (cell.fill.start_color.rgb[-6:] == REQUIRED[1:].upper()) == needed(field)
            note = cell.comment.text
            assert note.startswith(f"{field.title}\n{field.description}")
            assert ("Must be filled in." in note) == needed(field)
            assert (field.law in note) and (bool(field.law) == ("Asked for by: " in note))
        assert page.freeze_panes == ("D5" if schema.parent else "E5")


def test_what_an_office_does_not_use_is_folded_away_and_what_it_must_give_is_not(tmp_path):
    page = opened(made(copy_of("south-yorkshire", tmp_path), kinds=["award"]))[AWARDS]
    groups = {}
    for letter, dimension in page.column_dimensions.items():
        for number in range(dimension.min, dimension.max + 1):
            groups[number] = (dimension.hidden, dimension.outlineLevel, letter)
    for field in fields(SCHEMAS["award"]):
        hidden, level, _ = groups[column(page, field.name)]
        used = any(page.cell(row, column(page, field.name)).value is not None for row in range(FIRST + 1, page.max_row + 1))
        assert bool(hidden) == (level == 1)
        assert not hidden or not (used or field.constraints.get("required") or field.expected)
    assert sum(1 for hidden, level, _ in groups.values() if level) > 10


def validations(page) -> dict[str, object]:
    """The validation of each column, by the letter."""
    found = {}
    for validation in page.data_validations.dataValidation:
        for area in str(validation.sqref).split():
            found[re.match("[A-Z]+", area)[0]] = (validation, area)
    return found


def test_cells_have_lists_to_choose_from_and_say_what_they_want(book):
    for name, schema in SCHEMAS.items():
        page = book[sheet_of(name)]
        rules_of = validations(page)
        for field in fields(schema):
            letter = page.cell(1, column(page, field.name)).column_letter
            validation, area = rules_of[letter]
            last = int(re.search(r":[A-Z]+(\d+)", area)[1])
            assert last >= page.max_row + 400
            assert validation.promptTitle == field.title[:32] and validation.prompt and len(validation.prompt) <= 255
            assert validation.error and field.title in validation.error
            if field.refers:
                assert (validation.type, validation.formula1) == ("list", f"records_{field.refers}")
                assert validation.errorStyle == "warning"
                assert validation.formula1 in book.defined_names
            elif field.categories:
                assert (validation.type, validation.formula1) == ("list", f"list_{name}_{field.name}")
                assert choices(book, validation.formula1) == list(field.labels.values())
                assert validation.errorStyle in (None, "stop")
            elif field.type == "boolean":
                assert (validation.type, validation.formula1) == ("list", '"Yes,No"')


def choices(book, name: str) -> list[str]:
    area = book.defined_names[name].attr_text.partition("!")[2]
    return [cell.value for (cell,) in book["Lists"][area.replace("$", "")]]


def test_references_can_be_chosen_by_what_they_are_called(office, book):
    top = re.match(r"Lists!\$([A-Z]+)\$2:INDEX", book.defined_names["records_organisation"].attr_text)[1]
    values = openpyxl_values(made(office))["Lists"]
    names = [cell.value for cell in values[top][1:] if cell.value]
    site = present(office).site
    assert sorted(names) == sorted(f"{r.get('name')} [{r.key}]" for r in site.all("organisation"))
    assert values[f"{top}1"].value == len(names)


def openpyxl_values(data):
    import openpyxl

    return openpyxl.load_workbook(BytesIO(data), data_only=True)


def test_every_rule_turns_a_cell_red_and_not_that_of_the_example(book):
    for name, schema in SCHEMAS.items():
        page = book[sheet_of(name)]
        found = {}
        for area, of in page.conditional_formatting._cf_rules.items():
            found.setdefault(str(area.sqref), []).extend(of)
        whole = next(of for area, of in found.items() if area.startswith("A5:"))
        assert whole[0].stopIfTrue and EXAMPLE_MARK in whole[0].formula[0] and whole[0].priority == 1
        for field in fields(schema):
            letter = page.cell(1, column(page, field.name)).column_letter
            formulas = [f for area, of in found.items() if area.startswith(f"{letter}5:") for r in of for f in r.formula]
            assert any("COUNTA" in f for f in formulas) == needed(field)
            assert any("COUNTIF" in f for f in formulas) == bool(field.constraints.get("unique"))
            if field.refers or field.categories:
                assert any("ISNA(MATCH" in f for f in formulas)
            elif field.type != "string" or {"maxLength", "pattern"} & set(field.constraints) or field.format == "uri":
                assert [f for f in formulas if "COUNT" not in f]


def test_the_rows_are_those_of_the_records(office, book):
    page = book[AWARDS]
    row = find(page, "ba-a021")
    shown = {f.name: page.cell(row, column(page, f.name)) for f in fields(SCHEMAS["award"])}
    assert (shown["amount"].value, shown["amount"].number_format) == (540000, "£#,##0.00##")
    assert shown["award_date"].is_date and shown["award_date"].value.date().isoformat() == "2024-11-11"
    assert shown["type"].value == "Contract" and shown["recurring" if "recurring" in shown else "is_recurring"].value == "Yes"
    assert shown["recipient"].value.endswith(" [courcy-listening-service]")
    assert shown["reference"].number_format == "@"


def test_the_example_is_invented_and_marked(book):
    for name, schema in SCHEMAS.items():
        page = book[sheet_of(name)]
        assert page.cell(EXAMPLE + 1, 1).value == "Example"
        assert page.cell(EXAMPLE + 1, MARK + 1).value.startswith(EXAMPLE_MARK)
        said = {f.name: page.cell(EXAMPLE + 1, column(page, f.name)).value for f in fields(schema)}
        assert {n: v for n, v in said.items() if v is not None} == example.texts(schema)
        assert all(said[f.name] for f in fields(schema) if needed(f))


def test_the_cover_leads_to_every_sheet_and_counts_its_rows(office, book):
    cover = book["Start here"]
    leads = {row[1].value: row for row in cover.iter_rows() if row[1].hyperlink}
    assert list(leads) == [sheet_of(name) for name in SCHEMAS]
    assert {row[1].hyperlink.location for row in leads.values()} == {f"'{name}'!A1" for name in leads}
    site = present(office).site
    assert leads["Awards"][2].value == len(site.all("award"))
    texts = " ".join(str(cell.value) for row in cover for cell in row if cell.value)
    assert "make import FILE=barsetshire-workbook.xlsx" in texts and version(SCHEMAS) in texts
    assert [cell.value for cell in cover["A"] if isinstance(cell.value, int)] == [1, 2, 3, 4, 5, 6]


def test_no_person_and_no_clock_made_it(office):
    data = made(office)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    said = opened(data).properties
    assert not said.creator and not said.lastModifiedBy and said.created.year == 1980


def test_what_excel_allows_is_kept_to(book):
    for schema in SCHEMAS.values():
        for field in fields(schema):
            found = rules.validation(schema, field, "ZZ5")
            assert len(found["input_message"]) <= 255 and len(wrong.must(field)) <= 225
            assert len(found.get("value", "")) <= 255
            labels = list(field.labels.values())
            assert len({text.casefold() for text in labels}) == len(labels)
            values = {value.casefold(): label for value, label in field.labels.items()}
            for value, label in field.labels.items():
                assert values.get(label.casefold(), label) == label, (schema.name, field.name, value)
            assert width(field) <= 60
    assert all(len(rule.formula[0]) < 8000 for page in book for of in page.conditional_formatting for rule in of.rules)


@pytest.mark.parametrize("name", OFFICES)
def test_no_list_of_records_names_two_alike(tmp_path, name):
    office = copy_of(name, tmp_path)
    for of in filled.workbook_names(office).values():
        assert len({text.casefold() for text in of.values()}) == len(of)
