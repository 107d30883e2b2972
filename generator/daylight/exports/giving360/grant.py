"""One grant as the 360Giving schema has it: a field that is not known is left out, and never null or empty."""

from decimal import Decimal

from daylight.counted import countable
from daylight.exports.giving360.linked import address, documents, page, priorities, programmes
from daylight.exports.giving360.organisations import prefix, recipient
from daylight.exports.giving360.places import places
from daylight.exports.giving360.published import Grant, description
from daylight.pages import DATA
from daylight.record import Record
from daylight.site import Site
from daylight.words import _

ORDER = (
    *("id", "title", "description", "currency", "amountAwarded", "awardDate"),
    *("recipientOrganization", "recipientIndividual", "fundingOrganization"),
    *("amountAppliedFor", "amountDisbursed", "plannedDates", "actualDates", "grantProgramme", "beneficiaryLocation"),
    *("locationScope", "fromOpenCall", "regrantType", "classifications", "relatedDocument", "relatedActivity"),
    *("Status", "Legal Power", "Crime and Disorder Reduction Reasons", "Conditions", "url", "dataSource", "dateModified"),
)


def grant(site: Site, found: Grant, ids: dict[str, str]) -> dict:
    """A grant as an object of the schema, its amounts as decimals.

    `ids` are the identifiers of all published grants to organisations, by the keys of their awards.
    """
    award = found.award
    said = _of_organisations(site, found, ids) if found.recipients else _of_individual(site, award)
    values = {
        "id": identifier(site, award),
        **said,
        "currency": "GBP",
        "amountAwarded": countable(award),
        "awardDate": found.day,
        "fundingOrganization": [_funder(found)],
        **_everyone(site, award),
    }
    return {name: values[name] for name in ORDER if values.get(name) not in (None, "", [])}


def identifier(site: Site, award: Record) -> str:
    """The identifier of a grant, which never changes: its own, else one that is made of its key."""
    return award.get("identifier") or f"{prefix(site)}-{award.key}"


def _funder(found: Grant) -> dict[str, str]:
    said = {"id": found.funder.id, "name": found.funder.name, "department": found.award.get("department")}
    return {name: text for name, text in said.items() if text}


def _everyone(site: Site, award: Record) -> dict:
    """What is told of a grant whoever received it."""
    v = award.values
    day, payments = site.last_change(award), award.rows("payments") if award.children else []
    paid = sum((row.get("amount", Decimal()) for row in payments), Decimal()) if payments else None
    return {
        "amountAppliedFor": v.get("amount_applied_for"),
        "amountDisbursed": v.get("amount_disbursed", paid),
        "plannedDates": _period(award, "start_date", "end_date"),
        "grantProgramme": programmes(site, award),
        "fromOpenCall": {True: "Yes", False: "No"}.get(v.get("from_open_call")),
        "dateModified": f"{day}T00:00:00Z" if day else "",
    }


def _of_individual(site: Site, award: Record) -> dict:
    """Nothing by which a private person could be found: no words of the record, no place, no page (360Giving, individuals)."""
    return {
        "title": _("Grant to an individual"),
        "description": _("A grant to a person, who is not named, and of whom nothing is told."),
        "recipientIndividual": {"id": f"{prefix(site)}-IND-{award.key}", "name": "Individual Recipient"},
        "dataSource": address(site, DATA),
    }


def _of_organisations(site: Site, found: Grant, ids: dict[str, str]) -> dict:
    award, v, there = found.award, found.award.values, page(site, found.award)
    related = [*site.targets(award, "award", "parent"), *site.sources(award, "award")]
    return {
        "title": v["title"],
        "description": description(award),
        "recipientOrganization": [recipient(site, organisation) for organisation in _led(found)],
        "url": there,
        "actualDates": _period(award, "actual_start_date", "actual_end_date"),
        "beneficiaryLocation": places(site, award),
        "locationScope": v.get("location_scope"),
        "regrantType": v.get("regrant_type"),
        "classifications": priorities(site, award),
        "relatedDocument": documents(site, award),
        "relatedActivity": [ids[other.key] for other in related if other.key in ids],
        "dataSource": there or v.get("source"),
        **_own(site, award),
    }


def _own(site: Site, award: Record) -> dict[str, str]:
    """What the law asks for and the standard has no field for, under names that the standard allows for other columns."""
    v, fields = award.values, site.schemas["award"].by_name
    texts = [row.get("text", "") for row in award.rows("conditions")] if award.children else []
    none = _(fields["unconditional"].title) if v.get("unconditional") else ""
    return {
        "Status": _(fields["status"].labels.get(v.get("status"), "")),
        "Legal Power": _(fields["legal_power"].labels.get(v.get("legal_power"), "")),
        "Crime and Disorder Reduction Reasons": v.get("cdr_reasons"),
        "Conditions": "\n".join(texts) or none,
    }


def _led(found: Grant) -> list[Record]:
    """The organisations, the one that leads first: who reads only one reads that."""
    rows = found.award.rows("recipients") if len(found.recipients) > 1 else []
    leads = {found.award.get("recipient"), *(row.get("organisation") for row in rows if row.get("role") == "lead")}
    return sorted(found.recipients, key=lambda organisation: organisation.key not in leads)


def _period(award: Record, start: str, end: str) -> list[dict[str, str]]:
    period = {name: award.get(field) for name, field in (("startDate", start), ("endDate", end))}
    known = {name: day for name, day in period.items() if day}
    return [known] if known else []
