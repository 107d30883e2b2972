"""The award and the contract of one award record: what was agreed, and what became of it.

The award says what was agreed on its day, and the contract what holds after all changes (guidance, framework agreements:
the award's value and period are "the initial" ones, the contract's "the updated values").
"""

from daylight.counted import COUNTED
from daylight.derived import recipients, withheld
from daylight.exports.ocds.changes import AMENDS, amendments, at_first
from daylight.exports.ocds.documents import AWARD, CONTRACT, IMPLEMENTATION, Placed
from daylight.exports.ocds.parties import Parties
from daylight.exports.ocds.payments import paid_for_others, transactions
from daylight.exports.ocds.small import moment, period, value, without_nothing
from daylight.record import Record
from daylight.site import Site
from daylight.words import _

OVER = frozenset({"complete", "decommissioned", "clawed_back"})
GOING_ON = frozenset({"active", "varied"})


def award(site: Site, record: Record, parties: Parties, placed: Placed) -> dict:
    """The award section of a record. Only an amount that the source gives is a value: no end of a range, no estimate."""
    v = record.values
    said = {
        "id": record.key,
        "title": v.get("title"),
        "description": " ".join(_words(site, record)),
        "status": "cancelled" if v.get("status") == "withdrawn" else "active",
        "date": moment(v["award_date"]) if "award_date" in v else "",
        "value": value(at_first(site, record, "amount")) if v.get("amount_basis") in COUNTED else {},
        "suppliers": suppliers(site, record, parties),
        "contractPeriod": period(at_first(site, record, "start_date"), at_first(site, record, "end_date")),
        "documents": list(placed[AWARD].values()),
        "amendments": amendments(site, record, ("withdrawal",)),
    }
    return without_nothing(said)


def contract(site: Site, record: Record, parties: Parties, placed: Placed) -> dict:
    """The contract section of a record, under the id of its award."""
    v = record.values
    done = {"transactions": transactions(site, record, parties), "documents": list(placed[IMPLEMENTATION].values())}
    said = {
        "id": record.key,
        "awardID": record.key,
        "title": v.get("title"),
        "description": v.get("description"),
        "status": contract_status(record, site.today),
        "period": period(v.get("start_date"), v.get("actual_end_date") or v.get("end_date")),
        "value": value(v.get("amount")) if v.get("amount_basis") in COUNTED else {},
        "documents": list(placed[CONTRACT].values()),
        "implementation": without_nothing(done),
        "amendments": amendments(site, record, AMENDS),
    }
    return without_nothing(said)


def contract_status(record: Record, today: str) -> str:
    """The OCDS code (contractStatus) on an ISO day; '' where neither its dates nor its record tell.

    A contract that ran its term is terminated too: "has now come to a close".
    """
    v = record.values
    if v.get("status") == "withdrawn":
        return "terminated" if record.rows("payments") or "actual_start_date" in v else "cancelled"
    begun, ends = v.get("actual_start_date") or v.get("start_date", ""), v.get("actual_end_date") or v.get("end_date", "")
    if v.get("status") in OVER or (ends and ends < today):
        return "terminated"
    if begun > today:
        return "pending"
    return "active" if v.get("status") in GOING_ON or (begun and ends) else ""


def suppliers(site: Site, record: Record, parties: Parties) -> list[dict[str, str]]:
    """Who is to deliver: organisations, else an individual, who is not named, else whoever the source calls so."""
    if everyone := recipients(site, record):
        only_paid = paid_for_others(record)
        return [parties.organisation(found, "supplier") for found in everyone if found.key not in only_paid]
    if record.get("recipient_individual"):
        return [parties.individual(record.key, "supplier")]
    name = record.get("recipient_as_published")
    return [parties.named(record.key, name, "supplier")] if name else []


def _words(site: Site, record: Record) -> list[str]:
    """What the award is for; how exact its amount is, for which OCDS has no field; and what is not published, and why."""
    v, fields = record.values, site.schemas["award"].by_name
    said = [v["purpose"]] if "purpose" in v else []
    if v.get("amount_basis", "exact") != "exact" and "amount" not in withheld(site, record):
        said.append(_("Amount: {words}.", words=_(fields["amount_basis"].labels[v["amount_basis"]])))
        if text := v.get("amount_as_published"):
            said.append(_("Amount as published: {text}.", text=text))
    if "own_share" in v:
        said.append(_("The office's own share is £{amount}.", amount=f"{v['own_share']:,.2f}"))
    for row in record.rows("withholdings") if record.children else ():
        named = fields.get(row.get("applies_to", ""))
        what = _(named.title) if named else row.get("applies_to", "")
        said.append(_("Not published: {what}. {reason}", what=what, reason=row.get("reason", "")))
    return said
