"""The bodies that an OCDS release names: who pays, who supplies, and what it says of each."""

from daylight.intake.place import Place
from daylight.intake.release import Release
from daylight.intake.taken import WHOLE


def buyer(of: Release, fields: dict) -> dict:
    """Who pays, where that is not the office itself; where the office is one of several, the others pay with it."""
    found = of.at.get(f"{of.prefix}buyer/id"), of.at.get(f"{of.prefix}buyer/name")
    identifier, name = (cell[1].text if cell else "" for cell in found)
    several = [p for p in of.parties if "buyer" in (p.get("roles") or ())]
    mine = any(of.bodies.is_office(str(p.get("id", "")), str(p.get("name", ""))) for p in several)
    if not (identifier or name) or of.bodies.is_office(identifier, name) or mine:
        others = [p for p in several if not of.bodies.is_office(str(p.get("id", "")), str(p.get("name", "")))]
        source = fields.get("source", "")
        return {f"with {n}": party(of, str(p.get("id", "")), str(p.get("name", "")), source) for n, p in enumerate(others)}
    of.bodies.others.add(name or identifier)
    fields["direction"] = of.constants.get("direction", "pass_through")
    return {"funder": party(of, identifier, name, fields.get("source", ""))}


def suppliers(of: Release, award: dict, columns: dict, source: str) -> list:
    """Who supplies: of each the organisation, or None for a private person, of whom nothing is taken."""
    found = []
    for supplier in award.get("suppliers") or ():
        identifier, name = str(supplier.get("id", "")), str(supplier.get("name", ""))
        column = next((c for path, (c, cell) in of.at.items() if path.endswith("/name") and cell.text == name), WHOLE)
        columns.setdefault("recipient", column)
        if of.bodies.is_individual(identifier, name):
            found.append(None)
        elif of.bodies.is_person(name):
            of.wrong(column, "person")
        else:
            found.append(party(of, identifier, name, source))
    return found


def party(of: Release, identifier: str, name: str, source: str):
    """The organisation that a release names, with what its parties say of it."""
    number = next((n for n, party in enumerate(of.parties) if party.get("id") == identifier), -1)
    named, taken = of.bodies.named(identifier, name, of.parties[number] if number >= 0 else {})
    for path, into in taken.items():
        if (found := of.at.get(f"{of.prefix}parties/{number}/{path}")) is not None:
            of.taken.into[found[0]] = f"organisation.{into}"
    answer = of.links.parties.find(named, Place(of.taken.sheet, of.taken.row + 1, {}), source)
    if answer.party is None:
        of.wrong(WHOLE, answer.why, field="supplier")
    return answer.party
