"""The organisations that a spreadsheet names: found among the records by identifier or name, else new ones."""

from collections.abc import Iterable, Mapping

from daylight.drafts import Draft, DraftRow
from daylight.intake import keys
from daylight.intake.marked import ROOM, mark
from daylight.intake.party import Answer, Named, Party, folded, ids_of
from daylight.intake.place import Place
from daylight.read import slug
from daylight.rules.org_ids import claims, split
from daylight.site import Site


class Parties:
    """All organisations of an office and of what is imported."""

    def __init__(self, site: Site):
        self.by_id: dict[tuple[str, str], Party] = {}
        self.by_key: dict[str, Party] = {}
        self.by_name: dict[str, list[Party]] = {}
        self.all: list[Party] = []
        self.taken = site.records["organisation"]
        for record in site.all("organisation"):
            party = Party({}, None, record, key=record.key)
            self.by_key[record.key] = party
            texts = [record.get("name", ""), record.key, *(row.get("name", "") for row in record.rows("names"))]
            self._know(party, texts, ((c.scheme, c.number) for c in claims(record)))

    def _know(self, party: Party, names: Iterable[str], ids: Iterable[tuple[str, str]]) -> None:
        for name in dict.fromkeys(folded(name) for name in names if name):
            if party not in self.by_name.setdefault(name, []):
                self.by_name[name].append(party)
        for one in ids:
            self.by_id.setdefault(one, party)
            party.ids.setdefault(*one)

    def known(self, name: str) -> bool:
        """Whether a record has this name."""
        return any(party.known for party in self.by_name.get(folded(name), ()))

    def find(self, named: Named, at: Place | None = None, source: str = "") -> Answer:
        """The organisation of a name and, where given, a key or identifiers; else a new one, known from `source`.

        Else why not, the name of a wording: `two-named` where several have the name and nothing tells which, `other-id`
        where it has another identifier in the same list.
        """
        fields, identifiers = named
        ids = [*identifiers, *ids_of(fields)]
        party = self.by_key.get(fields.get("key", "")) or next((self.by_id[one] for one in ids if one in self.by_id), None)
        if party is None:
            same = () if "key" in fields else self.by_name.get(folded(fields.get("name", "")), ())
            fit = [one for one in same if not any(one.ids.get(scheme, number) != number for scheme, number in ids)]
            if len(fit) > 1:
                return Answer(None, "two-named")
            party = fit[0] if fit else self._new(fields, at)
        if any(party.ids.get(scheme, number) != number for scheme, number in ids):
            return Answer(None, "other-id")
        return Answer(party, "", self._add(party, named, ids, at, source))

    def _new(self, fields: Mapping[str, str], at: Place | None) -> Party:
        party = Party({"name": fields.get("name", "")}, at, key=fields.get("key", ""), told=True)
        self.all.append(party)
        if party.key:
            self.by_key[party.key] = party
        return party

    def _add(self, party: Party, named: Named, ids, at: Place | None, source: str) -> tuple[str, ...]:
        """Adds what a row says of an organisation, and returns the fields that were said otherwise before."""
        there = {n: str(v) for n, v in party.known.values.items()} if party.known else {}
        fields, others, more = named.fields, [], list(named.identifiers)
        for name, text in fields.items():
            had = party.fields.get(name) or there.get(name, "")
            if name == "name":
                if folded(text) not in {folded(n) for n in (had, *party.names)} and not self._has_name(party, text):
                    party.names[text] = None
            elif name == "org_id" and had and had != text:
                more.append(split(text))
            elif not had and name != "key":
                party.fields[name] = text
            elif had != text and name != "key":
                others.append(name)
        for one in more:
            if not (party.known and one in {(c.scheme, c.number) for c in claims(party.known)}):
                party.identifiers[one] = None
        if not party.told and (party.fields or party.names or party.identifiers):
            party.told = True
            self.all.append(party)
        party.at = party.at or at
        party.source = party.source or source
        self._know(party, [fields.get("name", "")], ids)
        return tuple(others)

    def _has_name(self, party: Party, text: str) -> bool:
        return bool(party.known) and party in self.by_name.get(folded(text), [])

    def name_keys(self) -> None:
        """Gives each new organisation its key."""
        new = [party for party in self.all if party.known is None and not party.key]
        rows = [party.fields for party in new]

        def taken(key: str) -> Mapping[str, str] | None:
            return {n: str(v) for n, v in self.taken[key].values.items()} if key in self.taken else None

        for party, found in zip(new, keys.keys(keys.OF["organisation"], rows, taken), strict=True):
            name = slug(party.fields.get("name", ""), ROOM)
            party.key = found.key or f"{name or 'organisation'}-{mark(*map(str, sorted(party.fields.items())))}"
            if party.key in self.taken:
                party.key = f"{name}-{mark(*map(str, sorted(party.fields.items())))}"

    def drafts(self) -> list[Draft]:
        """A draft of each organisation that is new, or of which something new is said."""
        found = []
        for party in self.all:
            rows = {"names": [DraftRow({"name": name}, None, party.at) for name in party.names]}
            rows["identifiers"] = [DraftRow({"scheme": s, "id": i}, None, party.at) for s, i in party.identifiers]
            more = {"source": party.source} if party.source and party.known is None else {}
            found.append(Draft("organisation", party.key, party.fields | more, {n: r for n, r in rows.items() if r}, party.at))
        return found
