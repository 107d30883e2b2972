"""The bodies that a 360Giving grant names: who gives, and who receives."""

import re
from collections.abc import Iterable, Mapping

from daylight.intake.bodies import LONGEST_SCHEME, ORG_ID, PAGE
from daylight.intake.party import Named
from daylight.intake.people import is_nobody_named
from daylight.intake.readings import NOTHING
from daylight.intake.rows import SAYS_NOTHING
from daylight.intake.said import Said
from daylight.intake.taken import WHOLE
from daylight.new import is_key
from daylight.rules.org_ids import is_listed, split

PARTY = {
    "name": "name",
    "charityNumber": "charity_number",
    "companyNumber": "company_number",
    "url": "website",
    "id": "org_id",
}
ITSELF = "it is the office itself, which data/publisher.yml names"
NO_PAGE = "it is no address of a page, which begins with https:// or http://"
_SCOTLAND, _IRELAND = re.compile(r"SC\d{6}"), re.compile(r"(?:NIC?)(\d{6})")


def funder(grants, said: Said, at: Mapping) -> None:
    """Who gives: the office itself where it is one of those that are named, else the first; the money of another body is never
    added up here."""
    found = [
        (number, *(at[path][1].text if path in at else "" for path in _paths("fundingOrganization", number, ("id", "name"))))
        for number in _numbers(at, "fundingOrganization")
    ]
    itself = next((one for one in found if grants.bodies.is_office(*one[1:])), None)
    number, identifier, name = itself or next(iter(found), (0, "", ""))
    for inner, path in zip(("id", "name"), _paths("fundingOrganization", number, ("id", "name")), strict=True):
        if path in at and itself:
            said.taken.left[at[path][0]] = ITSELF
        elif path in at:
            said.taken.into[at[path][0]] = f"organisation.{PARTY[inner]}"
            said.columns["funder" if inner == "name" else "funder.org_id"] = at[path][0]
    if (identifier or name) and not itself:
        said.parties["funder"] = Named(*_party({n: t for n, t in (("id", identifier), ("name", name)) if t}))
        grants.bodies.others.add(name or identifier)
        said.fields["direction"] = grants.constants.get("direction", "pass_through")


def _numbers(at: Mapping, member: str) -> list[int]:
    """The numbers of the items of a member of which something is said."""
    parts = (path.split("/") for path in at)
    return sorted({int(p[1]) for p in parts if p[0] == member and len(p) > 2 and p[1].isdigit()})


def _paths(member: str, number: int, names: Iterable[str]) -> list[str]:
    return [f"{member}/{number}/{name}" for name in names]


def receivers(grants, said: Said, at: Mapping) -> None:
    """Who receives: the organisations."""
    numbers = _numbers(at, "recipientOrganization")
    for number in numbers:
        of = {i: at[p] for i in PARTY if (p := f"recipientOrganization/{number}/{i}") in at}
        texts = {inner: cell.text for inner, (_column, cell) in of.items() if _says(inner, cell.text)}
        name = "recipient" if len(numbers) == 1 else "recipients"
        for inner, (column, _) in of.items():
            if inner not in texts:
                said.taken.left[column] = NO_PAGE if inner == "url" else SAYS_NOTHING
            else:
                said.taken.into[column] = f"organisation.{PARTY[inner]}"
                said.columns.setdefault(name if inner == "name" else f"{name}.{PARTY[inner]}", column)
        fields, identifiers = _party(texts)
        own = texts.get("id", "").removeprefix(f"{grants.bodies.own}-org-")
        if own != texts.get("id", "") and is_key(own):
            fields = {n: t for n, t in fields.items() if n != "org_id"} | {"key": own}
        named = Named(fields, identifiers)
        if any(not number or len(scheme) > LONGEST_SCHEME for scheme, number in identifiers):
            grants.wrong(said, of["id"][0], "org-id", value=texts["id"])
        if grants.bodies.is_person(texts.get("name", "")):
            grants.wrong(said, of.get("name", (WHOLE, None))[0], "person", of="recipient")
        elif len(numbers) == 1:
            said.parties["recipient"] = named
        else:
            said.recipients.append(named)


def individual(grants, said: Said, at: Mapping) -> None:
    """A private person who receives, of whom nothing is taken."""
    for inner in ("id", "name"):
        if (path := f"recipientIndividual/0/{inner}") in at:
            column, cell = at[path]
            said.fields["recipient_individual"] = "yes"
            if inner == "name" and not is_nobody_named(cell.text):
                grants.wrong(said, column, "person", of="recipient_individual")
            else:
                said.taken.left[column] = "a private person is not named, and has no number"


def _party(texts: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The fields of an organisation, and its numbers in lists that have no field of their own: charities of Scotland and of
    Northern Ireland, whose numbers the standard has in the same column."""
    fields = {PARTY[inner]: text for inner, text in texts.items() if inner in PARTY}
    others = []
    if "org_id" in fields:
        scheme, number = split(fields["org_id"])
        fields["org_id"] = f"{scheme.upper()}-{number}" if is_listed(scheme.upper()) else fields["org_id"]
        if not ORG_ID.fullmatch(fields["org_id"]):
            others.append(split(fields.pop("org_id")))
    number = re.sub(r"\s", "", fields.get("charity_number", "")).upper()
    for form, scheme in ((_SCOTLAND, "GB-SC"), (_IRELAND, "GB-NIC")):
        if found := form.fullmatch(number):
            fields.pop("charity_number")
            return fields, [*others, (scheme, found[found.re.groups])]
    if number and fields.get("org_id") == f"GB-NIC-{number}":
        fields.pop("charity_number")
    return fields, others


def _says(inner: str, text: str) -> bool:
    """Whether a cell about an organisation says something that a record can hold."""
    return text.casefold() not in NOTHING and (inner != "url" or bool(PAGE.fullmatch(text)))
