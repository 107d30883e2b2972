"""Leads what a spreadsheet says of other records to them: by key, by reference, by title, or by what is nearest to it."""

from daylight.findings import close
from daylight.intake.parties import Parties
from daylight.intake.party import folded
from daylight.schema import Field
from daylight.site import Site

INSTEAD = {"decision": "decision_as_published", "fund": "scheme", "funder": "funder_as_published"}  # where no record is there


class Links:
    """The records of an office, by what they are called. `wide` are the areas that are the whole force area."""

    def __init__(self, site: Site):
        self.site, self.parties = site, Parties(site)
        self.wide = {area.key for area in site.all("area") if area.get("kind") == "force_area"}
        self.names: dict[str, dict[str, list[str]]] = {}

    def find(self, field: Field, text: str) -> tuple[str, str]:
        """The key of the record that a text names, and ''; or '' and the name nearest to it, if there is one."""
        of = self._names(field.refers)
        found = of.get(folded(text), [])
        if len(found) == 1:
            return found[0], ""
        near = close(folded(text), of)
        return "", of[near][0] if near and len(of[near]) == 1 and not found else ""

    def add(self, kind: str, key: str, *texts: str) -> None:
        """Makes a record known that is to come with this import, by its key and by what else it is called."""
        for text in {folded(text) for text in (key, *texts)} - {""}:
            self._names(kind).setdefault(text, []).append(key)

    def _names(self, kind: str) -> dict[str, list[str]]:
        if kind not in self.names:
            of: dict[str, list[str]] = {}
            for record in self.site.all(kind):
                for text in {
                    folded(t)
                    for t in (record.key, self.site.label(record), record.get("reference", ""), record.get("code", ""))
                }:
                    if text:
                        of.setdefault(text, []).append(record.key)
            self.names[kind] = of
        return self.names[kind]
