"""Makes awards of 360Giving grants: the fields of the standard as our own, our own exports as what they were made of."""

import re
from collections.abc import Mapping
from decimal import Decimal

from daylight.drafts import Draft
from daylight.exports.giving360.organisations import funders, prefix
from daylight.findings import finding, words
from daylight.intake import keys
from daylight.intake.bodies import ORG_ID
from daylight.intake.cells import BLANK, Cell
from daylight.intake.giving360 import PLAIN, why_not
from daylight.intake.links import Links
from daylight.intake.parties import Named, folded
from daylight.intake.people import is_nobody_named, is_person
from daylight.intake.readings import NOTHING, read
from daylight.intake.said import Said
from daylight.intake.taken import WHOLE, Problem, Taken
from daylight.new import is_key
from daylight.rules.org_ids import split
from daylight.schema import Schema

PARTY = {
    "name": "name",
    "charityNumber": "charity_number",
    "companyNumber": "company_number",
    "url": "website",
    "id": "org_id",
}
SAYS_NOTHING = "it says that there is nothing"
ITSELF = "it is the office itself, which data/publisher.yml names"
MADE_ANEW = "it is made anew whenever the site is published"
NO_PAGE = "it is no address of a page, which begins with https:// or http://"
SAME = "it says what another column of its row says"
DISTRICTS = frozenset({"UA", "NMD", "MD", "LONB"})
_PAGE = re.compile(r"https?://\S+\.\S+")
_SCOTLAND, _IRELAND = re.compile(r"SC\d{6}"), re.compile(r"(?:NIC?)(\d{6})")


class Grants:
    """Reads the rows of 360Giving data into an office. `shared` are the records that several grants lead to."""

    def __init__(self, file: str, schemas: Mapping[str, Schema], links: Links, constants: Mapping[str, str]):
        self.file, self.schemas, self.links, self.constants = file, schemas, links, constants
        self.site, self.award = links.site, schemas["award"]
        self.shared: dict[tuple[str, str], Draft] = {}
        self.own = prefix(self.site)
        known = [funder for _row, funder in funders(self.site)]
        publisher = self.site.publisher
        self.ids = {funder.id for funder in known} | ({publisher.get("org_id")} if publisher.get("org_id") else set())
        self.names = {folded(text) for text in (publisher.get("name", ""), *(funder.name for funder in known)) if text}
        self.others: set[str] = set()

    def row(self, sheet: str, number: int, paths: Mapping[int, str], cells: list[Cell]) -> Said:
        """What a grant says; of each of its cells, into which field it goes or why it is left out."""
        said = Said(Taken(sheet, number))
        at = {path: (c, cells[c]) for c, path in paths.items() if c < len(cells) and cells[c].kind != BLANK}
        said.fields = {"type": "grant", "direction": "out"} | dict(self.constants)
        for path, (column, cell) in at.items():
            if path in PLAIN:
                self.plain(said, path, column, cell)
        self.identity(said, at)
        self.funder(said, at)
        self.receivers(said, at)
        self.links_of(said, at)
        self.rest(said, at)
        for column, cell in enumerate(cells):
            if cell.kind != BLANK and column not in paths:
                self.wrong(said, column, "no-heading", letter=str(column + 1))
        return said

    def plain(self, said: Said, path: str, column: int, cell: Cell) -> None:
        """A field of the award that stands in one cell."""
        name = PLAIN[path]
        field = self.award.by_name[name]
        if field.type == "date" and re.fullmatch(r"\d{4}(-\d\d)?", cell.text) and name != "award_date":
            said.fields["period_as_published"] = " to ".join(filter(None, (said.fields.get("period_as_published"), cell.text)))
            said.taken.into[column] = "award.period_as_published"
            return
        reading = read(field, cell, 1)
        if reading.nothing:
            said.taken.left[column] = SAYS_NOTHING
        elif reading.why:
            self.wrong(said, column, reading.why, reading.fix, field=words(name), value=cell.text, of=name)
        elif name == "purpose" and reading.text == said.fields.get("title"):
            said.taken.left[column] = SAME
        else:
            if field.unit == "GBP":
                said.taken.money[column] = Decimal(reading.text)
            self.put(said, name, column, reading.text)

    def put(self, said: Said, name: str, column: int, text: str) -> None:
        said.fields[name] = text
        said.columns[name] = column
        said.taken.into[column] = f"award.{name}"

    def identity(self, said: Said, at: Mapping) -> None:
        """The identifier; of a grant of this office without one of its own, the key that it was made of."""
        said.fields.setdefault("amount_basis", "exact" if "amount" in said.fields else "not_published")
        if "id" not in at:
            return
        column, cell = at["id"]
        rest = cell.text.removeprefix(f"{self.own}-")
        if rest != cell.text and is_key(rest):
            said.fields["key"] = rest
            said.taken.into[column] = "award.key"
            said.columns["key"] = column
        else:
            mine = cell.text.startswith(f"{self.own}-")
            self.put(said, "identifier" if mine else "reference", column, cell.text)

    def funder(self, said: Said, at: Mapping) -> None:
        """Who gives: the office itself, or another body, whose money is never added up here."""
        of = {
            inner: at[f"fundingOrganization/0/{inner}"] for inner in ("id", "name") if f"fundingOrganization/0/{inner}" in at
        }
        texts = {inner: cell.text for inner, (_column, cell) in of.items()}
        itself = texts.get("id") in self.ids or folded(texts.get("name", "")) in self.names
        said_by = said.taken
        for inner, (column, _cell) in of.items():
            if itself:
                said_by.left[column] = ITSELF
            else:
                said_by.into[column] = f"organisation.{PARTY[inner]}"
                said.columns["funder" if inner == "name" else "funder.org_id"] = column
        if of and not itself:
            said.parties["funder"] = Named(*_party(texts))
            self.others.add(texts.get("name", texts.get("id", "")))
            said.fields["direction"] = self.constants.get("direction", "pass_through")

    def receivers(self, said: Said, at: Mapping) -> None:
        """Who receives: organisations, or a private person, of whom nothing is taken."""
        numbers = sorted({int(path.split("/")[1]) for path in at if path.startswith("recipientOrganization/")})
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
            own = texts.get("id", "").removeprefix(f"{self.own}-org-")
            if own != texts.get("id", "") and is_key(own):
                fields = {n: t for n, t in fields.items() if n != "org_id"} | {"key": own}
            named = Named(fields, identifiers)
            if is_person(texts.get("name", "")) and not self.links.parties.known(texts.get("name", "")):
                self.wrong(said, of.get("name", (WHOLE, None))[0], "person", of="recipient")
            elif len(numbers) == 1:
                said.parties["recipient"] = named
            else:
                said.recipients.append(named)
        for inner in ("id", "name"):
            if (path := f"recipientIndividual/0/{inner}") in at:
                column, cell = at[path]
                said.fields["recipient_individual"] = "yes"
                if inner == "name" and not is_nobody_named(cell.text):
                    self.wrong(said, column, "person", of="recipient_individual")
                else:
                    said.taken.left[column] = "a private person is not named, and has no number"

    def links_of(self, said: Said, at: Mapping) -> None:
        """The programmes, places, priorities and documents: those of the office as its records, others as far as they fit."""
        from daylight.intake import grants_links as to

        ours = "funder" not in said.parties
        for taker in (to.programmes, to.places, to.priorities, to.documents, to.conditions):
            taker(self, said, at, ours)

    def rest(self, said: Said, at: Mapping) -> None:
        """Where the facts are published, and why what is left is left."""
        for path in ("dataSource", "url"):
            if path in at and "source" not in self.constants:
                column, cell = at[path]
                here = self.site.publisher.get("address", "") or "here"
                if said.fields.get("source") in (None, cell.text) and _PAGE.fullmatch(cell.text) and here not in cell.text:
                    self.put(said, "source", column, cell.text)
        duration = at.get("plannedDates/0/duration")
        if duration and "period_as_published" not in said.fields:
            months = f"{duration[1].text} month{'' if duration[1].text == '1' else 's'}"
            self.put(said, "period_as_published", duration[0], months)
        ends = said.taken.into.keys() | said.taken.left.keys() | {problem.column for problem in said.taken.problems}
        for path, (column, _cell) in at.items():
            if column not in ends:
                said.taken.left[column] = MADE_ANEW if path in ("url", "dataSource") else why_not(path)

    def share(self, kind: str, key: str, fields: Mapping[str, str]) -> None:
        """A record that several grants may lead to."""
        if self.site.get(kind, key) is None and (kind, key) not in self.shared:
            self.links.add(kind, key)
            more = {"source": self.constants["source"]} if "source" in self.constants else {}
            self.shared[kind, key] = Draft(kind, key, dict(fields) | more)

    def wrong(self, said: Said, column: int, name: str, fix: str = "", of: str = "", **facts) -> None:
        found = finding("IMPORT", name, self.file, said.taken.row + 1, fix, of=of, **facts)
        said.taken.problems.append(Problem(column, found))
        said.taken.into.pop(column, None)


def _party(texts: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The fields of an organisation, and its numbers in lists that have no field of their own: charities of Scotland and of
    Northern Ireland, whose numbers the standard has in the same column."""
    fields = {PARTY[inner]: text for inner, text in texts.items() if inner in PARTY}
    others = []
    if "org_id" in fields and not ORG_ID.fullmatch(fields["org_id"]):
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
    return text.casefold() not in NOTHING and (inner != "url" or bool(_PAGE.fullmatch(text)))


def slugged(*texts: str) -> str:
    """The first of some texts that is a key, or of which one can be made."""
    return next((text for text in texts if text and is_key(text)), "") or keys.slug(
        next((t for t in texts if t), ""), keys.ROOM
    )
