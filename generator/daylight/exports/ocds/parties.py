"""Who takes part in a contracting process: every body once, with all its roles, under one id in all processes.

The ids are those of the 360Giving files: that of a register, else one that is given out here. Individuals are not named.
"""

from daylight.exports.giving360.organisations import Funder, funder_on, funders, prefix, recipient
from daylight.exports.ocds.small import without_nothing
from daylight.record import Record
from daylight.rules.org_ids import OWN, claims, is_listed, split
from daylight.site import Site
from daylight.words import _


class Parties:
    """The parties of one release. Each method adds a role to one, and returns what refers to it: its id and its name."""

    def __init__(self, site: Site):
        self._site = site
        self._found: dict[str, dict] = {}

    def office(self, day: str, role: str) -> dict[str, str]:
        """The office as it was on an ISO day; where the day or that is not known, as it is called now."""
        office = funder_on(self._site, day or self._site.today) or _now(self._site)
        about = {} if office.given else {"identifier": identifier(office.id)}
        return self._add({"id": office.id, "name": office.name} | about, role)

    def organisation(self, record: Record, role: str) -> dict[str, str]:
        """An organisation with its numbers in registers, the main one first."""
        if record.get("legal_form") == "individual":
            return self.individual(record.key, role)
        known = recipient(self._site, record)
        numbers = [(c.scheme, c.number) for c in claims(record) if is_listed(c.scheme) and c.scheme != OWN]
        numbers.sort(key=lambda pair: "-".join(pair) != known["id"])
        listed = [{"scheme": scheme, "id": number} for scheme, number in dict.fromkeys(numbers)]
        about = {"identifier": listed[0] if listed else {}, "additionalIdentifiers": listed[1:]}
        return self._add({"id": known["id"], "name": known["name"]} | without_nothing(about), role)

    def individual(self, key: str, role: str) -> dict[str, str]:
        """A private person, who is not named; `key` is that of what is known of them."""
        return self._add({"id": f"{prefix(self._site)}-IND-{key}", "name": _("Individual recipient")}, role)

    def named(self, key: str, name: str, role: str) -> dict[str, str]:
        """A body of which no more is known than what the source calls it."""
        return self._add({"id": f"{prefix(self._site)}-named-{key}", "name": name}, role)

    def all(self) -> list[dict]:
        """Every party, in the order in which they came."""
        return list(self._found.values())

    def _add(self, party: dict, role: str) -> dict[str, str]:
        there = self._found.setdefault(party["id"], party | {"roles": []})
        if role not in there["roles"]:
            there["roles"].append(role)
        return {"id": there["id"], "name": there["name"]}


def identifier(org_id: str) -> dict[str, str]:
    """An identifier such as GB-COH-01234567 as OCDS has it: the list and the number in it."""
    scheme, number = split(org_id)
    return {"scheme": scheme, "id": number}


def _now(site: Site) -> Funder:
    """What the office is called by its record, where its record does not say what it was called when."""
    everyone = {funder for _row, funder in funders(site)}
    return everyone.pop() if len(everyone) == 1 else Funder(prefix(site), site.publisher.get("name", ""), True, "")
