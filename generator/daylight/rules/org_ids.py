"""The lists of organisations that have identifiers, after org-id.guide, and the form of a number in each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from daylight.record import Record, Row
from daylight.rules.official import names

FORMS = {
    "GB-CASC": (r"[0-9a-f]{8}", "df679063"),
    "GB-CHC": (r"[1-9]\d{5,6}", "1234567"),
    "GB-COE": (r"\d{6}", "608393"),
    "GB-COH": (r"[A-Z0-9]{2}\d{5}[A-Z0-9]", "01234567"),
    "GB-EDU": (r"\d{6}", "125554"),
    "GB-GOR": (r"[A-Z]{1,3}\d+", "PB1204"),
    "GB-HESA": (r"\d{4}", "0177"),
    "GB-LAE": (r"[A-Z]{3,4}", "SHF"),
    "GB-LANI": (r"[A-Z]{3}", "BFS"),
    "GB-LAS": (r"[A-Z]{3}", "ORK"),
    "GB-MPR": (r"[A-Z0-9]{3,10}", "IP031455"),
    "GB-NHS": (r"[A-Z0-9]{3,6}", "RAX"),
    "GB-NIC": (r"\d{6}", "100019"),
    "GB-PLA": (r"[A-Z]{3}", "WRX"),
    "GB-REV": (r"[A-Z]{1,2}\d{4,6}", "X6243"),
    "GB-SC": (r"SC\d{6}", "SC042386"),
    "GB-SHPE": (r"[A-Z]{0,2}\d{4,5}", "LH4401"),
    "GB-UKPRN": (r"\d{8}", "10000346"),
    "GB-WALEDU": (r"\d{7}", "6602130"),
}
OTHER = frozenset({"GB-GOV", "GB-IRN", "GB-SCOTEDU", "GB-SRS", "GB-CCSCUST"})  # known lists without one form
OWN = "360G"  # numbers that a publisher of 360Giving data gives out itself
NUMBERS = {"charity_number": "GB-CHC", "company_number": "GB-COH"}  # the list of each field that holds a bare number


class Claim(NamedTuple):
    """A number in a list that a record says is its own: where it stands, and in which field."""

    row: Row
    field: str
    scheme: str
    number: str


def claims(record: Record) -> Iterator[Claim]:
    """Every number that an organisation, or the publisher, says is its own."""
    for field, scheme in NUMBERS.items():
        if field in record.values:
            yield Claim(record, field, scheme, record.values[field])
    if "org_id" in record.values:
        yield Claim(record, "org_id", *split(record.values["org_id"]))
    for row in record.rows("identities") if record.children else ():
        if "org_id" in row.values:
            yield Claim(row, "org_id", *split(row.values["org_id"]))
    for row in record.rows("identifiers") if record.children else ():
        if "scheme" in row.values and "id" in row.values:
            yield Claim(row, "id", row.values["scheme"], row.values["id"])


def split(org_id: str) -> tuple[str, str]:
    """The prefix and the number of an identifier such as GB-CHC-1234567 or 360G-barsetshire-7."""
    first, _, rest = org_id.partition("-")
    if first == OWN:
        return first, rest
    second, _, number = rest.partition("-")
    return f"{first}-{second}", number


def is_listed(scheme: str) -> bool:
    """Whether a prefix is one of a list of org-id.guide, or of 360Giving."""
    return scheme in FORMS or scheme in OTHER or scheme == OWN or scheme in names("org-id-lists")


def has_form(scheme: str, number: str) -> bool:
    """Whether a number has the form that its list gives to all; where it gives none, whether it has no space or line end."""
    return number.split() == [number] and (scheme not in FORMS or bool(re.fullmatch(FORMS[scheme][0], number, re.ASCII)))


def mended(scheme: str, number: str) -> tuple[str, str]:
    """The prefix and number that were surely meant by ones without the right form; "" and "" where nobody can say."""
    plain = re.sub(r"[\s.]", "", number).upper()
    if scheme in ("GB-SC", "GB-CHC") and has_form("GB-SC", plain):
        return "GB-SC", plain
    if scheme == "GB-SC" and re.fullmatch(r"\d{6}", plain, re.ASCII):
        return scheme, f"SC{plain}"
    if scheme == "GB-COH" and re.fullmatch(r"\d{5,7}", plain, re.ASCII):
        return scheme, plain.zfill(8)
    return (scheme, plain) if has_form(scheme, plain) else ("", "")
