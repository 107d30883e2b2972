"""360Giving files: which column of a spreadsheet or of JSON is which field of the standard, and what Daylight makes of it."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from daylight.exports.giving360_xlsx import LISTS, TITLES
from daylight.intake.cells import Sheet

_LISTS = {title.casefold(): name for name, title in LISTS.items()}
_TITLES = {title.casefold(): name for name, title in TITLES.items() if name not in ("issued", "modified")}
_TITLES |= {
    "web address": "url",
    "from an open call?": "fromOpenCall",
    "duration (months)": "duration",
    "last modified": "dateModified",
}
_TITLES |= {
    "postal code": "postalCode",
    "street address": "streetAddress",
    "city": "addressLocality",
    "county": "addressRegion",
}
_TITLES |= {"country": "addressCountry", "latitude": "latitude", "longitude": "longitude"}
_ONE = {"identifier": "id", "regrant type": "regrantType", "regranttype": "regrantType"}
LOOKED_AT = 20  # rows above which the headings must stand
NEEDED = frozenset({"id", "title", "amountAwarded", "awardDate"})
PLAIN = {  # fields of an award by those of the standard
    "title": "title",
    "description": "purpose",
    "currency": "currency",
    "amountAwarded": "amount",
    "amountAppliedFor": "amount_applied_for",
    "amountDisbursed": "amount_disbursed",
    "awardDate": "award_date",
    "plannedDates/0/startDate": "start_date",
    "plannedDates/0/endDate": "end_date",
    "actualDates/0/startDate": "actual_start_date",
    "actualDates/0/endDate": "actual_end_date",
    "fundingOrganization/0/department": "department",
    "locationScope": "location_scope",
    "fromOpenCall": "from_open_call",
    "regrantType": "regrant_type",
    "dateModified": "modified",
    "Status": "status",
    "Legal Power": "legal_power",
    "Crime and Disorder Reduction Reasons": "cdr_reasons",
}
ITEMS = frozenset({"recipientOrganization", "recipientIndividual", "fundingOrganization"})  # never a value by themselves
AN_ADDRESS = "records hold no address and nothing by which a person can be reached"
NO_FIELD = "no field of a record holds it"
WHY_NOT = (  # of fields that have no place here, by the end of their path
    (re.compile(r"(?:postalCode|streetAddress|address\w*|latitude|longitude|email|telephone)$"), AN_ADDRESS),
    (re.compile(r"^relatedActivity"), "it does not say which of the two is a part of the other"),
    (re.compile(r"countryCode$|geoCodeType$"), "the code of the place tells it"),
    (re.compile(r"^fundingOrganization/"), "another body gives with it, and nothing says how much of the amount is whose"),
)


class Item(NamedTuple):
    """A field of the standard: the member of a grant, the number of the item in it, and the member of that, '' if none."""

    member: str
    number: int = 0
    inner: str = ""

    @property
    def path(self) -> str:
        """Its path, in which every member of an item has a number."""
        return f"{self.member}/{self.number}/{self.inner}" if self.inner else self.member


def of_heading(heading: str) -> Item:
    """The field that the heading of a spreadsheet, or the path in JSON, names; one of no standard is called as it stands."""
    if "/" in heading and ":" not in heading:
        first, _, rest = heading.partition("/")
        number, _, inner = rest.partition("/")
        return Item(first, int(number), inner) if number.isdigit() and inner else Item(first, 0, rest)
    parts = [part.strip() for part in heading.split(":")]
    if len(parts) == 1:
        low = parts[0].casefold()
        return Item(_ONE.get(low) or _TITLES.get(low) or parts[0])
    number = int(parts[1]) if len(parts) > 2 and parts[1].isdigit() else 0
    inner = ":".join(parts[2 if len(parts) > 2 and parts[1].isdigit() else 1 :])
    member = _LISTS.get(parts[0].casefold(), parts[0])
    known = {"identifier": "id", "duration": "duration"} | _TITLES
    if inner.casefold().startswith("location:"):
        inner = inner[9:]
        return Item(member, number, f"location/{known.get(inner.casefold(), inner)}")
    return Item(member, number, "id" if inner.casefold() == "identifier" else known.get(inner.casefold(), inner))


def columns(headings: Mapping[int, str]) -> dict[int, str]:
    """The paths of the fields of the standard, by column."""
    return {column: of_heading(heading).path for column, heading in headings.items()}


def is_giving(paths: Iterable[str]) -> bool:
    """Whether columns are those of grants in the standard: it must have what every grant has, and a funder or a recipient."""
    found = set(paths)
    return found >= NEEDED and any(path.startswith(("fundingOrganization/0", "recipient")) for path in found)


def headings(sheet: Sheet) -> int:
    """The number from 0 of the row with the headings of grants; -1 where a sheet has none."""
    for number, cells in enumerate(sheet.rows[:LOOKED_AT]):
        if is_giving(of_heading(cell.text).path for cell in cells if cell.text):
            return number
    return -1


def is_about(sheet: Sheet) -> bool:
    """Whether a sheet is about the file: its first row with several cells names neither grants nor what belongs to them."""
    first = next((cells for cells in sheet.rows if len(cells) > 1), ())
    paths = [of_heading(cell.text).path for cell in first if cell.text]
    return not any(path == "id" or path.partition("/")[0] in LISTS for path in paths)


def why_not(path: str, reasons: Iterable[tuple[re.Pattern[str], str]] = WHY_NOT) -> str:
    """Why a field of the standard that Daylight does not take is left out, by the first form that its path has."""
    return next((why for form, why in reasons if form.search(path)), NO_FIELD)
