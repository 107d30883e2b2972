"""What one OCDS release says was agreed: each award with its contract as an award of ours."""

from collections.abc import Iterator
from typing import NamedTuple

from daylight.intake import process_parties, release_lists
from daylight.intake.marked import short
from daylight.intake.process_fields import ALONE, AWARD, CHOSEN, CONTRACT
from daylight.intake.release import Made, Release
from daylight.intake.taken import WHOLE
from daylight.new import is_key
from daylight.read import slug

NONE = -1
PENDING = "it is only proposed, and no award yet"
BY_CONTRACTS = "its contracts say how much each of them comes to"


class Agreement(NamedTuple):
    """What was agreed: the number of its award and of its contract, NONE where it has none; the id and the suppliers of the
    award, else of the contract; its status; and whether the award has several contracts."""

    award: int
    contract: int
    whole: dict
    status: str = ""
    several: bool = False


def agreements(of: Release, awards: list[dict], contracts: list[dict]) -> Iterator[Agreement]:
    """Each award with its contract. One with several contracts is as many agreements, one that is only proposed and has no
    contract is none, and so a contract without an award is one by itself."""
    for number, award in enumerate(awards):
        own = [n for n, contract in enumerate(contracts) if contract.get("awardID") == award.get("id")]
        start, status, several = f"{of.prefix}awards/{number}/", str(award.get("status")), len(own) > 1
        if status == "pending" and not own:
            of.taken.left |= {column: PENDING for path, (column, _cell) in of.at.items() if path.startswith(start)}
            continue
        if several and (value := of.at.get(f"{start}value/amount")):
            of.taken.left[value[0]] = BY_CONTRACTS
        for n in own or [NONE]:
            whole = award | {"id": contracts[n].get("id")} if several else award
            yield Agreement(number, n, whole, status, several)
    known = [award.get("id") for award in awards]
    yield from (Agreement(NONE, n, c) for n, c in enumerate(contracts) if c.get("awardID") not in known)


def award(of: Release, agreed: Agreement, apart: bool) -> Made:
    """The award that an agreement is. Its contract says what holds after all changes; where the tender does not stand
    `apart`, as an opportunity, the award says what it says."""
    own, contract = f"{of.prefix}awards/{agreed.award}", f"{of.prefix}contracts/{agreed.contract}"
    fields, columns = {"type": "contract", "direction": "out"} | of.constants, {}
    of.texts(
        "award", own, {p: name for p, name in AWARD.items() if not (agreed.several and name == "amount")}, fields, columns
    )
    of.texts("award", contract, CONTRACT if "award_date" in fields else ALONE, fields, columns)
    if not apart:
        of.texts("award", of.tender, CHOSEN, fields, columns)
        of.method(fields)
    if "title" not in fields and (title := of.at.get(f"{of.tender}/title")):
        fields["title"], columns["title"] = title[1].text, title[0]
        of.taken.into.setdefault(title[0], "award.title")
    withdrawn = agreed.status in ("cancelled", "unsuccessful")
    change = "withdrawal" if of.ours or withdrawn else "variation"
    changes = [*release_lists.changes(of, contract, "variation"), *release_lists.changes(of, own, change)]
    rows = {"changes": changes, "payments": list(release_lists.payments(of, contract))}
    of.basis(fields)
    if withdrawn:
        fields["status"] = "withdrawn"
    of.process(fields, columns)
    of.source(own, fields)
    payers = process_parties.buyers(of, fields)
    start = f"awards/{agreed.award}" if agreed.award != NONE else ""
    suppliers = process_parties.suppliers(of, agreed.whole, start, columns, fields.get("source", ""))
    if "funder" not in payers:
        places = (own, contract, f"{contract}/implementation")
        rows["documents"] = [row for place in places for row in release_lists.documents(of, place, "award")]
    return Made("award", _key(of, str(agreed.whole.get("id") or "")), fields, columns, payers, suppliers, rows)


def _key(of: Release, identifier: str) -> str:
    """The key of an award: its id in a file of our own. Elsewhere ids are counted anew in each process, so that the number of
    the process goes before, unless it is in the id."""
    there = of.site.get("award", identifier)
    key = short(identifier if slug(of.ocid) in slug(identifier, 10**6) else f"{of.ocid}-{identifier}")
    if is_key(identifier) and (of.ours or (there and there.get("ocid") == of.ocid)):
        key = identifier
    if any((made.kind, made.key) == ("award", key) for made in of.records):
        of.wrong(WHOLE, "award-twice", value=identifier)
    return key
