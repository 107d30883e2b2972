"""Exported and imported without a change, nothing changes: on all six sites, also from LibreOffice and sheet by sheet."""

import csv
from pathlib import Path

import pytest
from tests.built import TODAY
from tests.workbook.filled import OFFICES, SCHEMAS, converted, copy_of, drafted, made, present, sheet_of, taken

from daylight import drafts, workbook
from daylight.workbook.records import Records

SEPARATE = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"  # each sheet, as it is shown


@pytest.fixture(scope="module", params=OFFICES)
def office(request, tmp_path_factory):
    folder = copy_of(request.param, tmp_path_factory.mktemp(request.param))
    (folder / "workbook.xlsx").write_bytes(made(folder))
    return folder


def bytes_of(office: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((office / "data").rglob("*")) if path.is_file()}


def unchanged(office: Path, data: bytes, name: str) -> int:
    """How many rows came back, of which none says anything new."""
    result = taken(office, data, name)
    assert result.remarks == []
    assert drafted(result) == {}
    (skip,) = result.skips
    assert skip.why in ("This row is the example, and never read.", "53 rows on 53 sheets are examples, and never read.")
    proposal = drafts.propose(office, result.drafts, TODAY)
    assert proposal.files == {}
    assert {r.outcome for r in proposal.results} <= {"same"}
    before = bytes_of(office)
    drafts.write(office, proposal.files)
    assert bytes_of(office) == before
    return len(result.drafts) + sum(len(of) for draft in result.drafts for of in draft.rows.values())


def count(office: Path) -> int:
    """How many records and rows of lists an office has."""
    site = present(office).site
    records = [record for of in site.records.values() for record in of.values()]
    return len(records) + sum(len(rows) for record in records for rows in record.children.values())


def test_nothing_changes(office):
    assert unchanged(office, (office / "workbook.xlsx").read_bytes(), "workbook.xlsx") == count(office) > 100


# What takes long is tried with the office that uses every field, and one with records in tables.
two_offices = pytest.mark.parametrize("office", ["barsetshire", "south-yorkshire"], indirect=True)


@two_offices
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_nothing_changes_when_libreoffice_saves_it(office, form, tmp_path):
    saved = converted(tmp_path, form, office / "workbook.xlsx") / f"workbook.{form}"
    assert unchanged(office, saved.read_bytes(), saved.name) == count(office)


@two_offices
def test_nothing_changes_when_each_sheet_is_saved_as_csv(office, tmp_path):
    saved = converted(tmp_path, SEPARATE, office / "workbook.xlsx")
    records, of_lists = Records(present(office)), 0
    for schema in SCHEMAS.values():
        file = saved / f"workbook-{sheet_of(schema.name)}.csv"
        rows = len(records.lines(schema))
        if schema.parent:
            found = taken(office, file.read_bytes(), file.name)
            of_lists += sum(len(of) for draft in found.drafts for of in draft.rows.values())
            assert (found.remarks, drafted(found)) == ([], {})
        else:
            assert unchanged(office, file.read_bytes(), file.name) == rows
        with file.open(encoding="utf-8", newline="") as lines:
            assert len(list(csv.reader(lines))) >= rows
    assert of_lists == sum(len(records.lines(schema)) for schema in SCHEMAS.values() if schema.parent)


@two_offices
def test_the_same_bytes_twice(office):
    assert workbook.write(present(office)) == (office / "workbook.xlsx").read_bytes()
