"""Records to which several rows of a file lead, such as a fund or a document: each is brought once."""

from collections.abc import Mapping

from daylight.drafts import Draft
from daylight.intake.links import Links
from daylight.intake.marked import ROOM, mark
from daylight.read import slug


class Shared:
    """What a file brings beside its rows: `drafts`, by kind and key. What the office has already is not among them."""

    def __init__(self, links: Links, constants: Mapping[str, str]):
        self.links, self.site, self.constants = links, links.site, constants
        self.drafts: dict[tuple[str, str], Draft] = {}
        self.documents = {found.get("address"): found.key for found in self.site.all("document") if "address" in found.values}

    def add(self, kind: str, key: str, fields: Mapping[str, str]) -> None:
        """A record with a key, unless it is there or was brought before."""
        if self.site.get(kind, key) is None and (kind, key) not in self.drafts:
            self.links.add(kind, key, *(fields.get(name, "") for name in ("title", "name", "code")))
            source = self.constants.get("source") or fields.get("address", "")
            self.drafts[kind, key] = Draft(kind, key, dict(fields) | ({"source": source} if source else {}))

    def document(self, title: str, address: str, kind: str, key: str = "") -> str:
        """The key of the document at an address. A new one has the given key, else that of its title, with a mark of its
        address where another document is called so."""
        if address not in self.documents:
            key = key or slug(title, ROOM)
            if not key or self.site.get("document", key) or ("document", key) in self.drafts:
                key = f"{slug(title, ROOM) or 'document'}-{mark(address)}"
            self.documents[address] = key
            self.add("document", key, {"title": title, "kind": kind, "address": address})
        return self.documents[address]
