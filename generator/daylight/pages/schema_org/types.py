"""Of which type of schema.org each record is."""

from daylight.record import Record

OFFICE = "GovernmentOrganization"
ORGANISATIONS = {
    **dict.fromkeys(("local_authority", "parish_council", "police", "nhs", "probation", "fire", "government"), OFFICE),
    "public_body": OFFICE,
    "charity": "NGO",
    "school": "EducationalOrganization",
    "university": "CollegeOrUniversity",
}
CONTRACTS = ("contract", "invoice")
TYPES = {
    "decision": "Report",
    "budget": "Report",
    "document": "DigitalDocument",
    "publication": "CreativeWork",
    "fund": "FundingScheme",
    "priority": "DefinedTerm",
    "budget_area": "DefinedTerm",
    "area": "AdministrativeArea",
}


def type_of(record: Record) -> str:
    """The type of schema.org that is true of what a record is about, '' where there is none that is.

    An individual is no organisation, an application no grant, and of money whose legal shape is not published nothing is said.
    """
    if record.kind == "award":
        return _award(record)
    if record.kind == "organisation":
        return _organisation(record)
    if record.kind == "opportunity":
        return "GovernmentService" if record.get("kind") == "grant_round" else "Demand"
    if record.kind in ("round", "activity"):
        return "Event" if record.get("met_on") or record.get("date") else ""
    return TYPES.get(record.kind, "")


def _organisation(organisation: Record) -> str:
    form = organisation.get("legal_form", "")
    return "" if form == "individual" else ORGANISATIONS.get(organisation.get("sector") or form, "Organization")


def _award(award: Record) -> str:
    kind, direction = award.get("type"), award.get("direction")
    if direction == "applied_only" or award.get("status") == "withdrawn":
        return ""
    if kind == "grant":
        return "MonetaryGrant"
    if direction != "out":
        return ""
    return "Order" if kind in CONTRACTS else "GovernmentService" if kind == "co_commissioning" else ""
