"""Each message of IMPORT that the other tests of this folder do not print is printed here, as a person would meet it."""

import json

import pytest
from tests.intake.small import SOURCE, book, table, taken, wrong

from daylight.intake.grid import Unreadable, read

HEAD = "Recipient|Title|Amount"
PARTY = {"id": "GB-COH-01234567", "name": "Barchester Bell Ltd"}
AWARD = {"id": "bell", "title": "Bell", "value": {"amount": 5, "currency": "GBP"}, "suppliers": [PARTY]}


def lines(tmp_path, *rows: str, **more) -> str:
    return "\n".join(wrong(taken(tmp_path / "office", table(*rows), **more)))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((f"{HEAD}|Key", "Club|Roof|5|Not a Key"), "grants, row 2, column D (Key): a key must be made of small letters"),
        (
            (f"{HEAD}|From an open call", "Club|Roof|5|perhaps"),
            "column D (From an open call): the field",
        ),
        (
            (f"{HEAD}|Priority", "Club|Roof|5|Kindness"),
            'the priority must name a priority of the office; "Kindness" names none',
        ),
        ((f"{HEAD}|Charity number", "|Roof|5|1234567"), "row 2: the recipient must have a name beside its numbers"),
        (
            ("Title|Recipient|Amount|Reference", "Roof|Club|5|A/1", "Bell|Hall|6|a-1"),
            "row 3: each row must have its own reference, and row 2 has",
        ),
        (
            (f"{HEAD}|Charity number|Company number", "Club|Roof|5|1234567|01234567", "Club|Bell|6|1234567|07654321"),
            "its identifiers are those of two",
        ),
        (("Purpose|Amount", "n/a|5", "n/a|6"), "rows 2 and 3: this row must have a reference or a title"),
    ],
)
def test_rows_that_must_be_put_right(tmp_path, rows, said):
    more = (
        {"given": {"type": "grant", "direction": "out", "source": SOURCE, "title": "–"}}
        if rows[0].startswith("Purpose")
        else {}
    )
    assert said in lines(tmp_path, *rows, **more)


def test_grants_on_several_sheets_are_said(tmp_path):
    grants = [
        ["Identifier", "Title", "Amount Awarded", "Award Date", "Recipient Org:Name"],
        ["360G-x-1", "Roof", 5, "2023-07-14", "Club"],
    ]
    done = taken(tmp_path / "office", book(grants, [["Identifier", "Beneficiary"], ["360G-x-1", "Barchester"]]), "g.xlsx")
    assert "Sheet2, rows 1 and 2: the grants must stand on one sheet" in "\n".join(wrong(done))


@pytest.mark.parametrize(
    ("releases", "said"),
    [
        ([{"ocid": "ocds-aaaaaa-1", "tag": ["award"]}], "a release must tell of a tender or of an award"),
        (
            [{"ocid": "ocds-aaaaaa-1", "awards": [AWARD]}, {"ocid": "ocds-aaaaaa-1", "awards": [AWARD]}],
            "each release of a process must have a date of its own",
        ),
    ],
)
def test_releases_that_cannot_be_taken_are_said(tmp_path, releases, said):
    done = taken(tmp_path / "office", json.dumps({"releases": releases}).encode(), "r.json", given={"source": SOURCE})
    assert said in "\n".join(wrong(done))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "must be without a password"),
        ("a.pdf", b"%PDF-1.7", "must be a spreadsheet"),
    ],
)
def test_files_that_cannot_be_opened(name, data, said):
    with pytest.raises(Unreadable) as e:
        read(name, data)
    assert said in e.value.finding.message
