"""The workbook: openpyxl and LibreOffice read the same rows as the records, with their types, and nothing is hidden."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import typed
from tests.typed import HOSTILE, LONG, OFFICES, PENNY, rows_of, same, site_of, the, total

from daylight.exports import tables, xlsx
from daylight.exports.stamp import stamp
from daylight.schema import Field
from daylight.views.citation import citation_of_all

KINDS = {"boolean": "b", "date": "d", "number": "n", "integer": "n"}
FORMATS = {"GBP": "£#,##0.00", "date": "yyyy-mm-dd"}


def made(site) -> bytes:
    (file,) = xlsx.outputs(site)
    return file.data


def opened(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module", params=OFFICES)
def office(request):
    site = site_of(request.param)
    return site, opened(made(site))


def value(field: Field, found):
    """What a program makes of a cell that it reads, when it knows the column. Money comes back to the penny."""
    if isinstance(found, datetime):
        return found.date()
    if field.type == "date" and found and found < xlsx.FIRST_DAY:
        return date.fromisoformat(found)
    if field.type == "number" and type(found) in (int, float):
        exact = Decimal(repr(found))
        return exact.quantize(PENNY) if field.unit == "GBP" else exact
    return found


def read(sheet, table) -> list[tuple]:
    fields = table.schema.fields
    return [tuple(value(f, v) for f, v in zip(fields, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]


def test_every_table_has_the_same_rows(office):
    site, book = office
    for table in tables.every(site):
        if table.count:
            sheet, wanted = book[table.name], rows_of(table)
            rows = read(sheet, table)
            assert [cell.value for cell in sheet[1]] == list(table.schema.by_name)
            assert len(rows) == len(wanted) == table.count
            assert [pair for pair in zip(rows, wanted, strict=True) if not same(*pair)] == []


def test_adds_up_to_the_penny(office):
    site, book = office
    table = the(site, "awards")
    place = table.schema.places["countable_amount"]
    found = [row[place] for row in book["awards"].iter_rows(2, values_only=True) if row[place] is not None]
    assert all(type(amount) in (int, float) for amount in found)
    assert Decimal(sum(found)).quantize(PENNY) == sum(Decimal(a).quantize(PENNY) for a in found) == total(table)


def test_cells_look_like_what_they_are(office):
    site, book = office
    for table in tables.every(site):
        for column, field in enumerate(table.schema.fields, 1) if table.count else ():
            cells = [c for (c,) in book[table.name].iter_rows(2, min_col=column, max_col=column) if c.value is not None]
            wanted = FORMATS.get(field.unit) or FORMATS.get(field.type, "General")
            assert {c.number_format for c in cells if c.data_type != "s"} <= {wanted}
            old = [c for c in cells if field.type == "date" and c.data_type == "s"]
            assert all(cell.value < xlsx.FIRST_DAY for cell in old)
            assert {c.data_type for c in cells if c not in old} <= {KINDS.get(field.type, "s")}


def test_cover_says_whose_it_is_and_leads_to_every_sheet(office):
    site, book = office
    cover = book.worksheets[0]
    texts = {str(cell.value) for row in cover for cell in row if cell.value is not None}
    assert {stamp(site)["publisher"], stamp(site)["time"], citation_of_all(site)} <= texts
    assert {"Open Government Licence v3.0", site.publisher.get("attribution")} <= texts
    listed = {row[0].value: row for row in cover.iter_rows() if isinstance(row[2].value, int)}
    every = tables.every(site)
    assert list(listed) == [t.name if t.count else f"{t.name} (no rows)" for t in every]
    assert [row[2].value for row in listed.values()] == [t.count for t in every]
    leads = {row[0].hyperlink.location: name for name, row in listed.items() if row[0].hyperlink}
    assert leads == {f"'{t.name}'!A1": t.name for t in every if t.count}


def test_nothing_is_hidden_merged_or_worked_out(office):
    site, book = office
    assert book.sheetnames == ["cover", *(t.name for t in tables.every(site) if t.count)]
    assert len({name.lower() for name in book.sheetnames}) == len(book.sheetnames)
    for sheet in book:
        assert sheet.sheet_state == "visible" and len(sheet.title) <= 31
        assert not sheet.merged_cells.ranges
        assert not any(d.hidden for d in (*sheet.column_dimensions.values(), *sheet.row_dimensions.values()))
        assert not [cell.coordinate for row in sheet for cell in row if cell.data_type in "fe"]


def test_sheets_can_be_read_and_filtered(office):
    site, book = office
    for table in tables.every(site):
        if table.count:
            sheet = book[table.name]
            assert sheet.freeze_panes == "B2"
            assert sheet.auto_filter.ref == sheet.dimensions
            for cell, field in zip(sheet[1], table.schema.fields, strict=True):
                assert cell.font.bold and cell.comment.text == "\n".join(t for t in (field.title, field.description) if t)
            assert len(table.schema.fields[0].name) + 3 < sheet.column_dimensions["A"].width < 52


def test_no_person_made_it():
    site = site_of("barsetshire")
    data = made(site)
    said = opened(data).properties
    assert not said.creator and not said.lastModifiedBy
    assert said.created == said.modified == datetime.fromisoformat(site.time).replace(tzinfo=None)
    assert {p.name: p.value for p in opened(data).custom_doc_props.props} == stamp(site)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        notes = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/comments")]
        assert {author for note in notes for author in re.findall("<author>(.*?)</author>", note)} == {""}


def test_same_bytes_twice():
    assert made(site_of("barsetshire")) == made(site_of("barsetshire"))


def test_texts_are_as_they_were_recorded():
    sheet = opened(made(typed.hostile()))["areas"]
    heads = [cell.value for cell in sheet[1]]
    for column in ("name", "note"):
        cells = [row[heads.index(column)] for row in sheet.iter_rows(2)]
        assert [cell.value for cell in cells] == list(HOSTILE)
        assert {cell.data_type for cell in cells} == {"s"}


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]) | st.sampled_from("\n\t'=<>&"), min_size=1)


@settings(max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_any_text_survives(texts):
    areas = [typed.record("area", f"a{number:02}", name=text) for number, text in enumerate(texts)]
    sheet = opened(made(typed.only(typed.site_with(*areas), "area")))["areas"]
    column = [cell.value for cell in sheet[1]].index("name")
    assert [row[column] for row in sheet.iter_rows(2, values_only=True)] == texts


def test_what_excel_cannot_hold_is_text_or_is_named_on_the_cover():
    book = opened(made(typed.awkward()))
    heads, *rows = book["awards"].iter_rows(values_only=True)
    first, second = (dict(zip(heads, row, strict=True)) for row in rows)
    assert (first["amount"], second["amount"]) == ("99999999999999.99", 0.1)
    assert (second["award_date"], second["is_pilot"]) == ("1899-12-31", False)
    (cell,) = [c for c in book["award-conditions"][2] if isinstance(c.value, str) and len(c.value) > 100]
    kept, end = cell.value.split(" … ")
    assert LONG.startswith(kept) and end == "(cut here; it is whole in data/award-conditions.csv)"
    assert 32_765 <= len(cell.value.encode("utf-16-le")) // 2 <= 32_767
    last = [c.value for c in list(book["cover"])[-1]]
    assert last == ["award-conditions", cell.coordinate, 60_000, "data/award-conditions.csv"]


def test_a_table_of_more_rows_than_a_sheet_is_named_on_the_cover(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    book = opened(made(typed.hostile()))
    assert book["areas"].max_row == 4
    assert [c.value for c in list(book["cover"])[-1]] == ["areas", "all rows", len(HOSTILE), "data/areas.csv"]


def test_names_of_sheets_are_short_and_differ():
    long = "totals-by-something-that-is-long-"
    found = xlsx.sheet_names(["awards", "cover", f"{long}one", f"{long}two"])
    assert found == {
        "awards": "awards",
        "cover": "cover-2",
        f"{long}one": "totals-by-something-that-is-lon",
        f"{long}two": "totals-by-something-that-is-l-2",
    }


# what LibreOffice makes of it

SEPARATE = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"  # each sheet, as it is, in UTF-8


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """The folder with every sheet of all offices as LibreOffice reads it, and the sites by their name."""
    if not (program := shutil.which("soffice")):
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    sites = {name: site_of(name) for name in OFFICES} | {"hostile": typed.hostile()}
    for name, site in sites.items():
        (folder / f"{name}.xlsx").write_bytes(made(site))
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [program, "--headless", home, "--convert-to", SEPARATE, "--outdir", folder, *folder.glob("*.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder, sites


def test_libreoffice_reads_the_same_rows(converted):
    folder, sites = converted
    for name, site in sites.items():
        for table in tables.every(site):
            if table.count:
                with (folder / f"{name}-{table.name}.csv").open(encoding="utf-8", newline="") as file:
                    head, *rows = csv.reader(file)
                assert head == list(table.schema.by_name)
                fields = table.schema.fields
                found = [tuple(printed(f, cell) for f, cell in zip(fields, row, strict=True)) for row in rows]
                assert [pair for pair in zip(found, rows_of(table), strict=True) if not same(*pair)] == []


def printed(field: Field, cell: str):
    """What LibreOffice prints, as a value: TRUE and FALSE, and numbers without the noughts at their end."""
    if not cell or field.type not in ("boolean", "number", "integer", "date"):
        return cell or None
    if field.type == "boolean":
        return {"TRUE": True, "FALSE": False}[cell]
    if field.type == "date":
        return date.fromisoformat(cell)
    return int(cell) if field.type == "integer" else Decimal(cell).quantize(PENNY) if field.unit == "GBP" else Decimal(cell)
