"""The bodies that files of the standards name: whether one is the office or a person, and their identifiers in lists."""

import re
from collections.abc import Mapping

from daylight.exports.giving360.organisations import funders, prefix
from daylight.intake.links import Links
from daylight.intake.party import Named, folded
from daylight.intake.people import is_nobody_named, is_person
from daylight.new import is_key
from daylight.rules.org_ids import has_form, is_listed, split

NUMBERS = {"GB-CHC": "charity_number", "GB-COH": "company_number"}
ORG_ID = re.compile(r"[A-Z0-9]{2,4}-[A-Za-z0-9_.\-]+")  # as the schema has it; others stand among the other identifiers
PAGE = re.compile(r"https?://\S+\.\S+")
LONGEST_SCHEME = 20  # letters of the name of a list
SIZES = {"sme": "yes", "large": "no"}


class Bodies:
    """Who gives, buys and receives. `others` are the names of funders and buyers that are not the office."""

    def __init__(self, links: Links):
        self.links, self.own = links, prefix(links.site)
        known = [funder for _row, funder in funders(links.site)]
        self.ids = {self.own, links.site.publisher.get("org_id", self.own), *(funder.id for funder in known)}
        self.names = {folded(name) for name in (links.site.publisher.get("name", ""), *(f.name for f in known)) if name}
        self.others: set[str] = set()

    def is_office(self, identifier: str, name: str) -> bool:
        return identifier in self.ids or folded(name) in self.names

    def is_individual(self, identifier: str, name: str) -> bool:
        """Whether it is a private person who is not named."""
        return identifier.startswith(f"{self.own}-IND-") or is_nobody_named(name)

    def is_person(self, name: str) -> bool:
        return is_person(name) and not self.links.parties.known(name)

    def named(self, identifier: str, name: str, party: Mapping) -> tuple[Named, dict[str, str]]:
        """An organisation with its numbers; and which values of the party went into which field, by path."""
        fields, taken = {"name": name}, {"name": "name", "id": "org_id"}
        rest = identifier.removeprefix(f"{self.own}-org-")
        if rest != identifier and is_key(rest):
            fields["key"] = rest
        others = _listed(party, fields, taken)
        if "org_id" not in fields and not others and not identifier.startswith(self.own):
            others += [pair for pair in [split(identifier)] if all(pair)]
        if not (others or fields.keys() - {"name"}):
            del taken["id"]  # it only tells the bodies of this file apart
        _described(party.get("details") or {}, fields, taken)
        return Named(fields, others), taken


def _listed(party: Mapping, fields: dict[str, str], taken: dict[str, str]) -> list[tuple[str, str]]:
    """Takes the identifiers of a party that have a field of their own, and returns those that stand among the others."""
    others = []
    listed = [(party.get("identifier") or {}, "identifier")]
    listed += [(one, f"additionalIdentifiers/{n}") for n, one in enumerate(party.get("additionalIdentifiers") or ())]
    for one, path in listed:
        scheme, number = str(one.get("scheme") or ""), str(one.get("id") or "")
        if not (scheme and number) or len(scheme) > LONGEST_SCHEME:
            continue
        taken |= {f"{path}/scheme": "org_id", f"{path}/id": "org_id"}
        org_id = f"{scheme}-{number}"
        if "org_id" not in fields and is_listed(scheme) and has_form(scheme, number) and ORG_ID.fullmatch(org_id):
            fields["org_id"] = org_id
        elif NUMBERS.get(scheme) and has_form(scheme, number):
            fields[NUMBERS[scheme]] = number
        else:
            others.append((scheme, number))
    return others


def _described(details: Mapping, fields: dict[str, str], taken: dict[str, str]) -> None:
    """Takes what a party tells of itself beside its numbers."""
    if PAGE.fullmatch(str(details.get("url") or "")):
        fields["website"], taken["details/url"] = details["url"], "website"
    if isinstance(details.get("vcse"), bool):
        fields["is_vcse"], taken["details/vcse"] = "yes" if details["vcse"] else "no", "is_vcse"
    if size := SIZES.get(str(details.get("scale"))):
        fields["is_sme"], taken["details/scale"] = size, "is_sme"
