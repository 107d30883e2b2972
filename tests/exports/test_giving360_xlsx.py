"""The 360Giving spreadsheet: read by the standard's own tool it is the JSON, and Excel finds nothing to spoil."""

import io
import json
import re
import warnings
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import yaml
from tests.built import ROOT, TODAY
from tests.cases import home_of
from tests.exports.quality360 import EMAIL

from daylight.exports import giving360, giving360_xlsx
from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site

SCHEMAS = ROOT.parent / "shared/standards/360giving/schema"
standard = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas of the standard are not here")
OWN = {"Status", "Legal Power", "Crime and Disorder Reduction Reasons", "Conditions"}
AWKWARD = {
    "publisher.yml": {
        **{
            "key": "b",
            "name": "Commissioner for B",
            "short_name": "B",
            "area_name": "B-shire",
            "website": "https://b.example/",
        },
        **{"address": "https://open.b.example/", "licence": "OGL-UK-3.0", "attribution": "B", "area_code": "E23000098"},
    },
    "organisations/o-1.yml": {"name": "=HYPERLINK(1)", "charity_number": "100001", "company_number": "01234567"},
    "organisations/o-2.yml": {"name": "-Two, \"'quoted'\" & <b>"},
    **{f"areas/t{n}.yml": {"name": f"Town: {n}", "code": f"E0700099{n}", "kind": "district"} for n in range(3)},
    "funds/f.yml": {"title": "Fund; first"},
    "priorities/p.yml": {"title": "Safer", "plan": "Plan"},
    "decisions/d.yml": {"title": "001/2024", "own": True},
    "awards/a.yml": {
        **{
            "title": "+44 sessions",
            "purpose": "@all: ŵ ☕\nand more",
            "type": "grant",
            "direction": "out",
            "amount": "1234567.89",
        },
        **{"amount_basis": "exact", "recipients": ["o-1", "o-2"], "award_date": "2024-05-01", "areas": ["t0", "t1", "t2"]},
        **{"fund": "f", "priority": "p", "decision": "d", "conditions": ["One; two.", "Three."], "start_date": "2024-06-01"},
        **{"amount_disbursed": "0.10", "modified": "2024-07-01", "from_open_call": True, "location_scope": "GLS050"},
    },
    "awards/b.yml": {
        **{"title": "More", "purpose": "More of it.", "type": "grant", "direction": "out", "amount": "0.29", "parent": "a"},
        **{
            "department": "Grants",
            "amount_basis": "exact",
            "recipient": "o-2",
            "award_date": "2024-05-02",
            "regrant_type": "FRG010",
        },
    },
    "awards/d.yml": {
        **{
            "title": "Most",
            "purpose": "Even more of it.",
            "type": "grant",
            "direction": "out",
            "amount": "99.99",
            "parent": "a",
        },
        **{"amount_basis": "exact", "recipient": "o-1", "award_date": "2024-05-02", "department": "Grants"},
    },
    "awards/c.yml": {
        **{"title": "Person", "type": "grant", "direction": "out", "amount": "250.00", "recipient_individual": True},
        **{"amount_basis": "exact", "award_date": "2024-05-03"},
    },
}


@pytest.fixture(scope="module")
def awkward(tmp_path_factory) -> Site:
    """A site whose texts a spreadsheet could take for something else, and whose grants have several of most things."""
    home = tmp_path_factory.mktemp("office")
    for name, fields in AWKWARD.items():
        path = home / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(fields), "utf-8")
    site, wrong = load(home, load_schemas(), TODAY)
    assert wrong == []
    return site


@pytest.fixture(scope="module")
def barsetshire() -> Site:
    return load(home_of("barsetshire"), load_schemas(), TODAY)[0]


@pytest.fixture(scope="module")
def sites(awkward, barsetshire) -> list[Site]:
    return [awkward, barsetshire]


def books(site: Site) -> list[openpyxl.Workbook]:
    found = [openpyxl.load_workbook(io.BytesIO(file.data)) for file in giving360_xlsx.outputs(site)]
    assert found
    return found


@pytest.fixture
def schemas(tmp_path) -> dict[str, str]:
    """The two schemas as files, the one of packages referring to that of grants where it is here."""
    package = json.loads((SCHEMAS / "360-giving-package-schema.json").read_text("utf-8"))
    package["properties"]["grants"]["items"] = {"$ref": (SCHEMAS / "360-giving-schema.json").as_uri()}
    (tmp_path / "package.json").write_text(json.dumps(package), "utf-8")
    return {"schema": str(SCHEMAS / "360-giving-schema.json"), "metatab_schema": str(tmp_path / "package.json")}


@standard
def test_read_by_flatten_tool_it_is_the_json(sites, schemas, tmp_path):
    import flattentool

    read = 0
    for site in sites:
        for made, told in zip(giving360_xlsx.outputs(site), giving360.outputs(site), strict=True):
            book, back = tmp_path / Path(made.path).name, tmp_path / "back.json"
            book.write_bytes(made.data)
            with warnings.catch_warnings(record=True) as said:
                warnings.simplefilter("always")
                flattentool.unflatten(  # as the Data Quality Checker calls it
                    str(book),
                    input_format="xlsx",
                    output_name=str(back),
                    default_configuration="RootListPath grants",
                    root_id="",
                    convert_titles=True,
                    metatab_name="Meta",
                    metatab_vertical_orientation=True,
                    **schemas,
                )
            assert [text for w in said if "does not have a title" not in (text := str(w.message))] == []
            found, expected = (json.loads(data, parse_float=Decimal) for data in (back.read_bytes(), told.data))
            assert found.pop("downloadURL").removesuffix(".xlsx") == expected.pop("downloadURL").removesuffix(".json")
            assert found == expected
            assert made.path.removesuffix(".xlsx") == told.path.removesuffix(".json")
            assert made.rows == told.rows == len(expected["grants"])
            read += made.rows
    assert read == 34


@standard
def test_the_headings_are_the_titles_of_the_standard(sites):
    schema = json.loads((SCHEMAS / "360-giving-schema.json").read_text("utf-8"))
    known = set(titles(schema, schema))
    headings = {cell.value for site in sites for book in books(site) for cell in book["grants"][1]}
    assert {re.sub(r":\d+:", ":", heading) for heading in headings} - known == OWN
    assert {"Recipient Org:Identifier", "Recipient Org:1:Identifier", "Beneficiary Location:2:Geographic Code"} <= headings
    assert {"Planned Dates:Start Date", "Related Document:Web Address", "Recipient Ind:Name", "Last Modified"} <= headings
    assert all(re.fullmatch(r"[A-Za-z0-9:()]+( [A-Za-z0-9:()]+)*", heading) for heading in OWN)


def titles(schema: dict, of: dict):
    """The titles of all fields of a schema, as headings."""
    for field in of["properties"].values():
        inner = field.get("items", field)
        inner = schema["$defs"][inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner
        name = field.get("title") or inner.get("title", "")
        if "properties" in inner:
            yield from (f"{name}:{title}" for title in titles(schema, inner))
        else:
            yield name


@standard
def test_the_names_in_meta_are_the_titles_of_the_standard(sites):
    schema = json.loads((SCHEMAS / "360-giving-package-schema.json").read_text("utf-8"))
    schema["properties"].pop("grants")
    for site in sites:
        for book in books(site):
            names = {row[0].value for row in book["Meta"]}
            assert names <= set(titles({}, schema))
            assert {"Version", "Title", "Publisher:Name", "License", "Modified"} <= names


def test_the_first_sheet_begins_with_its_headings_and_nothing_is_hidden(sites):
    for site in sites:
        for book in books(site):
            assert book.sheetnames == ["grants", "Meta"]
            assert [sheet.sheet_state for sheet in book] == ["visible", "visible"]
            sheet = book["grants"]
            assert sheet["A1"].value == "Identifier"
            assert sheet.freeze_panes == "B2"
            assert not sheet.merged_cells.ranges
            sized = (*sheet.column_dimensions.values(), *sheet.row_dimensions.values())
            assert not any(size.hidden for size in sized)


def test_identifiers_and_days_are_text_and_amounts_are_numbers(awkward):
    sheet = books(awkward)[0]["grants"]
    columns = {cell.value: [row.value for row in sheet[cell.column_letter][1:]] for cell in sheet[1]}
    assert columns["Identifier"] == ["360G-b-a", "360G-b-b", "360G-b-d"]
    assert columns["Recipient Org:Charity Number"] == ["100001", None, "100001"]
    assert columns["Recipient Org:Company Number"] == ["01234567", None, "01234567"]
    assert columns["Related Activity"] == ["360G-b-b;360G-b-d", "360G-b-a", "360G-b-a"]
    assert columns["Award Date"] == ["2024-05-01", "2024-05-02", "2024-05-02"]
    assert columns["Amount Awarded"] == [1234567.89, 0.29, 99.99]


def test_no_text_is_run_as_a_formula(awkward):
    cells = [cell for book in books(awkward) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    texts = {cell.value for cell in cells}
    assert {"=HYPERLINK(1)", "+44 sessions", "@all: ŵ ☕\nand more"} <= texts
    assert not any(cell.hyperlink for cell in cells)


def test_a_book_names_nobody_and_its_days_are_of_the_site(sites):
    for site in sites:
        for file, book in zip(giving360_xlsx.outputs(site), books(site), strict=True):
            told = book.properties
            assert (told.creator, told.lastModifiedBy, told.description, told.keywords) == (None, None, None, None)
            assert told.created.isoformat() == told.modified.isoformat() == f"{TODAY}T00:00:00"
            with zipfile.ZipFile(io.BytesIO(file.data)) as parts:
                assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
                assert not any(EMAIL.search(parts.read(part).decode("utf-8")) for part in parts.namelist())


def test_the_same_bytes_twice(barsetshire):
    again = load(home_of("barsetshire"), load_schemas(), TODAY)[0]
    assert list(giving360_xlsx.outputs(again)) == list(giving360_xlsx.outputs(barsetshire))


def test_an_office_without_a_grant_has_no_book():
    assert list(giving360_xlsx.outputs(load(home_of("cumbria"), load_schemas(), TODAY)[0])) == []
