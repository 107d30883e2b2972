"""Which records make a contracting process, under which ocid, and which contracts are in none.

A contracting process is a tender and what came of it: the opportunity, and every award that refers to it, itself or through
its round, or that has its ocid. An ocid of the national platform is used again, and where there is none one is made here.
OCDS wants its prefix to be registered with the Open Contracting Partnership. One that is made here is not, and says so.

A contract is what OCDS calls one: "a legally binding agreement between a buyer and suppliers to provide items" (guidance,
awards, contracts, buyers and suppliers). A paid invoice or a contribution to a service is one where its record shows a
contract, a tender or an ocid; any other would count money of a contract twice (guidance, purchase orders).
"""

import hashlib
from typing import NamedTuple

from daylight.keeping import once_of
from daylight.record import Record
from daylight.site import Site
from daylight.words import N_, _

CONTRACTS = frozenset({"contract", "co_commissioning", "invoice"})
TENDERS = frozenset({"tender", "market_engagement"})

OTHER_MONEY = N_("The office did not pay it from its own money.")
INVOICE = N_("It is a paid invoice, and its record shows no contract.")
CONTRIBUTION = N_("It is a contribution to a service, and its record shows no contract.")
SAME_PROCESS = N_("A later tender has the same ocid, and a contracting process has one tender.")


class Process(NamedTuple):
    """A contracting process: its ocid, its tender if one was published, the talks with the market before, and its awards."""

    ocid: str
    tender: Record | None
    engagements: tuple[Record, ...]
    awards: tuple[Record, ...]

    @property
    def opportunities(self) -> tuple[Record, ...]:
        return (*((self.tender,) if self.tender else ()), *self.engagements)

    @property
    def records(self) -> tuple[Record, ...]:
        return (*self.opportunities, *self.awards)


def processes(site: Site) -> list[Process]:
    """Every contracting process, by ocid."""
    return _sorted(site)[0]


def left_out(site: Site) -> list[tuple[Record, str]]:
    """The contracts, contributions, invoices and tenders that are in no contracting process, each with the reason."""
    return [(record, _(reason)) for record, reason in _sorted(site)[1]]


@once_of
def _sorted(site: Site) -> tuple[list[Process], list[tuple[Record, str]]]:
    members: dict[str, list[Record]] = {}
    left = []
    for record in site.all("opportunity"):
        if record.get("kind") in TENDERS:
            members.setdefault(ocid(site, record), []).append(record)
    for record in site.all("award"):
        if record.get("type") in CONTRACTS:
            if reason := _no_contract(site, record):
                left.append((record, reason))
            else:
                members.setdefault(ocid(site, record), []).append(record)
    found = []
    for name, of in sorted(members.items()):
        tenders = sorted((r for r in of if r.get("kind") == "tender"), key=_opened)
        left += [(tender, SAME_PROCESS) for tender in tenders[:-1]]
        engagements = tuple(r for r in of if r.get("kind") == "market_engagement")
        found.append(Process(name, tenders[-1] if tenders else None, engagements, tuple(r for r in of if r.kind == "award")))
    return found, left


def _opened(tender: Record) -> tuple[str, str]:
    return tender.get("published_on") or tender.get("opens_on", ""), tender.key


def _no_contract(site: Site, award: Record) -> str:
    """Why an award is no contract of the office, '' where it is one."""
    if award.get("direction") != "out" or "funder" in award.values:
        return OTHER_MONEY
    if (
        award.get("type") == "contract"
        or "ocid" in award.values
        or "contract_document" in award.values
        or tender_of(site, award)
    ):
        return ""
    return INVOICE if award.get("type") == "invoice" else CONTRIBUTION


def tender_of(site: Site, award: Record) -> Record | None:
    """The tender that an award came of, if its record or that of its round says so; never a round of grants."""
    through = site.get("round", award.get("round"))
    key = award.get("opportunity") or (through.get("opportunity") if through else None)
    found = site.get("opportunity", key)
    return found if found and found.get("kind") in TENDERS else None


def ocid(site: Site, record: Record) -> str:
    """The ocid of the process of a tender or award: the national one, else one that is made of the key and never changes."""
    if found := record.get("ocid"):
        return found
    if record.kind == "award" and (tender := tender_of(site, record)):
        return ocid(site, tender)
    return f"{prefix(site)}-unregistered-{record.kind}-{record.key}"


def prefix(site: Site) -> str:
    """The beginning of every ocid that is made here. It has the form of a registered prefix, and stands in no register."""
    return f"ocds-{hashlib.sha256(site.publisher.key.encode()).hexdigest()[:6]}"


def is_made_here(site: Site, ocid: str) -> bool:
    """Whether an ocid is one that was made here, and so not registered."""
    return ocid.startswith(f"{prefix(site)}-unregistered-")
