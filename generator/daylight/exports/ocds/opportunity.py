"""What the record of an opportunity says of a tender, and of talks with the market."""

from daylight.derived import derived
from daylight.exports.ocds.changes import amendments
from daylight.exports.ocds.parties import Parties
from daylight.exports.ocds.small import moment, value, without_nothing
from daylight.record import Record
from daylight.site import Site
from daylight.views.opportunities import state
from daylight.words import _

PROCEDURES = (("open", "open"), ("restricted", "selective"))  # how the name of a procedure begins that has but one meaning
WEIGHTS = ("weight_quality", "weight_cost", "weight_social_value")


def of_tender(site: Site, opportunity: Record, parties: Parties) -> dict:
    """A tender as the tender section has it, without its status and its documents."""
    v = opportunity.values
    weights = _weights(site, opportunity)
    said = {
        "id": opportunity.key,
        "title": v.get("title"),
        "description": " ".join(_words(site, opportunity)),
        "procuringEntity": _leader(site, opportunity, parties),
        "value": value(v.get("expected_value", v.get("envelope"))),
        "procurementMethod": next((code for name, code in PROCEDURES if v.get("procedure", "").lower().startswith(name)), ""),
        "procurementMethodDetails": v.get("procedure"),
        "mainProcurementCategory": "services" if v.get("light_touch") else "",
        "awardCriteria": "ratedCriteria" if len(weights) > 1 else "",
        "awardCriteriaDetails": v.get("weights_as_published") or "; ".join(weights),
        "submissionMethodDetails": " ".join(text for text in (v.get("how_to_apply"), v.get("apply_address")) if text),
        "tenderPeriod": _open_period(site, opportunity),
        "eligibilityCriteria": v.get("eligibility"),
        "amendments": amendments(site, opportunity, (None,)),
    }
    return without_nothing(said)


def of_engagement(site: Site, opportunity: Record) -> dict:
    """Talks with the market before there is a tender, as the tender section has them."""
    status = "cancelled" if state(opportunity, site.today) == "cancelled" else "planning"
    said = {name: opportunity.get(name) for name in ("title", "description")}
    return without_nothing({"id": opportunity.key, **said, "status": status})


def engagement(site: Site, opportunity: Record) -> dict:
    """Talks with the market as a milestone, due when they close. Whether they were any use is not recorded."""
    status = {"open": "scheduled", "forthcoming": "scheduled", "cancelled": "notMet"}
    said = {
        "id": opportunity.key,
        "title": opportunity.get("title"),
        "type": "engagement",
        "description": opportunity.get("description"),
        "dueDate": derived(site, opportunity).get("closes"),
        "status": status.get(state(opportunity, site.today)),
    }
    return without_nothing(said)


def opened(opportunity: Record) -> str:
    """The ISO day on which it was published, else opened, '' if neither is known."""
    return opportunity.get("published_on") or opportunity.get("opens_on", "")


def _leader(site: Site, opportunity: Record, parties: Parties) -> dict[str, str]:
    if buyer := site.get("organisation", opportunity.get("buyer")):
        return parties.organisation(buyer, "procuringEntity")
    return parties.office(opened(opportunity), "procuringEntity") if opportunity.get("lead_commissioner") else {}


def _open_period(site: Site, opportunity: Record) -> dict[str, str]:
    opens, closes = opportunity.get("opens_on"), derived(site, opportunity).get("closes")
    return without_nothing({"startDate": moment(opens) if opens else "", "endDate": closes})


def _words(site: Site, opportunity: Record) -> list[str]:
    """What it is for, and its value as published: OCDS has no field for whether an amount contains VAT."""
    v, field = opportunity.values, site.schemas["opportunity"].by_name["vat_basis"]
    said = [v["description"]] if "description" in v else []
    if "envelope_as_published" in v:
        said.append(_("Value as published: {text}.", text=v["envelope_as_published"]))
    if "vat_basis" in v:
        said.append(f"{_(field.title)}: {_(field.labels[v['vat_basis']])}.")
    return said


def _weights(site: Site, opportunity: Record) -> list[str]:
    fields = site.schemas["opportunity"].by_name
    return [f"{_(fields[name].title)}: {opportunity.get(name):f}" for name in WEIGHTS if opportunity.get(name)]
