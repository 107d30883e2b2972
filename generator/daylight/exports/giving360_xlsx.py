"""360Giving as a spreadsheet: the same packages as the JSON, with the headings that the tools of the standard read.

The first sheet holds a grant a row. Where a grant has several of something, such as places, the second and later ones stand
in numbered columns (the standard, one to many relationships). The sheet Meta says what the package is. Identifiers and days
are text, so that no program takes a leading zero away or a day for another.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from daylight.exports.file import File
from daylight.exports.giving360 import Package, packages
from daylight.exports.giving360.grant import ORDER
from daylight.site import Site
from daylight.words import N_

TITLE = N_("360Giving spreadsheet")
ABOUT = N_("The same grants as a spreadsheet with the headings of the 360Giving standard.")
LISTS = {  # the titles of what a grant has several of, by their names in the schema
    "recipientOrganization": "Recipient Org",
    "recipientIndividual": "Recipient Ind",
    "fundingOrganization": "Funding Org",
    "plannedDates": "Planned Dates",
    "actualDates": "Actual Dates",
    "grantProgramme": "Grant Programme",
    "beneficiaryLocation": "Beneficiary Location",
    "classifications": "Classifications",
    "relatedDocument": "Related Document",
    "publisher": "Publisher",
}
TITLES = {  # and those of all other fields, in the order in which they stand beside each other
    **{"id": "Identifier", "identifier": "Identifier", "vocabulary": "Vocabulary", "code": "Code", "name": "Name"},
    "department": "Department",
    **{"title": "Title", "description": "Description", "charityNumber": "Charity Number", "companyNumber": "Company Number"},
    **{"startDate": "Start Date", "endDate": "End Date", "countryCode": "Country Code", "geoCode": "Geographic Code"},
    **{"geoCodeType": "Geographic Code Type", "url": "URL", "documentType": "Document Type", "currency": "Currency"},
    **{"amountAwarded": "Amount Awarded", "awardDate": "Award Date", "amountAppliedFor": "Amount Applied For"},
    **{"amountDisbursed": "Amount Disbursed", "locationScope": "Location Scope", "fromOpenCall": "From An Open Call?"},
    **{"regrantType": "For Regrant Type", "relatedActivity": "Related Activity", "dataSource": "Data Source"},
    **{"dateModified": "Last Modified", "version": "Version", "issued": "Issued", "modified": "Modified"},
    **{"website": "Website", "downloadURL": "Download URL", "accessURL": "Access URL", "license": "License"},
}
NAMES = list(TITLES)
WIDTHS = {"Title": 40, "Description": 70, "Recipient Org:Name": 40, "Conditions": 50}
USUAL = 20  # of a column, in characters


class Place(NamedTuple):
    """Where a value stands in an object: the member, the number of the item in it, and the member of that item, '' if none."""

    member: str
    number: int = 0
    inner: str = ""

    def heading(self) -> str:
        """The heading of the column. What has no title in the standard is a column of our own, called as its member is."""
        if not self.inner:
            return TITLES.get(self.member, self.member)
        title = "Web Address" if (self.member, self.inner) == ("relatedDocument", "url") else TITLES[self.inner]
        return ":".join((LISTS[self.member], *([str(self.number)] if self.number else []), title))

    def rank(self) -> tuple[int, int, int]:
        """Where its column stands among all."""
        return ORDER.index(self.member), self.number, NAMES.index(self.inner) if self.inner else 0


def outputs(site: Site) -> Iterator[File]:
    """Each package as a spreadsheet."""
    for package in packages(site):
        yield File(package.path("xlsx"), _workbook(site, package), len(package.grants))


def _workbook(site: Site, package: Package) -> bytes:
    held = io.BytesIO()
    about = package.about(site, "xlsx")
    with Workbook(held, {"in_memory": True}) as book:
        book.set_properties({"title": about["title"], "created": datetime.fromisoformat(about["modified"])})
        bold = book.add_format({"bold": True})
        _grants(book.add_worksheet("grants"), package.grants, bold, book.add_format({"num_format": "0.00"}))
        meta = book.add_worksheet("Meta")
        meta.set_column(0, 0, USUAL, bold)
        meta.set_column(1, 1, WIDTHS["Description"])
        for row, (place, value) in enumerate(_cells(about)):
            meta.write_string(row, 0, place.heading())
            meta.write_string(row, 1, value)
    return held.getvalue()


def _grants(sheet: Worksheet, grants: list[dict], bold, money) -> None:
    """Writes a row for each grant, below the headings of everything that one of them has."""
    rows = [list(_cells(grant)) for grant in grants]
    places = sorted({place for row in rows for place, _value in row}, key=Place.rank)
    columns = {place: column for column, place in enumerate(places)}
    for place, column in columns.items():
        sheet.write_string(0, column, place.heading(), bold)
        sheet.set_column(column, column, WIDTHS.get(place.heading(), USUAL))
    sheet.freeze_panes(1, 1)
    for number, row in enumerate(rows, 1):
        for place, value in row:
            if isinstance(value, Decimal):
                sheet.write_number(number, columns[place], value, money)
            else:
                sheet.write_string(number, columns[place], value)


def _cells(values: dict) -> Iterator[tuple[Place, str | Decimal]]:
    """Each value of an object that stands in a cell of its own; texts of a list stand in one, with semicolons between."""
    for member, value in values.items():
        if isinstance(value, dict):
            value = [value]
        if not isinstance(value, list):
            yield Place(member), value
        elif isinstance(value[0], str):
            yield Place(member), ";".join(value)
        else:
            yield from ((Place(member, n, inner), text) for n, item in enumerate(value) for inner, text in item.items())
