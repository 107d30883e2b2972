"""The planning and tender sections: how a contract came to be, from the opportunity, or else from the awards themselves.

Where no tender was published the section says only how the supplier was chosen, as the standard has it for a contract
without a tender (guidance, framework agreements).
"""

from collections.abc import Callable, Hashable, Mapping

from daylight.exports.ocds.documents import PLANNING, TENDER, Placed
from daylight.exports.ocds.opportunity import engagement, of_engagement, of_tender
from daylight.exports.ocds.parties import Parties
from daylight.exports.ocds.process import Process
from daylight.exports.ocds.small import without_nothing
from daylight.record import Record
from daylight.site import Site
from daylight.values import Value
from daylight.views.opportunities import state
from daylight.words import _

METHODS = {"open": "open", "selective": "selective", "quotes": "limited", "direct": "direct", "named_in_bid": "direct"}
FINAL = frozenset({"complete", "unsuccessful", "withdrawn", "cancelled"})  # as published, that a later day does not change


def planning(site: Site, process: Process, placed: list[Placed]) -> dict:
    """The talks with the market before the tender, and from what the need was found."""
    milestones = [engagement(site, record) for record in process.engagements]
    return without_nothing({"milestones": milestones, "documents": _documents(placed, PLANNING)})


def tender(site: Site, process: Process, parties: Parties, placed: list[Placed]) -> dict:
    """The tender section; empty where nothing is known of how it came to the contract."""
    if process.tender:
        said = of_tender(site, process.tender, parties) | {"status": _status(site, process)}
    elif process.awards:
        said = {"status": "complete"}
    else:
        said = of_engagement(site, process.engagements[0])
    chosen = _chosen(site, process.awards)
    known = without_nothing(chosen | said | {"documents": _documents(placed, TENDER)})
    return {"id": process.ocid} | known if known.keys() - {"status", "title"} else {}


def _chosen(site: Site, awards: tuple[Record, ...]) -> dict:
    """What the awards say of how their suppliers were chosen, where they all say the same."""
    grounds = site.schemas["award"].by_name["single_tender_ground"].labels

    def same(of: Callable[[Mapping[str, Value]], Hashable]):
        found = {of(award.values) for award in awards}
        return found.pop() if len(found) == 1 else None

    def why(v: Mapping[str, Value]) -> str:
        ground = f"{_(grounds[v['single_tender_ground']])}." if "single_tender_ground" in v else ""
        return f"{ground} {v.get('single_tender_evidence', '')}".strip()

    said = {
        "title": same(lambda v: v.get("title")),
        "procurementMethod": same(method),
        "procurementMethodDetails": same(lambda v: v.get("route")),
        "procurementMethodRationale": same(why),
        "mainProcurementCategory": same(lambda v: "services" if v.get("light_touch") else None),
        "numberOfTenderers": same(lambda v: v.get("quotes_received")),
    }
    return without_nothing(said)


def method(award: Mapping[str, Value]) -> str | None:
    """The OCDS code (method) for the competition of an award: one quote alone is no competition."""
    if "single_tender_ground" in award or (award.get("competition") == "quotes" and award.get("quotes_received") == 1):
        return "direct"
    return METHODS.get(award.get("competition"))


def _status(site: Site, process: Process) -> str:
    """The OCDS code (tenderStatus); '' where it has closed and nobody says what came of it."""
    if process.awards:
        return "complete"
    published = process.tender.get("status_as_published", "").lower()
    known = {"cancelled": "cancelled", "open": "active", "forthcoming": "planned"}
    return known.get(state(process.tender, site.today), published if published in FINAL else "")


def _documents(placed: list[Placed], place: str) -> list[dict]:
    found: dict[str, dict] = {}
    for of in placed:
        found |= of.get(place, {})
    return list(found.values())
