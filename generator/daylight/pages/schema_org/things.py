"""What the page of a record is about, in the words of schema.org: one function a kind of record.

A round of grants is a GovernmentService with the days of its Offer; an invitation to tender is a Demand, which somebody
seeks. A decision is a Report, for that has a number; a fund is a FundingScheme. What has no type there is left out.
"""

from daylight.derived import derived
from daylight.pages.schema_org import names
from daylight.pages.schema_org.awards import award
from daylight.pages.schema_org.names import known
from daylight.pages.schema_org.types import type_of
from daylight.record import Record
from daylight.site import Site
from daylight.words import _


def things(site: Site, record: Record) -> list[dict]:
    """What a record is about, and then who seeks it if somebody does; nothing where no type of schema.org is true of it."""
    type_ = type_of(record)
    if not type_:
        return []
    page, v = names.page(site, record), record.values
    found = {"@type": type_, "@id": f"{page}#{record.kind}", "name": site.label(record), "url": page}
    found["description"] = v.get("purpose") or v.get("description")
    found = known(found | _KINDS[record.kind](site, record))
    if type_ != "Demand":
        return [found]
    seeker = names.ref(site, site.get("organisation", v.get("buyer"))) or names.office_on(site, v.get("published_on"))
    return [found, seeker | {"seeks": {"@type": type_, "@id": found["@id"]}}]


def _opportunity(site: Site, opportunity: Record) -> dict:
    v, by_name = opportunity.values, site.schemas["opportunity"].by_name
    cancelled = "https://schema.org/Discontinued" if v.get("cancelled_on") else None
    begins, ends = v.get("opens_on"), None if v.get("rolling") else derived(site, opportunity).get("closes")
    said = {"identifier": v.get("ocid") or v.get("reference") or opportunity.key, "areaServed": names.force_area(site)}
    if type_of(opportunity) == "Demand":
        return said | {"availability": cancelled, "validFrom": begins, "validThrough": ends}
    offer = {"@type": "Offer", "url": v.get("apply_address"), "availability": cancelled}
    offer |= {"availabilityStarts": begins, "availabilityEnds": ends}
    return said | {
        "serviceType": _(by_name["kind"].labels[v["kind"]]),
        "provider": names.office_on(site, v.get("published_on") or begins),
        "offers": known(offer),
    }


def _decision(site: Site, decision: Record) -> dict:
    v = decision.values
    by = names.office_on(site, v.get("taken_on")) if v.get("own") else names.ref(site, site.get("organisation", v.get("body")))
    return {
        "reportNumber": v.get("reference"),
        "abstract": v.get("summary"),
        "dateCreated": v.get("taken_on"),
        "datePublished": v.get("published_on"),
        "creator": by,
        "about": names.refs(site, site.sources(decision, "award")),
        "isBasedOn": names.refs(site, site.targets(decision, "document")),
        "creativeWorkStatus": _("Withdrawn") if v.get("withdrawn_on") else None,
    }


def _organisation(site: Site, organisation: Record) -> dict:
    v, by_name = organisation.values, site.schemas["organisation"].by_name
    numbers = [(by_name[name].title, v.get(name)) for name in ("org_id", "charity_number", "company_number")]
    numbers += [(row.get("scheme"), row.get("id")) for row in organisation.rows("identifiers")]
    also = [v.get("name_welsh"), *(row.get("name") for row in organisation.rows("names"))]
    return {
        "url": v.get("website"),
        "mainEntityOfPage": names.page(site, organisation),
        "alternateName": [name for name in dict.fromkeys(also) if name and name != v.get("name")],
        "identifier": [{"@type": "PropertyValue", "propertyID": i, "value": n} for i, n in numbers if i and n],
        "parentOrganization": names.ref(site, site.get("organisation", v.get("part_of"))),
        "dissolutionDate": v.get("ended_on"),
    }


def _fund(site: Site, fund: Record) -> dict:
    v = fund.values
    parent = names.ref(site, site.get("fund", v.get("parent")))
    return {"parentOrganization": parent, "foundingDate": v.get("opened_on"), "dissolutionDate": v.get("closed_on")}


def _document(site: Site, document: Record) -> dict:
    v = document.values
    file = {"@type": "MediaObject", "contentUrl": v.get("address"), "encodingFormat": v.get("media_type")}
    labels = site.schemas["document"].by_name["kind"].labels
    genre = _(labels[v["kind"]]) if v.get("kind") in labels else None
    return {"dateCreated": v.get("dated"), "genre": genre, "encoding": known(file) if v.get("address") else None}


def _budget(site: Site, budget: Record) -> dict:
    v = budget.values
    return {"datePublished": v.get("published_on"), "creator": names.office_on(site, v.get("published_on"))}


def _publication(site: Site, publication: Record) -> dict:
    v = publication.values
    page = names.page(site, publication)
    return {"url": v.get("address") or page, "mainEntityOfPage": page, "datePublished": v.get("published_on")}


def _event(site: Site, record: Record) -> dict:
    v = record.values
    day = v.get("met_on") or v.get("date")
    return {
        "startDate": day,
        "organizer": names.office_on(site, day),
        "contributor": names.refs(site, site.targets(record, "organisation")),
    }


def _term(site: Site, record: Record) -> dict:
    plan = record.get("plan")
    return {"inDefinedTermSet": {"@type": "DefinedTermSet", "name": plan} if plan else None}


def _area(site: Site, area: Record) -> dict:
    parent = site.get("area", area.get("part_of"))
    return {"identifier": names.code(area.get("code")), "containedInPlace": names.ref(site, parent)}


_KINDS = {
    "award": award,
    "decision": _decision,
    "organisation": _organisation,
    "opportunity": _opportunity,
    "fund": _fund,
    "priority": _term,
    "budget_area": _term,
    "area": _area,
    "round": _event,
    "activity": _event,
    "document": _document,
    "budget": _budget,
    "publication": _publication,
}
