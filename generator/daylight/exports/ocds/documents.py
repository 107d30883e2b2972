"""Documents: in which section of a release each kind stands, and what OCDS calls it (code list documentType)."""

from daylight.exports.giving360.linked import page
from daylight.exports.ocds.small import moment, without_nothing
from daylight.record import Record
from daylight.rules.between import made_by
from daylight.site import Site
from daylight.words import _

PLANNING, TENDER, AWARD, CONTRACT, IMPLEMENTATION = "planning", "tender", "award", "contract", "implementation"
PLACES = {  # of a document by its kind; "" where the code list has no word that says no more than is known
    "needs_assessment": (PLANNING, "needsAssessment"),
    "tender": (TENDER, "biddingDocuments"),
    "specification": (TENDER, "technicalSpecifications"),
    "decision_notice": (AWARD, "awardNotice"),
    "contract": (CONTRACT, "contractSigned"),
    "terms": (CONTRACT, "contractSchedule"),
    "agreement": (CONTRACT, ""),
    "report": (IMPLEMENTATION, ""),
    "evaluation": (IMPLEMENTATION, ""),
    "deep_dive": (IMPLEMENTATION, ""),
}
Placed = dict[str, dict[str, dict]]  # documents by their section and id


def of_tender(site: Site, opportunity: Record) -> Placed:
    """The page of an opportunity, where it was advertised, and its documents."""
    found: Placed = {PLANNING: {}, TENDER: {}}
    rows = opportunity.rows("advertised_on") if opportunity.children else []
    labels = site.schemas["opportunity_advert"].by_name["where"].labels
    adverts = [
        {
            "id": f"advertisement-{number}",
            "documentType": "tenderNotice" if opportunity.get("kind") == "tender" else "",
            "title": _(labels.get(row.get("where"), "")),
            "url": row.get("address"),
            "datePublished": moment(row.get("date")) if row.get("date") else "",
        }
        for number, row in enumerate(rows, 1)
    ]
    of = PLANNING if opportunity.get("kind") == "market_engagement" else TENDER
    for said in (_page(site, opportunity), *adverts):
        found[of] |= {said["id"]: without_nothing(said)}
    for record in site.targets(opportunity, "document"):
        place, type_ = PLACES.get(record.get("kind"), (of, ""))
        place, type_ = (place, type_) if place in found else (of, "")
        found[place] |= _document(site, record, type_)
    return found


def of_award(site: Site, award: Record) -> Placed:
    """The page of an award, the decisions that made it, its national notice, and its documents."""
    found: Placed = {place: {} for place in (PLANNING, TENDER, AWARD, CONTRACT, IMPLEMENTATION)}
    for said in (_page(site, award), *(_page(site, decision) for decision in made_by(site, award)), _notice(award)):
        if said:
            found[AWARD] |= {said["id"]: without_nothing(said)}
    for record in site.targets(award, "document"):
        place, type_ = PLACES.get(record.get("kind"), (AWARD, ""))
        found[place] |= _document(site, record, type_)
    return found


def _page(site: Site, record: Record) -> dict:
    """The page of a record, which is in English."""
    return {
        "id": f"{record.kind}-{record.key}",
        "title": site.label(record),
        "url": page(site, record),
        "datePublished": moment(record.get("published_on")) if record.get("published_on") else "",
        "format": "text/html",
        "language": "en",
    }


def _notice(award: Record) -> dict:
    """The national notice by its number: what kind of notice it is, and where, is not recorded."""
    number = award.get("notice_reference")
    return {"id": "notice", "title": _("Procurement notice {number}", number=number)} if number else {}


def _document(site: Site, record: Record, type_: str) -> dict[str, dict]:
    """A document by its id, at its own address, else at its page."""
    there = record.get("address")
    said = {
        "id": f"document-{record.key}",
        "documentType": type_,
        "title": site.label(record),
        "description": record.get("description"),
        "url": there or page(site, record),
        "format": record.get("media_type") if there else "text/html",
    }
    return {said["id"]: without_nothing(said)}
