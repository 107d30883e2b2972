"""The bodies that an OCDS release names: who pays, who supplies, and what it says of each."""

from collections.abc import Iterator
from typing import NamedTuple

from daylight.intake.party import Party
from daylight.intake.place import Place
from daylight.intake.release import Release
from daylight.intake.taken import WHOLE

WITH = "with "  # before what one is called who pays with the office


class Body(NamedTuple):
    """A body as a release names it: its identifier and name, all that is said of it, and the path at which that stands."""

    identifier: str
    name: str
    whole: dict
    path: str


def payer(release: dict) -> tuple[dict, str]:
    """Who pays, and its path: the buyer, else who the tender says procures, else the party with such a role."""
    named = [(release.get("buyer"), "buyer"), ((release.get("tender") or {}).get("procuringEntity"), "tender/procuringEntity")]
    parties = list(enumerate(release.get("parties") or ()))
    named += [(p, f"parties/{n}") for role in ("buyer", "procuringEntity") for n, p in parties if role in _roles(p)]
    return next(((one, path) for one, path in named if one and (one.get("id") or one.get("name"))), ({}, "buyer"))


def buyers(of: Release, fields: dict) -> dict[str, Party | None]:
    """Who pays, where that is not the office itself; where the office is one of several, the others pay with it."""
    first = lead(of)
    several = [_body(of, p, f"parties/{n}") for n, p in enumerate(of.parties) if "buyer" in _roles(p)]
    source = fields.get("source", "")
    office = [of.bodies.is_office(body.identifier, body.name) for body in several]
    if not (first.identifier or first.name) or office_leads(of) or any(office):
        others = [body for body, is_office in zip(several, office, strict=True) if not is_office]
        return {f"{WITH}{body.identifier} {body.name}": _party(of, body, source) for body in others}
    of.bodies.others.add(first.name or first.identifier)
    fields["direction"] = of.constants.get("direction", "pass_through")
    return {"funder": _party(of, first, source)}


def buyer(of: Release, payers: dict[str, Party | None]) -> Party | None:
    """The organisation that leads among those who pay; None where the office does."""
    first = lead(of)
    return payers.get("funder") or payers.get(f"{WITH}{first.identifier} {first.name}")


def lead(of: Release) -> Body:
    """The one who pays, or the first of several."""
    return _body(of, *of.payer)


def office_leads(of: Release) -> bool:
    """Whether that is the office itself."""
    return of.bodies.is_office(lead(of).identifier, lead(of).name)


def suppliers(of: Release, award: dict, start: str, columns: dict, source: str) -> list[Party | None]:
    """Who supplies: of each the organisation, or None for a private person, of whom nothing is taken."""
    found = []
    for body in _suppliers(of, award, start):
        column = of.at[f"{of.prefix}{body.path}/name"][0] if f"{of.prefix}{body.path}/name" in of.at else WHOLE
        columns.setdefault("recipient", column)
        if of.bodies.is_individual(body.identifier, body.name):
            found.append(None)
        elif of.bodies.is_person(body.name):
            of.wrong(column, "person")
        else:
            found.append(_party(of, body, source))
    return found


def _suppliers(of: Release, award: dict, start: str) -> Iterator[Body]:
    """Those that an award names; where there is only a contract, the parties that have the role."""
    if start:
        for number, one in enumerate(award.get("suppliers") or ()):
            yield _body(of, one, f"{start}/suppliers/{number}")
    else:
        yield from (_body(of, one, f"parties/{n}") for n, one in enumerate(of.parties) if "supplier" in _roles(one))


def _body(of: Release, said: dict, path: str) -> Body:
    """What a release says of a body to which it refers; before OCDS 1.1 all of it stands where it refers."""
    number = next((n for n, one in enumerate(of.parties) if "id" in said and one.get("id") == said["id"]), -1)
    whole = of.parties[number] if number >= 0 else said
    name = str(said.get("name") or whole.get("name") or "")
    return Body(str(said.get("id") or ""), name, whole, f"parties/{number}" if number >= 0 else path)


def _party(of: Release, body: Body, source: str) -> Party | None:
    """The organisation that a body is, with what is said of it."""
    named, taken = of.bodies.named(body.identifier, body.name, body.whole)
    for path, into in taken.items():
        if (found := of.at.get(f"{of.prefix}{body.path}/{path}")) is not None:
            of.taken.into[found[0]] = f"organisation.{into}"
    answer = of.links.parties.find(named, Place(of.taken.sheet, of.taken.row + 1, {}), source)
    if answer.party is None:
        of.wrong(WHOLE, answer.why, field="supplier")
    return answer.party


def _roles(party: dict) -> list[str]:
    return party.get("roles") or []
