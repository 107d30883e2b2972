"""What one OCDS release says was tendered, or talked of with the market before: an opportunity."""

from daylight.intake import process_parties, release_lists
from daylight.intake.marked import short
from daylight.intake.process_fields import TALKS, TENDER, moment
from daylight.intake.release import Made, Release
from daylight.new import is_key


def opportunity(of: Release, tender: dict) -> Made:
    """A tender as an opportunity, or talks with the market before one. Who buys is named, or is the office, which leads."""
    talks = f"{of.prefix}planning/milestones/0"
    only_talks = tender.get("status") == "planning" or (of.ours and of.only_planned and f"{talks}/id" in of.at)
    fields, columns = {"kind": "market_engagement" if only_talks else "tender"}, {}
    fields |= {name: text for name, text in of.constants.items() if name == "source"}
    of.texts("opportunity", of.tender, TENDER, fields, columns)
    if only_talks:
        of.texts("opportunity", talks, TALKS, fields, columns)
    closes = of.at.get(f"{of.tender}/tenderPeriod/endDate")
    if closes and (time := moment(closes[1].text)) and time.strftime("%H:%M") != "23:59":
        fields["closes_at"] = time.strftime("%H:%M")
    of.process(fields, columns)
    of.source(of.tender, fields)
    payers = process_parties.buyers(of, fields)
    buyer = process_parties.buyer(of, payers)
    if process_parties.office_leads(of):
        fields["lead_commissioner"] = "yes"
    rows = {} if buyer else {"documents": list(release_lists.documents(of, of.tender, "opportunity"))}
    key = str(tender.get("id") or "")
    made = key if of.ours and is_key(key) and not key.startswith("ocds-") else short(of.ocid or key)
    fields.pop("direction", None)
    return Made("opportunity", made, fields, columns, {"buyer": buyer} if buyer else {}, [], rows)
