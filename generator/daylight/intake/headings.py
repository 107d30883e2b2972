"""What offices call the columns of their spreadsheets, and which field each of those names means."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from daylight.schema import Schema

SURE = 3  # of the names of a field are surer than the rest
OURS = "What to put right"  # the column that we add to a copy that is to be corrected
_UNITS = (  # what a heading says of the amounts below it
    (re.compile(r"£?\s*,?\s*000\s*'?s?\b|£\s*k\b|\bthousands?\b|\(k\)", re.IGNORECASE), 1000),
    (re.compile(r"£\s*(?:m|mn|million)s?\b|\bmillions?\b|\(m\)", re.IGNORECASE), 1_000_000),
)
_MARKS = re.compile(r"\[\w{1,2}\]|(?<=\D)\s*\(\d\)$|[*†‡¹²³]+$|^[*†‡]+")
_DRIFT = re.compile(r"\[column [A-Z]+\]$|\b(?:19|20)\d\d\s?[-/–]\s?(?:\d\d)?\d\d\b")  # "Year 2013-14" is another next year
_NOT_A_WORD = re.compile(r"[^a-z0-9%]+")
NAMES: Mapping[
    str, Mapping[str, tuple[str, ...]]
] = {  # of each kind: the field, and what it is called, the surest names first
    "award": {
        "reference": (
            "reference",
            "ref",
            "ref no",
            "reference number",
            "grant reference",
            "grant ref",
            "award reference",
            "id",
            "number",
            "no",
        ),
        "title": ("title", "project title", "project", "project name", "grant title", "name of project", "scheme or project"),
        "purpose": (
            "purpose",
            "purpose of grant",
            "summary of purpose",
            "description",
            "grants description",
            "grant description",
            "project description",
            "description of project",
            "aims and objectives",
            "details",
            "summary",
            "what it is for",
        ),
        "recipient": (
            "recipient",
            "recipient name",
            "organisation",
            "organization",
            "organisation name",
            "name of organisation",
            "grantee",
            "beneficiary",
            "awarded to",
            "provider",
            "supplier",
            "supplier name",
            "payee",
            "applicant",
            "group",
            "recipient org name",
            "name of recipient",
        ),
        "recipient.charity_number": (
            "charity number",
            "charity no",
            "registered charity number",
            "charity registration number",
            "recipient org charity number",
            "registration number",
        ),
        "recipient.company_number": (
            "company number",
            "company no",
            "company registration number",
            "recipient org company number",
        ),
        "recipient.org_id": ("recipient org identifier", "organisation identifier"),
        "recipient.town": ("town", "recipient town", "town or district"),
        "recipient.legal_form": (
            "legal form",
            "recipient type",
            "type of recipient",
            "organisation type",
            "type of organisation",
        ),
        "amount": (
            "amount",
            "amount awarded",
            "grant amount",
            "award amount",
            "award",
            "grant",
            "grant awarded",
            "value",
            "total value",
            "amount of grant",
            "funding",
            "funding awarded",
            "total awarded",
            "award value",
            "grant value",
            "contract value",
            "amount granted",
            "value per year",
            "sum awarded",
            "total grant",
            "amount gbp",
            "gbp",
            "",
        ),
        "amount_applied_for": ("amount applied for", "amount requested", "requested", "applied for", "amount asked for"),
        "amount_disbursed": ("amount disbursed", "amount paid", "paid", "paid to date", "spend to date", "actual spend"),
        "award_date": (
            "award date",
            "date of award",
            "date awarded",
            "date",
            "grant date",
            "decision date",
            "date approved",
            "approved",
            "date of decision",
        ),
        "start_date": (
            "start date",
            "start",
            "starts",
            "from",
            "project start",
            "start of project",
            "commencement date",
            "planned dates start date",
        ),
        "end_date": (
            "end date",
            "end",
            "ends",
            "to",
            "project end",
            "finish",
            "finish date",
            "expiry date",
            "planned dates end date",
        ),
        "review_date": ("review date",),
        "period_as_published": ("period", "duration", "time period", "term", "length of grant"),
        "financial_year": ("financial year", "year", "fy", "funding year"),
        "scheme": (
            "scheme",
            "fund",
            "grant programme title",
            "programme",
            "funding stream",
            "grant scheme",
            "scheme name",
            "funding pot",
            "fund name",
        ),
        "funder": ("funder", "funding org name", "funding body", "funded by", "department"),
        "department": ("department", "funding org department", "team", "directorate"),
        "category": ("category", "grant category", "priority area"),
        "theme": ("theme", "topic"),
        "type": ("type", "type of award", "award type", "grant or contract", "kind of award"),
        "status": ("status", "current status"),
        "decision": ("decision", "decision reference", "decision number", "decision notice", "decision ref"),
        "priority": ("priority", "police and crime plan priority", "plan priority"),
        "area_as_published": (
            "area",
            "area served",
            "district",
            "location",
            "beneficiary location name",
            "ward",
            "borough",
            "local authority area",
        ),
        "legal_power": ("legal power", "power"),
        "cdr_reasons": ("reasons", "reason", "reasons for award", "why it reduces crime and disorder"),
        "conditions": ("conditions", "conditions of grant", "terms and conditions"),
        "source": ("source", "web address", "link", "url"),
        "note": ("note", "notes", "comment", "comments", "remarks"),
        "route": ("allocation method", "route", "how awarded", "procurement route", "award method"),
        "notice_reference": ("notice", "contracts finder reference", "notice reference"),
        "vat_irrecoverable": ("irrecoverable vat", "vat that cannot be recovered"),
        "from_open_call": ("from an open call", "open call"),
    },
    "organisation": {
        "name": ("name", "organisation", "organisation name", "name of organisation"),
        "charity_number": ("charity number", "charity no", "registered charity number"),
        "company_number": ("company number", "company no"),
        "org_id": ("identifier", "org id", "organisation identifier"),
        "town": ("town", "city", "town or district"),
        "website": ("website", "web site", "web address"),
        "kind": ("kind", "type", "type of organisation"),
        "source": ("source", "link"),
    },
    "decision": {
        "reference": ("reference", "ref", "decision reference", "decision number", "number"),
        "title": ("title", "decision", "subject", "decision title"),
        "taken_on": ("date", "decision date", "date of decision", "taken on", "date taken"),
        "summary": ("summary", "decision summary", "description"),
        "source": ("source", "link", "url"),
    },
    "opportunity": {
        "reference": ("reference", "ref"),
        "title": ("title", "opportunity", "name", "name of fund"),
        "opens_on": ("opens", "opening date", "open date", "opens on"),
        "closes_on": ("closes", "closing date", "deadline", "closes on"),
        "source": ("source", "link", "url"),
    },
}
PRIVATE = re.compile(  # headings of what no record may hold
    r"\b(?:e ?mail|telephone|phone|mobile|tel|contact|post ?codes?|postal code|zip|address|street|latitude|longitude|uprn|"
    r"bank|sort code|account|iban|date of birth|dob|signature|signatory|first name|surname|forename|ni number|vat number|"
    r"utr)\b"
)


class Meant(NamedTuple):
    """A field that a heading may mean, and how surely: 0 for the very name, 2 for the names that are least sure."""

    field: str
    rank: int


def plain(heading: str) -> str:
    """A heading in small letters and digits, without what it says of its unit, footnote marks and signs."""
    text = _MARKS.sub("", heading.strip())
    for pattern, _ in _UNITS:
        text = pattern.sub(" ", text)
    text = _DRIFT.sub(" ", text)
    return _NOT_A_WORD.sub(" ", text.casefold().replace("organization", "organisation")).strip()


def unit(heading: str) -> int:
    """By what the amounts below a heading are to be multiplied, as it says: 1 where it says nothing."""
    return next((by for pattern, by in _UNITS if pattern.search(heading)), 1)


def is_private(heading: str) -> bool:
    """Whether a column holds what no record may hold, such as addresses and telephone numbers."""
    return bool(PRIVATE.search(plain(heading))) and plain(heading) not in ("web address", "recipient org web address")


def meanings(schema: Schema, heading: str) -> list[Meant]:
    """The fields of a kind that a heading may mean, the surest first."""
    said, found = plain(heading), []
    if not said and heading.strip() and unit(heading) == 1 and "£" not in heading:
        return []
    for field in schema.fields:
        if not field.derived and said and said in (plain(field.title), plain(field.name)):
            found.append(Meant(field.name, 0))
    for name, names in NAMES.get(schema.name, {}).items():
        if said in names:
            found.append(Meant(name, 1 if said in names[:SURE] else 2))
    best: dict[str, int] = {}
    for meant in found:
        best[meant.field] = min(meant.rank, best.get(meant.field, 99))
    return sorted((Meant(f, r) for f, r in best.items()), key=lambda meant: meant.rank)


def is_heading(schemas: Mapping[str, Schema], text: str) -> bool:
    """Whether a text is what columns are called."""
    return text.strip() == OURS or is_private(text) or any(meanings(schemas[kind], text) for kind in NAMES)
