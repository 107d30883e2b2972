"""One release for each contracting process, with everything that is known of it ("easy releases" of the standard).

Its id is made of what it says, and so is another whenever it says something else.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from daylight.days import award_day
from daylight.exports.ocds import awards
from daylight.exports.ocds.documents import of_award, of_tender
from daylight.exports.ocds.opportunity import opened
from daylight.exports.ocds.parties import Parties
from daylight.exports.ocds.process import TENDERS, Process, ocid
from daylight.exports.ocds.small import moment, without_nothing
from daylight.exports.ocds.tender import planning, tender
from daylight.exports.ocds.written import written
from daylight.record import Record
from daylight.site import Site

SEEN = frozenset({"organisation", "document", "decision"})  # kinds of record whose words stand in a release beside its own


def release(site: Site, process: Process) -> dict:
    """The release, its amounts as decimals. Every reference to a party leads to one that is in it."""
    parties = Parties(site)
    buyer = _buyer(site, process, parties)
    papers = {award.key: of_award(site, award) for award in process.awards}
    placed = [*(of_tender(site, record) for record in process.opportunities), *papers.values()]
    sections = {
        "planning": planning(site, process, placed),
        "tender": tender(site, process, parties, placed),
        "awards": [awards.award(site, award, parties, papers[award.key]) for award in process.awards],
        "contracts": [awards.contract(site, award, parties, papers[award.key]) for award in process.awards],
        "relatedProcesses": list(_related(site, process)),
    }
    said = {
        "date": moment(_changed(site, process)),
        "tag": _tags(process, sections),
        "initiationType": "tender",  # the only code that there is, also where nobody tendered
        "language": "en",
        "parties": parties.all(),
        "buyer": buyer,
    }
    content = without_nothing(said | sections)
    digest = hashlib.sha256(written([process.ocid, content]).encode()).hexdigest()
    return {"ocid": process.ocid, "id": f"{process.ocid}/{digest[:16]}", **content}


def _buyer(site: Site, process: Process, parties: Parties) -> dict[str, str]:
    """The first of those who pay, {} where nobody says who does.

    That is whoever a tender names, the office for its awards, and those who pay with it. Of a tender without an award the
    office is the buyer only if it leads: that a record names nobody else is no proof.
    """
    named = [site.get("organisation", record.get("buyer")) for record in process.opportunities]
    found = [parties.organisation(buyer, "buyer") for buyer in named if buyer]
    for award in process.awards:
        found.append(parties.office(award_day(award), "buyer"))
        rows = award.rows("co_commissioners") if award.children else []
        others = (site.get("organisation", row.get("organisation")) for row in rows)
        found += [parties.organisation(other, "buyer") for other in others if other]
    if not found:
        leads = (record for record in process.opportunities if record.get("lead_commissioner"))
        found = [parties.office(opened(record), "buyer") for record in leads]
    return found[0] if found else {}


def _tags(process: Process, sections: dict) -> list[str]:
    """The codes (releaseTag) of the sections that say something, as the standard asks where there is one release."""
    planned = sections["tender"].get("status") in ("planning", "planned")
    paid = any("transactions" in contract.get("implementation", ()) for contract in sections["contracts"])
    holds = {
        "planning": planned or sections["planning"],
        "tender": process.tender and not planned,
        "award": process.awards,
        "contract": process.awards,
        "implementation": paid,
    }
    return [tag for tag, said in holds.items() if said]


def _related(site: Site, process: Process) -> Iterator[dict]:
    """The processes before this one, by the code relatedProcess: the talks that it follows, or the tender that it repeats."""
    for record in process.opportunities:
        earlier = site.get("opportunity", record.get("earlier"))
        if earlier and earlier.get("kind") in TENDERS and ocid(site, earlier) != process.ocid:
            again = "unsuccessfulProcess" if "cancelled_on" in earlier.values else "prior"
            yield {
                "id": earlier.key,
                "relationship": ["planning" if earlier.get("kind") == "market_engagement" else again],
                "title": site.label(earlier),
                "scheme": "ocid",
                "identifier": ocid(site, earlier),
            }


def _changed(site: Site, process: Process) -> str:
    """The ISO day on which this was first known: the last on which a record changed, or on which a status became another.

    A record of which nobody knows when it changed counts by the last day that it tells itself.
    """
    days: set[str] = set()
    for record in process.records:
        linked = (site.get(*link.target) for link in site.links_of(record) if link.field.refers in SEEN)
        days |= {_recorded(site, found) for found in (record, *linked) if found} | set(_turns(record))
    return max((day for day in days if day and day <= site.today), default=site.time[:10])


def _recorded(site: Site, record: Record) -> str:
    if day := site.last_change(record):
        return day
    told = [record.get(name, "") for name in ("source_date", "published_on", "announced_on", "award_date", "taken_on")]
    told += [row.get("date", "") for name in ("payments", "changes") for row in (record.rows(name) if record.children else ())]
    return max((day for day in told if day <= site.today), default="")


def _turns(record: Record) -> Iterator[str]:
    """The days on which a status that goes by dates becomes another."""
    if record.kind == "award":
        firsts = (record.get("actual_start_date") or record.get("start_date"),)
        last = record.get("actual_end_date") or record.get("end_date")
    else:
        firsts, last = (record.get("opens_on"), record.get("cancelled_on")), record.get("closes_on")
    yield from (day for day in firsts if day)
    if last:
        yield (date.fromisoformat(last) + timedelta(days=1)).isoformat()
